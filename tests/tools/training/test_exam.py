from pathlib import Path

import numpy as np
import torch

from tests.tools.training.packs import made_pack
from tools.training.exam import asked, examined
from tools.training.pack import read_pack
from vsa_core.vision.vigie_network import Vigie

GREEN = np.array([18, 16, 30, 48], np.float32)


def knowing(pictures: np.ndarray) -> np.ndarray:
    """Finds a sure person where a picture has any green, else a doubtful one."""
    green = pictures[0, 1].max() > 0.8
    middle, extent = (GREEN[:2] + GREEN[2:]) / 2, GREEN[2:] - GREEN[:2]
    scores = [0.9, 0, 0] if green else [0.4, 0, 0]
    return np.array([*middle, *extent, *scores], np.float32).reshape(1, 7, 1)


def test_who_knows_every_person_has_full_marks_for_persons(tmp_path: Path) -> None:
    answers = examined(knowing, read_pack(made_pack(tmp_path)).train, 96)
    assert answers.curve(0).average_precision == 1
    assert answers.curve(1).average_precision == 0
    assert answers.curve(0, "highway").total == 0


def test_a_person_seen_where_none_is_raises_the_threshold_over_it(tmp_path: Path) -> None:
    answers = examined(knowing, read_pack(made_pack(tmp_path)).train, 96)
    assert answers.false_persons(0.3) == 1
    assert answers.false_persons(answers.thresholds()[0]) == 0
    assert 0.4 <= answers.thresholds()[0] < 0.9
    assert "false persons in 0.0% of 1 pictures" in answers.lines()[-1]
    assert answers.lines()[0].startswith("person: AP50 1.000 over 2 boxes")


def test_the_file_says_its_thresholds_and_which_classes_are_not_earned(tmp_path: Path) -> None:
    answers = examined(knowing, read_pack(made_pack(tmp_path)).train, 96)
    notes = answers.notes()
    assert notes["experimental"] == "vehicle,two-wheeler"
    assert tuple(float(text) for text in notes["thresholds"].split(",")) == answers.thresholds()


def test_a_network_is_asked_without_learning() -> None:
    torch.manual_seed(1)
    network = Vigie(3).eval()
    said = asked(network)(np.zeros((1, 3, 64, 64), np.float32))
    assert said.shape == (1, 7, 84)
