"""What a signed head counts is taken fast and comes out the same; anything else is read slowly."""

import shutil
from pathlib import Path

import pytest

from tests.audit.attacks import ATTACKS, Attack
from tests.audit.world import (
    ask,
    begin,
    head_at,
    lines_of,
    query,
    reopen,
    rewrite,
)
from vsa_core.audit import vouched
from vsa_core.audit.chain import Chain
from vsa_core.audit.head import Head, read_stated
from vsa_core.audit.vouched import take_vouched
from vsa_core.errors import Tampered

RECORDS = 2 * vouched.WORTH
SEALS_ALONE = frozenset({"swap seals", "other key"})
"""Attacks that leave every record as it was: the head vouches for these, the verifier finds them.
"""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log long enough to be taken fast: questions, a torn write, an open question."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 2)
    rewrite(folder, [*lines_of(folder), b'{"half":'])
    with reopen(folder) as journal:
        ask(journal, 20)
        while journal.size < RECORDS:
            journal.append(query(journal.size))
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(original, tmp_path / "copy")


def slowly(lines: list[bytes]) -> Chain:
    chain = Chain(asked={7, 40})
    for raw in lines:
        line = chain.check(raw)
        chain.check_meaning(line.record)
        chain.accept(line, raw)
    return chain


def head_of(folder: Path, size: int) -> Head:
    return read_stated(head_at(folder, size))


@pytest.mark.parametrize("size", [1, 5, 41, RECORDS])
def test_both_readings_come_out_the_same(size: int, folder: Path) -> None:
    lines = lines_of(folder)
    begun = Chain(asked={7, 40})
    found = take_vouched(begun, iter(lines), head_of(folder, size))
    assert found is not None
    assert vars(found) == vars(slowly(lines[:size]))
    assert vars(begun) == vars(Chain(asked={7, 40}))


def test_it_goes_on_from_where_one_is(folder: Path) -> None:
    lines = lines_of(folder)
    begun = slowly(lines[:9])
    before = dict(vars(begun), opened=dict(begun.opened))
    found = take_vouched(begun, iter(lines[9:]), head_of(folder, RECORDS))
    assert found is not None
    assert vars(found) == vars(slowly(lines))
    assert {**vars(begun), "opened": dict(begun.opened)} == before


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_what_the_head_does_not_count_is_not_taken(attack: Attack, folder: Path) -> None:
    head = head_of(folder, RECORDS)
    changed = attack.change(lines_of(folder), 20)
    found = take_vouched(Chain(), iter(changed), head)
    assert (found is None) != (attack.name in SEALS_ALONE)


@pytest.mark.parametrize("raw", [b"", b"\n", b"[]\t\n", b"\xff\t\n", b"{}\n", b"[" * 9_000 + b"\n"])
def test_what_is_no_line_is_not_taken(raw: bytes, folder: Path) -> None:
    lines = lines_of(folder)
    assert take_vouched(Chain(), iter([*lines[:3], raw]), head_of(folder, RECORDS)) is None


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_place_is_told_all_the_same(attack: Attack, folder: Path) -> None:
    if attack.name in SEALS_ALONE:
        return
    rewrite(folder, attack.change(lines_of(folder), 20))
    with pytest.raises(Tampered) as caught:
        reopen(folder)
    assert caught.value.code != "AUD-108"  # seals before the head are vouched for by its root
    assert abs(int(str(caught.value.values["place"])) - 20) <= RECORDS


def test_a_long_log_opens_without_a_look_at_each_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a line was checked by itself")

    monkeypatch.setattr(Chain, "check", refuse)
    with reopen(folder) as journal:
        assert journal.size > RECORDS  # the open questions were aborted
