from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.known_models import KnownModels
from app.state.session import Session
from app.tasks import Tasks
from tests.app.laboratory import SHEETS, ModelsDesk
from tests.app.laid import inside
from vsa_core.errors import Tampered


@pytest.fixture
def desk() -> ModelsDesk:
    """Three models."""
    return ModelsDesk()


@pytest.fixture
def session(tasks: Tasks, desk: ModelsDesk) -> Iterator[Session]:
    """An analyst in a case."""
    at = inside(tasks, models=desk)
    yield at
    at.sign_out()


@pytest.fixture
def models(session: Session) -> KnownModels:
    """Nothing was read yet."""
    return KnownModels(session)


def test_nothing_is_read_before_it_is_asked_for(models: KnownModels, desk: ModelsDesk) -> None:
    assert (models.read, models.models, desk.readings) == (False, (), 0)


def test_every_model_is_known_with_what_it_names_and_what_it_does_not(
    qtbot: QtBot, models: KnownModels
) -> None:
    with qtbot.waitSignal(models.changed):
        models.refresh()
    assert [one.name for one in models.models] == [sheet.name for sheet in SHEETS]
    first = models.models[0]
    assert (first.kept, first.experimental) == (("person", "vehicle"), ("two-wheeler", "bag"))
    assert (first.origin, first.present, first.chosen) == ("shipped", True, True)
    assert first.digest == SHEETS[0].digest


def test_a_list_that_was_altered_is_told(
    qtbot: QtBot, models: KnownModels, desk: ModelsDesk
) -> None:
    desk.fault = Tampered("MOD-012", file="list")
    with qtbot.waitSignal(models.changed):
        models.refresh()
    assert models.fault is desk.fault
    assert not models.read
    models.dismiss()
    assert models.fault is None


def test_nothing_of_it_is_left_to_the_next_person(
    qtbot: QtBot, models: KnownModels, session: Session
) -> None:
    with qtbot.waitSignal(models.changed):
        models.refresh()
    session.sign_out()
    assert (models.read, models.models) == (False, ())
