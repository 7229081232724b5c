"""What a process that looks is told of our environment."""

from pathlib import Path

from tests.architecture.house import ROOT
from vsa_core.pipeline.surroundings import KEPT, with_one_thread


def test_no_secret_and_no_setting_goes_to_a_process_that_looks() -> None:
    ours = {"RELECTURE_PASSPHRASE": "a passphrase", "RELECTURE_HOME": "/h", "PATH": "/bin"}
    told = with_one_thread(ours)
    assert not [name for name in told if name.startswith("RELECTURE")]
    assert "a passphrase" not in told.values()
    assert told["PATH"] == "/bin"


def test_its_libraries_compute_in_one_thread() -> None:
    told = with_one_thread({"OMP_NUM_THREADS": "16"})
    assert {told[name] for name in told if "NUM" in name} == {"1"}
    assert "OMP_NUM_THREADS" in told


def test_it_finds_this_very_house() -> None:
    assert Path(with_one_thread({})["PYTHONPATH"]) == ROOT
    assert "PYTHONPATH" not in KEPT
