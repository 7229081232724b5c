from dataclasses import replace

import pytest

from app.widgets.request_words import RequestWords
from app.words import Words
from tests.desk.scene import HOUR, START
from vsa_core.domain.case import Role
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import VALID, Kind, Pending, Request, Signature
from vsa_core.domain.widening import Wider


def pending(kind: Kind, terms: dict[str, Canonical]) -> Pending:
    request = Request(
        kind, "2024/17", terms, "bob", Role.SUPERVISOR, START, START + VALID, "origin"
    )
    return Pending(request, Signature("bob", Role.SUPERVISOR, "", "", START))


def told(words: Words, one: Pending) -> dict[str, str]:
    return dict(RequestWords(words).terms(one))


def test_a_widening_tells_only_what_it_widens(words: Words) -> None:
    wider = Wider("ordonnance", START, ("gare", "quai\u202e"))
    lines = told(words, pending(Kind.WIDEN_BASIS, wider.fields()))
    assert lines["Decision"] == "ordonnance"
    assert lines["Cameras added"] == "gare, quai⟨U+202E⟩"
    assert len(lines) == 3
    whole = replace(wider, window=Window(START, START + HOUR), expires=START, erase_by=START)
    assert len(told(words, pending(Kind.WIDEN_BASIS, whole.fields()))) == 6


def test_an_erasure_tells_its_ground_reference_order_and_key(words: Words) -> None:
    terms: dict[str, Canonical] = {
        "ground": "order",
        "reference": "ST 88",
        "order": "14",
        "commitment": "ab" * 32,
    }
    lines = told(words, pending(Kind.ERASE_CASE, terms))
    assert lines["Reference"] == "ST 88"
    assert lines["Order"] == "14"
    assert lines["Key destroyed"].startswith("abab")


def test_the_end_of_a_volume_tells_its_final_head(words: Words) -> None:
    terms: dict[str, Canonical] = {
        "shard": "2024H2",
        "size": 812,
        "root": "3f" * 32,
        "last_us": START,
    }
    lines = told(words, pending(Kind.PURGE_SHARD, terms))
    assert list(lines.values())[:2] == ["2024H2", "812"]
    assert lines["Its last record"].startswith("05/03/2024")
    assert lines["Its final root"].startswith("3f3f")


def test_every_kind_has_a_name_and_can_be_told(words: Words) -> None:
    names = set()
    for kind in (Kind.CHANGE_ROLE, Kind.PURGE_SHARD, Kind.RENEW_JOURNAL):
        one = pending(kind, {"name": "alice", "role": "dpo"})
        names.add(RequestWords(words).kind(one))
        assert "alice" in told(words, one).values()
    assert len(names) == 3
    assert not names & set(Kind)


@pytest.mark.parametrize(
    ("done", "now", "state"),
    [(False, START, "ouverte"), (True, START, "exécutée"), (False, START + VALID, "lapsed")],
)
def test_its_state_follows_the_clock(done: bool, now: int, state: str, words: Words) -> None:
    one = replace(pending(Kind.CHANGE_ROLE, {"name": "a", "role": "dpo"}), done=done)
    assert RequestWords(words).state(one, now) == state


def test_no_time_is_a_dash(words: Words) -> None:
    assert RequestWords(words).minute(None) == "–"
