"""The counts that the README quotes, measured through `validate` with stock YOLO11n."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, settings
from tests.quality import truths
from vsa_core import engine
from vsa_core.domain.assessment import Assessment
from vsa_core.domain.coverage import Level
from vsa_core.validation.room import validate

pytestmark = pytest.mark.footage

FLOORS = [
    (truths.people, "entries", 6, 0),
    (truths.people, "exits", 6, 0),
    (truths.cars, "mid height", 4, 0),
    (truths.highway, "y=170", 26, 0),
    (truths.pets, "x=400", 8, 1),
]
"""Truth, question, events that must be found, false alarms allowed: at the Standard level."""


@pytest.fixture(scope="module")
def measured(
    footage_dir: Path, weights_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Callable[[Path], truths.Document]], Assessment]:
    """Validates one clip once, however many questions it has."""
    found: dict[str, Assessment] = {}

    def of(truth: Callable[[Path], truths.Document]) -> Assessment:
        if truth.__name__ not in found:
            folder = tmp_path_factory.mktemp(truth.__name__)
            weights = weights_dir / "yolo11n.pt"
            made = replace(settings(folder / "home"), weights=weights, detector="auto")
            found[truth.__name__] = validate(
                engine.desks(made, CHEAP),
                truths.written(truth(footage_dir), folder / "truth"),
                folder / "case",
                Level.STANDARD,
                engine.examiners(made),
                lambda done, total, what: None,
                lambda: False,
            )
        return found[truth.__name__]

    return of


@pytest.mark.parametrize(("truth", "question", "found", "false"), FLOORS)
def test_events_are_found_and_no_more(
    truth: Callable[[Path], truths.Document],
    question: str,
    found: int,
    false: int,
    measured: Callable[[Callable[[Path], truths.Document]], Assessment],
) -> None:
    assessed = measured(truth)
    (clip,) = assessed.clips
    assert clip.looked > 0
    assert (clip.skipped, clip.undecodable) == (0, 0)
    (figures,) = [one for one in assessed.events if one.question == question]
    assert figures.matched >= found
    assert figures.false_alarms <= false
    mistakes = [one for one in assessed.mistakes if one.question == question]
    assert len(mistakes) == figures.missed + figures.false_alarms
    assert all(one.picture for one in mistakes)
