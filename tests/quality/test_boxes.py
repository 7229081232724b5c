"""How precisely people are found, picture by picture, with floors that only rise."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import settings
from vsa_core import engine
from vsa_core.domain.assessment import ALL
from vsa_core.domain.coverage import Level
from vsa_core.validation.detecting import Examiner
from vsa_core.validation.labelled_folder import read_folder
from vsa_core.validation.tools import named_by

pytestmark = [pytest.mark.footage, pytest.mark.slow]

FLOORS = [
    ("vigie", "PETS09-S2L1", 0.87),
    ("vigie", "TUD-Campus", 0.78),
    ("yolo11n", "TUD-Campus", 0.80),
]
"""Weights, sequence, AP50 of people over all pictures and all boxes that count."""


@pytest.mark.parametrize(("weights", "sequence", "floor"), FLOORS)
def test_people_are_found(
    weights: str,
    sequence: str,
    floor: float,
    footage_dir: Path,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    made = replace(settings(tmp_path / "home"), detector="auto")
    if weights != "vigie":  # which comes with the program
        folder: Path = request.getfixturevalue("weights_dir")
        made = replace(made, weights=folder / f"{weights}.pt")
    tools = engine.examiners(made)
    subject, watch = tools.subject(Level.FULL), tools.watch()
    assert watch is not None
    assert subject.detector.endswith(weights)
    (one,) = read_folder(footage_dir / "tracking" / sequence).sequences
    figures = Examiner(watch, named_by(subject)).sequence(one, lambda done, total: None)
    (whole,) = [each for each in figures if each.size == ALL]
    assert whole.ap50 is not None
    assert whole.ap50 >= floor
