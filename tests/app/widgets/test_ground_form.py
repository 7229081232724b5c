import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.ground_form import GroundForm

PLACES = ((0, 0), (5000, 250), (5200, 3000), (-100, 3100))


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> GroundForm:
    made = GroundForm(theme)
    qtbot.addWidget(made)
    return made


def test_a_rectangle_is_told_by_its_sides(qtbot: QtBot, form: GroundForm) -> None:
    with qtbot.waitSignal(form.changed):
        form.long.setValue(4.25)
    form.wide.setValue(2)
    assert form.known == ((0, 0), (4250, 0), (4250, 2000), (0, 2000))


def test_positions_begin_where_the_rectangle_was(form: GroundForm) -> None:
    before = form.known
    form.ways.buttons["places"].click()
    assert form.known == before
    form.places[0][0].setValue(0.5)
    assert form.known[0] == (500, 0)


@pytest.mark.parametrize("known", [PLACES, ((0, 0), (4000, 0), (4000, 1000), (0, 1000))])
def test_what_was_kept_is_shown_again(form: GroundForm, known: tuple[tuple[int, int], ...]) -> None:
    form.show_known(known)  # type: ignore[arg-type]
    assert form.known == known
    assert form.ways.buttons["rectangle"].isChecked() == (known != PLACES)
