"""What the kinds find on real clips, with the detector that ships: floors, far from the figures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, REPOSITORY, settings
from tests.quality import kind_truths, truths
from vsa_core import engine
from vsa_core.domain.assessment import EventFigures
from vsa_core.domain.coverage import Level
from vsa_core.validation.room import validate

pytestmark = pytest.mark.footage

FLOORS = [
    ("backwards", "wrong way, vehicles", 25, 6),
    ("cars", "seen", 4, 0),
    ("cars", "presence", 4, 0),
    ("cars", "against upwards", 2, 0),
    ("cars", "against downwards", 2, 0),
    ("cars", "stopped", 0, 0),
]
"""Truth, question, events that must be found, false alarms allowed: at the Standard level."""


@pytest.fixture(scope="module")
def measured(
    footage_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Mapping[str, EventFigures]]:
    """Validates one clip once, however many questions it has."""
    found: dict[str, Mapping[str, EventFigures]] = {}

    def of(name: str) -> Mapping[str, EventFigures]:
        if name not in found:
            folder = tmp_path_factory.mktemp(name)
            made = replace(settings(folder / "home"), detector="auto")
            document = {
                "backwards": lambda: kind_truths.backwards(footage_dir, folder / "back.mp4"),
                "cars": lambda: kind_truths.cars(footage_dir),
            }[name]()
            assessed = validate(
                engine.desks(made, CHEAP),
                truths.written(document, folder / "truth"),
                folder / "case",
                Level.STANDARD,
                engine.examiners(made),
                lambda done, total, what: None,
                lambda: False,
            )
            found[name] = {one.question: one for one in assessed.events}
        return found[name]

    return of


@pytest.mark.parametrize(("name", "question", "found", "false"), FLOORS)
def test_events_are_found_and_no_more(
    name: str,
    question: str,
    found: int,
    false: int,
    measured: Callable[[str], Mapping[str, EventFigures]],
) -> None:
    figures = measured(name)[question]
    assert figures.matched >= found
    assert figures.false_alarms <= false


def test_the_model_that_ships_is_there() -> None:
    assert list((REPOSITORY / "models").glob("vigie.*"))
