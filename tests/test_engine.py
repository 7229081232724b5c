import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.desk.brought import shipped, written
from tests.desk.scene import CHEAP, Office, indexed, office, settings
from tests.validation.eyes import still
from vsa_core import engine
from vsa_core.domain.coverage import Level
from vsa_core.errors import Refused
from vsa_core.vision.deepsort import DEFAULT

REPOSITORY = Path(__file__).resolve().parent.parent


def test_nothing_is_made_before_somebody_is_enrolled(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP)
    with pytest.raises(Refused, match="CAS-015"):
        desks.people.listed()
    assert not (tmp_path / "home").exists()


def test_a_ledger_left_behind_by_a_kill_is_woven_again_before_a_question(tmp_path: Path) -> None:
    at: Office = indexed(office(tmp_path))
    archive = at.desks.indexing._tickets.archive(at.who, at.where)
    archive.catalogue._database.do("DELETE FROM facts WHERE name = 'ledger'")
    (followed,) = at.desks.viewing.tracks(at.who, at.where, "rue", "M01")
    assert len(followed.tracks) == 1
    assert archive.catalogue.ledgers()


def test_where_motion_alone_looks_validation_has_no_detector(tmp_path: Path) -> None:
    tools = engine.examiners(settings(tmp_path / "home"))
    subject = tools.subject(Level.SCAN)
    assert tools.watch() is None
    assert (subject.detector, subject.named, subject.thresholds) == ("motion", False, ())
    assert (subject.level, subject.tracker) == (Level.SCAN, "twostage")


def test_validation_hears_of_everything_that_the_detector_suspects(tmp_path: Path) -> None:
    table = shipped(tmp_path) + "thresholds = {person = 0.9, vehicle = 0.9}\n"
    made = replace(settings(tmp_path / "home"), manifest=written(tmp_path, table), detector="yolo")
    tools = engine.examiners(made)
    subject, watch = tools.subject(Level.FULL), tools.watch()
    assert watch is not None
    assert subject.named
    assert dict(subject.thresholds) == {"person": 900, "vehicle": 900, "two-wheeler": 250}
    seen = watch.still(still(tmp_path / "a.png", (20, 30, 24, 40))).seen
    assert len(seen.everything) > len(seen.told)
    assert (seen.everything.scores > 0.01).all()


def test_the_bench_is_handed_the_trackers_of_the_house(tmp_path: Path) -> None:
    stable = engine.stable(settings(tmp_path / "home"))
    base, size = Fraction(1, 25_000), (640, 480)
    assert stable.twostage(base, size).name.startswith("twostage")
    assert stable.deepsort(None)(base, size)._how.cosine == DEFAULT.cosine
    assert stable.deepsort(0.3)(base, size)._how.cosine == 0.3


def test_the_bench_has_looks_of_the_detector_where_there_is_one(tmp_path: Path) -> None:
    alone = engine.stable(settings(tmp_path / "alone")).eyes()
    assert alone.detector is None
    assert set(alone.embedders) == {"colour", "mobilenetv2"}
    table = shipped(tmp_path)
    made = replace(settings(tmp_path / "home"), manifest=written(tmp_path, table), detector="yolo")
    eyes = engine.stable(made).eyes()
    assert eyes.detector is not None
    assert set(eyes.embedders) == {"colour", "mobilenetv2", "detector"}
    picture = np.full((48, 64, 3), 90, np.uint8)
    boxes = np.float32([[0, 0, 20, 40], [30, 0, 50, 40]])
    assert all(len(one.embed(picture, boxes)) == 2 for one in eyes.embedders.values())


def test_importing_the_engine_imports_no_heavy_library() -> None:
    heavy = "{'torch', 'ultralytics', 'openvino', 'PySide6', 'deep_sort_realtime', 'trackeval'}"
    code = f"import sys, vsa_core.engine; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True
    )
    assert done.stdout.strip() == "[]"
