import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, Office, indexed, office, settings
from vsa_core import engine
from vsa_core.engine import Looking
from vsa_core.errors import Refused
from vsa_core.vision.deepsort import DeepSortTracker
from vsa_core.vision.twostage import TwoStageTracker

REPOSITORY = Path(__file__).resolve().parent.parent


def test_nothing_is_made_before_somebody_is_enrolled(tmp_path: Path) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP)
    with pytest.raises(Refused, match="CAS-015"):
        desks.people.listed()
    assert not (tmp_path / "home").exists()


def test_without_weights_motion_alone_looks_and_says_so(tmp_path: Path) -> None:
    sight = Looking(settings(tmp_path)).sight()
    assert sight.detector == "motion"
    assert sight.eyes.detector is None


def test_the_tracker_is_chosen_by_name(tmp_path: Path) -> None:
    plain = settings(tmp_path)
    assert Looking(plain).tracker()[0] is TwoStageTracker
    maker, embedder = Looking(replace(plain, tracker="deepsort")).tracker()
    assert maker is DeepSortTracker
    assert embedder is not None


def test_unlisted_weights_are_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.pt"
    stranger.write_bytes(b"not a model")
    look = Looking(replace(settings(tmp_path), weights=stranger))
    with pytest.raises(Refused, match="MOD-003"):
        look.sight()


def test_a_ledger_left_behind_by_a_kill_is_woven_again_before_a_question(tmp_path: Path) -> None:
    at: Office = indexed(office(tmp_path))
    archive = at.desks.indexing._tickets.archive(at.who, at.where)
    archive.catalogue._database.do("DELETE FROM facts WHERE name = 'ledger'")
    (followed,) = at.desks.viewing.tracks(at.who, at.where, "rue", "M01")
    assert len(followed.tracks) == 1
    assert archive.catalogue.ledger() is not None


def test_importing_the_engine_imports_no_heavy_library() -> None:
    heavy = "{'torch', 'ultralytics', 'openvino', 'PySide6', 'deep_sort_realtime', 'trackeval'}"
    code = f"import sys, vsa_core.engine; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True
    )
    assert done.stdout.strip() == "[]"
