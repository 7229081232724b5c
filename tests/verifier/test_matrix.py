"""Forty attacks, four states of witnessing: no cell changes, and what is missed is told."""

import re

import pytest

from tests.verifier.attacks import SIZE, Attack
from tests.verifier.forty import ATTACKS
from tests.verifier.matrix import (
    STATES,
    golden,
    guide,
    judged,
    judged_by_oracle,
    page,
)

COVERED = re.compile("2026H2\u00a0: \\d+ enregistrements, dont (\\d+) couverts")


def ids(attack: Attack) -> str:
    """The name of a test's case."""
    return attack.english


def test_there_are_forty_attacks() -> None:
    assert len({attack.english for attack in ATTACKS}) == len(ATTACKS) == 40
    assert set(golden()) == {attack.english for attack in ATTACKS}


@pytest.mark.parametrize("attack", ATTACKS, ids=ids)
def test_each_cell_is_as_written_down_and_a_miss_lies_past_the_last_witness(
    attack: Attack,
) -> None:
    shards, cells = attack.make(), golden()[attack.english]
    for state, cell in zip(STATES, cells, strict=True):
        status, said = judged(state, shards)
        assert cell == ("found" if status else "missed"), f"{state}: {said}"
        if cell == "missed":
            covered = COVERED.search(said)
            assert int(covered[1] if covered else 0) <= attack.kept
            assert "cl\u00e9 lue" in said.lower() or state != "lines"


@pytest.mark.parametrize("attack", ATTACKS, ids=ids)
def test_the_oracle_finds_and_misses_the_same(attack: Attack) -> None:
    shards = attack.make()
    found = ["missed" if judged_by_oracle(state, shards) else "found" for state in STATES]
    assert found == golden()[attack.english]


def test_a_root_printed_at_the_last_record_finds_all_forty() -> None:
    assert [cells[3] for cells in golden().values()] == ["found"] * 40


def test_each_witness_finds_what_the_one_before_found() -> None:
    for cells in golden().values():
        assert cells == sorted(cells, reverse=True)


def test_what_a_reader_misses_could_only_be_cut_off_or_made_with_the_key() -> None:
    beyond = {attack.english: attack.kept for attack in ATTACKS}
    for name, cells in golden().items():
        assert cells[2] == "found" or beyond[name] >= 160
    assert all(kept <= SIZE for kept in beyond.values())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_guides_show_the_golden_matrix(language: str) -> None:
    text = guide(language).read_text("utf-8")
    assert page(text, golden(), language) == text
    assert text.count("\n| ") == 40 + 5 + 2
