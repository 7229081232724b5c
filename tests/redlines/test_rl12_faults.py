"""RL12. Every red line has its test, and every test is shown to see a fault seeded on purpose."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write
from tests.redlines.table import GUIDES, PROOFS, Proof, rewritten, wrong
from vsa_core.desk.capabilities_list import CANNOT


def test_every_check_is_shown_to_see_a_fault() -> None:
    assert wrong(PROOFS) == []


def test_the_signed_list_names_the_tests_that_hold_its_lines() -> None:
    assert [red.line for red in CANNOT] == list(PROOFS)
    for red in CANNOT:
        assert red.test in {proof.module for proof in PROOFS[red.line]}


HOLDS = """
def check(root): ...
def other(root): ...
def test_it_holds(): assert check(ROOT) == []
def test_a_fault_is_seen(): assert {used}(SEEDED) != []
"""
SOUND = Proof("tests/redlines/test_x.py", "test_it_holds", ("test_a_fault_is_seen",))


@pytest.mark.parametrize(
    ("proof", "used", "said"),
    [
        (SOUND, "check", ""),
        (SOUND, "other", "does not use the check"),
        (replace(SOUND, sees=()), "check", "a seeded fault is not there"),
        (replace(SOUND, sees=("test_gone",)), "check", "test_gone is not there"),
        (replace(SOUND, holds="test_gone"), "check", "test_gone is not there"),
        (replace(SOUND, module="tests/redlines/test_gone.py"), "check", "is not there"),
    ],
)
def test_a_check_that_was_never_shown_a_fault_is_seen(
    proof: Proof, used: str, said: str, tmp_path: Path
) -> None:
    write(tmp_path, "tests/redlines/test_x.py", HOLDS.format(used=used))
    every = {red.line: (proof,) for red in CANNOT}
    found = wrong(every, tmp_path)
    assert len(found) == (len(CANNOT) if said else 0)
    assert all(said in one for one in found)


def test_a_line_without_a_proof_is_seen() -> None:
    assert wrong({**PROOFS, "RL4": ()}) == ["RL4: no proof"]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_holds_the_table(guide: Path) -> None:
    page = (ROOT / guide).read_text("utf-8")
    assert rewritten(page, GUIDES[guide]) == page, "run `python -m tests.redlines.table`"


def test_a_guide_without_its_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        rewritten("# Guide\n", french=True)
