from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desk.records import denied, enrol, last, records
from tests.desk.scene import (
    HOUR,
    MOTIVE,
    SECRET,
    START,
    FixedClock,
    Office,
    basis,
    crossing,
    hits,
    indexed,
    office,
)
from vsa_core.desk.audit_records import Place
from vsa_core.desk.audit_replays import Counts, Replay
from vsa_core.desk.cases import NewCase
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered, WrongUsage


@pytest.fixture
def dan(ready: Office) -> SignedIn:
    """The DPO of an installation where one question was asked."""
    if "dan" not in {person.name for person in ready.desks.people.listed()}:
        hits(ready)
        return enrol(ready.desks, "dan", Role.DPO)
    return ready.desks.people.sign_in("dan", SECRET)


def asked(at: Office) -> str:
    """The newest question whose answer came to its end."""
    answered = [r["about"]["of"] for r in records(at.home) if r["act"] == Act.RESULT]
    queries = {r["seq"] for r in records(at.home) if r["act"] == Act.QUERY}
    return str(max(queries & set(answered)))


@pytest.fixture
def request_(ready: Office, dan: SignedIn) -> Replay:
    """An open request; whoever needs it run runs it."""
    hits(ready)
    return ready.desks.replays.ask(dan, asked(ready))


def test_a_replay_compares_counts_and_gives_nothing_else(
    ready: Office, dan: SignedIn, request_: Replay
) -> None:
    assert request_.open
    run = ready.desks.replays.run(ready.who, ready.where, request_.place)
    assert run.outcome is not None
    assert run.outcome.same
    assert run.outcome.first == run.outcome.now == Counts(1, run.outcome.now.looked)
    assert run.outcome.now.looked == 12
    assert not run.open
    (listed,) = [one for one in ready.desks.replays.listed(dan) if one.place == run.place]
    assert listed == run
    record = next(r for r in reversed(records(ready.home)) if r["act"] == Act.REPLAY)
    assert (record["who"], record["case"]) == ("alice", "2024/17")
    assert set(record["about"]) == {
        *("shard", "record", "request_shard", "request"),
        *("hits_first", "hits_now", "looked_first", "looked_now", "same", "running"),
    }
    assert record["sealed"] == ""


def test_the_question_of_a_replay_is_a_question_of_its_own(ready: Office, request_: Replay) -> None:
    since = len(records(ready.home))
    ready.desks.replays.run(ready.who, ready.where, request_.place)
    told = records(ready.home)[since:]
    (query,) = [record for record in told if record["act"] == Act.QUERY]
    assert (query["question"], query["motive"]) == (crossing_digest(ready), "M05")
    assert [r["act"] for r in told][-2:] == [Act.RESULT, Act.REPLAY]


def crossing_digest(at: Office) -> str:
    """The digest under which that question stands in the journal."""
    from vsa_core.events.registry import completed

    return completed(crossing()).digest


def test_a_keyholder_sees_what_waits_until_it_was_run(ready: Office, request_: Replay) -> None:
    waiting = ready.desks.replays.waiting(ready.who, ready.where)
    assert request_.place in {one.place for one in waiting}
    assert last(ready.home)["about"] == {"what": "replays"}
    for one in waiting:
        ready.desks.replays.run(ready.who, ready.where, one.place)
    assert ready.desks.replays.waiting(ready.who, ready.where) == ()
    with pytest.raises(Refused, match="CAS-107"):
        ready.desks.replays.run(ready.who, ready.where, request_.place)
    assert denied(ready.home) == ("alice", "replay", "CAS-107")


def test_one_request_is_open_for_a_question_at_a_time(
    ready: Office, dan: SignedIn, request_: Replay
) -> None:
    with pytest.raises(Refused, match="CAS-106"):
        ready.desks.replays.ask(dan, str(request_.asked))
    ready.desks.replays.run(ready.who, ready.where, request_.place)
    ready.desks.replays.ask(dan, str(request_.asked))


def test_only_a_question_is_replayed(ready: Office, dan: SignedIn) -> None:
    with pytest.raises(WrongUsage, match="CAS-105"):
        ready.desks.replays.ask(dan, "0")
    with pytest.raises(WrongUsage, match="CAS-103"):
        ready.desks.replays.ask(dan, "999999")


def test_only_the_dpo_asks_and_a_dpo_never_runs(ready: Office, dan: SignedIn) -> None:
    with pytest.raises(Refused, match="LAW-001"):
        ready.desks.replays.ask(ready.who, asked(ready))
    assert denied(ready.home) == ("alice", "replay_ask", "LAW-001")
    forged = replace(ready.where, ticket=dan.ticket)
    for where in (ready.where, forged):
        with pytest.raises(Refused, match="CAS-002"):
            ready.desks.replays.run(dan, where, Place("2024H1", 1))
        with pytest.raises(Refused, match="CAS-002"):
            ready.desks.replays.waiting(dan, where)


def test_an_analyst_does_not_list_the_requests_of_all_cases(ready: Office) -> None:
    with pytest.raises(Refused, match="LAW-001"):
        ready.desks.replays.listed(ready.who)


def test_a_request_about_another_case_is_not_run_here(
    ready: Office, request_: Replay, tmp_path: Path
) -> None:
    new = NewCase("2024/99", basis(), (), START + 100 * HOUR)
    alice = ready.desks.people.sign_in("alice", SECRET)
    elsewhere = ready.desks.cases.open(alice, str(tmp_path / "case"), new, MOTIVE)
    assert ready.desks.replays.waiting(alice, elsewhere) == ()
    with pytest.raises(Refused, match="CAS-107"):
        ready.desks.replays.run(alice, elsewhere, request_.place)
    ready.desks.people.sign_out(alice)


def test_a_basis_that_expired_is_recorded_and_the_request_stays_open(tmp_path: Path) -> None:
    clock = FixedClock()
    at = indexed(office(tmp_path, clock))
    hits(at)
    dan = enrol(at.desks, "dan", Role.DPO)
    request = at.desks.replays.ask(dan, asked(at))
    clock.time += 72 * HOUR
    with pytest.raises(Refused, match="LAW-005"):
        at.desks.replays.run(at.who, at.where, request.place)
    assert last(at.home)["act"] == Act.REPLAY
    (told,) = at.desks.replays.listed(dan)
    assert told.outcome is not None
    assert (told.outcome.code, told.outcome.now, told.open) == ("LAW-005", None, True)


def test_what_was_indexed_since_shows_in_the_counts(tmp_path: Path) -> None:
    at = office(tmp_path)
    assert hits(at) == ()  # nothing was looked at yet
    dan = enrol(at.desks, "dan", Role.DPO)
    request = at.desks.replays.ask(dan, asked(at))
    indexed(at)
    run = at.desks.replays.run(at.who, at.where, request.place)
    assert run.outcome is not None
    assert (run.outcome.first, run.outcome.now) == (Counts(0, 0), Counts(1, 12))
    assert not run.outcome.same


def test_a_question_that_is_not_the_one_sealed_is_tampering(
    ready: Office, request_: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vsa_core.desk import audit_replays

    def other(fields: dict[str, Any]) -> object:
        return replace(crossing(), classes=("car",))

    monkeypatch.setattr(audit_replays, "query_of", other)
    with pytest.raises(Tampered, match="CAS-108"):
        ready.desks.replays.run(ready.who, ready.where, request_.place)
    monkeypatch.undo()
    ready.desks.replays.run(ready.who, ready.where, request_.place)
