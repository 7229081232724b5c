"""One shard is read whole; with the last seal alone, whatever it commits to is still bound."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.attacks import ATTACKS, Attack, edited
from tests.audit.world import ORIGIN, ask, begin, lines_of, public, rewrite, shard_of, verify
from vsa_core.audit.head import Checker, sealed_line
from vsa_core.audit.lines import parse
from vsa_core.audit.walk import Terms, Walk
from vsa_core.errors import Tampered

CHECKER = Checker(ORIGIN, public(), verify)
EVERY = Terms(CHECKER)
LAST = Terms(CHECKER, every_seal=False)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole log of nine records."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 4)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy of it to be attacked."""
    return shutil.copytree(original, tmp_path / "copy")


@pytest.mark.parametrize("terms", [EVERY, LAST], ids=["every seal", "the last seal"])
def test_a_whole_shard_is_read(terms: Terms, folder: Path) -> None:
    walk = Walk(shard_of(folder), replace(terms, printed=4))
    walk.run()
    assert walk.chain.size == 9
    assert set(walk.chain.roots) == {4, 9}


SWAPPED = frozenset({"swap seals"})
"""Seals of the middle that changed places are seen where every one is checked."""


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_last_seal_commits_to_all_before(attack: Attack, folder: Path) -> None:
    rewrite(folder, attack.change(lines_of(folder), 3))
    with pytest.raises(Tampered):
        Walk(shard_of(folder), EVERY).run()
    if attack.name in SWAPPED:
        return
    with pytest.raises(Tampered, match="AUD-1"):
        Walk(shard_of(folder), LAST).run()


def test_a_false_last_seal_is_seen(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines[:-1], sealed_line(parse(lines[-1], 0).body, bytes(64))])
    with pytest.raises(Tampered, match="AUD-108"):
        Walk(shard_of(folder), LAST).run()


def test_a_seal_that_is_not_there_is_a_break_on_any_terms(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines[:4], parse(lines[4], 0).body + b"\n", *lines[5:]])
    for terms in (EVERY, LAST):
        with pytest.raises(Tampered, match="AUD-102"):
            Walk(shard_of(folder), terms).run()


def test_a_time_before_the_shard_before_is_seen(folder: Path) -> None:
    with pytest.raises(Tampered, match="AUD-107"):
        Walk(shard_of(folder), EVERY, time=2**52).run()


def test_what_holds_until_the_break_is_told(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines[:5], edited(lines[5], who="x"), *lines[6:]])
    walk = Walk(shard_of(folder), EVERY)
    with pytest.raises(Tampered, match="AUD-108"):
        walk.run()
    assert walk.chain.size == 5
