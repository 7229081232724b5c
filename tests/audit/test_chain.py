"""What follows what: each way in which a line may not follow has its own code."""

from dataclasses import replace

import pytest

from tests.audit.world import BEGUN, SECOND, Ticking, pen, query, result
from vsa_core.audit.chain import Chain
from vsa_core.audit.entry import Entry, encoded
from vsa_core.audit.head import sealed_line
from vsa_core.audit.lines import Line
from vsa_core.domain.case import Act, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Tampered

SEAL = bytes(64)
FIRST = Entry(Act.INCEPTION, "admin", None, about={"inception": "cd" * 32}, app="1")


def next_line(chain: Chain, entry: Entry, **changes: Canonical) -> bytes:
    record = pen(clock=Ticking(BEGUN + chain.size * SECOND)).record(
        replace(entry, app="1"), chain.size, chain.last, 0, 1
    )
    return sealed_line(encoded({**record, **changes}), SEAL)


def checked(chain: Chain, raw: bytes) -> Line:
    line = chain.check(raw)
    chain.check_meaning(line.record)
    return line


def taken(chain: Chain, *entries: Entry) -> Chain:
    for entry in entries:
        raw = next_line(chain, entry)
        chain.accept(checked(chain, raw), raw)
    return chain


def test_a_chain_grows() -> None:
    chain = taken(Chain(), FIRST, query(1), query(2))
    assert (chain.size, chain.inception) == (3, "cd" * 32)
    assert list(chain.opened) == [1, 2]
    assert chain.time == BEGUN + 3 * SECOND
    assert chain.end > len(chain.line) > 0


def test_checking_changes_nothing() -> None:
    chain = taken(Chain(), FIRST)
    before = (chain.size, chain.last, chain.end)
    chain.check(next_line(chain, query(1)))
    assert (chain.size, chain.last, chain.end) == before


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("AUD-104", {"v": 2}),
        ("AUD-104", {"act": "inception"}),
        ("AUD-105", {"seq": 2}),
        ("AUD-106", {"prev": "00" * 32}),
        ("AUD-107", {"us": BEGUN - SECOND, "t": "2026-11-21T09:14:02.120Z"}),
        ("AUD-109", {"motive": ""}),
    ],
)
def test_a_line_that_does_not_follow(code: str, changes: dict[str, Canonical]) -> None:
    chain = taken(Chain(), FIRST)
    with pytest.raises(Tampered, match=code) as caught:
        checked(chain, next_line(chain, query(1), **changes))
    assert caught.value.values["place"] == 1


def test_the_first_record_is_the_inception() -> None:
    with pytest.raises(Tampered, match="AUD-104"):
        Chain().check(next_line(Chain(), query(1)))


def test_a_question_is_ended_once() -> None:
    chain = taken(Chain(), FIRST, query(1), result(1, 1, Act.BATCH), result(1, 1))
    assert chain.opened == {}
    for late in (result(1, 1), result(1, 1, Act.BATCH), result(1, 99)):
        with pytest.raises(Tampered, match="AUD-110"):
            checked(chain, next_line(chain, late))


def test_an_answer_is_to_its_own_question() -> None:
    chain = taken(Chain(), FIRST, query(1), query(2))
    with pytest.raises(Tampered, match="AUD-110"):
        checked(chain, next_line(chain, result(2, 1)))


def test_quarantined_files_are_remembered() -> None:
    about: dict[str, Canonical] = {"file": "torn-1", "sha256": "ab"}
    chain = taken(Chain(), FIRST, Entry(Act.RECOVERY, "relecture", None, about=about))
    assert chain.quarantined == {"torn-1": "ab"}


def test_nothing_follows_a_shards_end() -> None:
    end = Entry(Act.SHARD_END, "relecture", None, about={"next": "2027H1"})
    chain = taken(Chain(), FIRST, query(1), end)
    assert chain.next == "2027H1"
    with pytest.raises(Tampered, match="AUD-118"):
        chain.check(next_line(chain, query(2)))


@pytest.mark.parametrize("name", ["", "..", "2027H3", 7, None])
def test_a_shards_end_names_a_shard(name: Canonical) -> None:
    end = Entry(Act.SHARD_END, "relecture", None, about={"next": name})
    chain = taken(Chain(), FIRST)
    with pytest.raises(Tampered, match="AUD-109"):
        checked(chain, next_line(chain, end))


def test_purged_shards_are_remembered() -> None:
    about: dict[str, Canonical] = {"shard": "2026H2", "size": 4, "root": "ab"}
    chain = taken(Chain(), FIRST, Entry(Act.SHARD_PURGE, "admin", Role.ADMINISTRATOR, about=about))
    assert chain.purged == {"2026H2": (4, "ab")}


def test_the_time_of_the_shard_before_holds() -> None:
    with pytest.raises(Tampered, match="AUD-107"):
        Chain(time=2**52).check(next_line(Chain(), FIRST))


def test_roots_are_kept_where_they_are_asked_for() -> None:
    chain = taken(Chain(asked=[2]), FIRST, query(1), query(2))
    assert chain.roots == {2: taken(Chain(), FIRST, query(1)).tree.root}


def test_a_page_of_thumbnails_is_no_open_question() -> None:
    page = replace(query(1), act=Act.VIEW, about={"what": "thumbnails"})
    assert taken(Chain(), FIRST, page).opened == {}
