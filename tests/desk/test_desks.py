"""What each role gets from the desk: the DPO and the administrator get no footage from any call."""

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from tests.desk.paper_calls import ORDER
from tests.desk.question_calls import question_calls
from tests.desk.records import denied, enrol, quiet, records
from tests.desk.scene import MOTIVE, SECRET, START, Office, crossing, film, hits, indexed
from tests.desk.test_register import desk_calls
from vsa_core.desk.audit_records import Place
from vsa_core.desk.audits import Filter
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.scope import Wish
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.desk.viewing import Look
from vsa_core.domain.case import Act, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.domain.widening import Wider
from vsa_core.errors import Refused


def methods() -> dict[str, Callable[..., object]]:
    """Every public method of every desk, by room and name."""
    rooms = get_type_hints(Desks)
    return {
        call: getattr(rooms[call.partition(".")[0]], call.partition(".")[2])
        for call in desk_calls()
    }


def in_case() -> set[str]:
    """The calls that say in which case: all that can reach footage."""
    return {name for name, call in methods().items() if InCase in get_type_hints(call).values()} - {
        "cases.open",
        "cases.enter",
        "cases.leave",
    }


@pytest.fixture(scope="module")
def shown(ready: Office) -> Look:
    """What the analyst of the case saw."""
    return ready.desks.viewing.look(ready.who, ready.where, hits(ready)[0].name, MOTIVE)


def on_footage(
    at: Office, who: SignedIn, where: InCase, shown: Look, folder: Path
) -> dict[str, Callable[[], Any]]:
    """Every call about a case, made by somebody who may be anybody."""
    d, digest = at.desks, at.footage.digest
    name = hits(at)[0].name
    new = Admission(str(folder / "b.mp4"), "rue", "S2", ClockClaim(START, 0, 0, "a"))
    claim = ClockClaim(START, 1, 0, "alice")
    wish = Wish((name,), "", None, 1_000_000, str(folder / "export"), "", "fr")
    level = Level.FULL
    asking = d.queries.ask(at.who, at.where, crossing(), MOTIVE)
    list(asking)
    minute = Window(START, START + 60 * MICROSECONDS)
    try:
        reel = d.playing.open(who, where, "rue", minute, MOTIVE)
    except Refused:  # who may open none asks for somebody else's
        reel = d.playing.open(at.who, at.where, "rue", minute, MOTIVE)
    return {
        "footage.admit": lambda: d.footage.admit(who, where, new, MOTIVE),
        "footage.claim_clock": lambda: d.footage.claim_clock(who, where, digest, claim, MOTIVE),
        "footage.listed": lambda: d.footage.listed(who, where),
        "footage.geometry": lambda: d.footage.geometry(who, where),
        "footage.picture_times": lambda: d.footage.picture_times(who, where, digest),
        "cases.close": lambda: d.cases.close(who, where, MOTIVE),
        "orders.enter": lambda: d.orders.enter(who, where, ORDER),
        "orders.listed": lambda: d.orders.listed(who, where),
        "orders.done": lambda: d.orders.done(who, where, "0", "fait"),
        "widening.ask": lambda: d.widening.ask(who, where, Wider("ORD 7", START, ("cour",))),
        "widening.carry_out": lambda: d.widening.carry_out(who, where, "0" * 16),
        "indexing.index": lambda: d.indexing.index(
            who, where, level, (), MOTIVE, quiet, lambda: False
        ),
        **question_calls(at, who, where, name),
        "queries.tune": lambda: d.queries.tune(who, where, asking, asking.query),
        "replays.waiting": lambda: d.replays.waiting(who, where),
        "replays.run": lambda: d.replays.run(who, where, asked_again(at)),
        "viewing.look": lambda: d.viewing.look(who, where, name, MOTIVE),
        "viewing.examine": lambda: d.viewing.look(who, where, name, MOTIVE, True),
        "viewing.tracks": lambda: d.viewing.tracks(who, where, "rue", MOTIVE),
        "viewing.close": lambda: d.viewing.close(who, where, shown),
        "playing.open": lambda: d.playing.open(who, where, "rue", minute, MOTIVE),
        "playing.shot": lambda: d.playing.shot(who, where, reel, digest, 0),
        "playing.glimpse": lambda: d.playing.glimpse(who, where, reel, digest, 0),
        "playing.warm": lambda: d.playing.warm(who, where, reel, digest, 0),
        "playing.examine": lambda: d.playing.examine(who, where, reel, 0, reel.window, MOTIVE),
        "playing.thumbnails": lambda: d.playing.thumbnails(who, where, (name,), MOTIVE),
        "playing.background": lambda: d.playing.background(who, where, "rue", MOTIVE),
        "playing.close": lambda: d.playing.close(who, where, reel),
        "exports.export": lambda: d.exports.export(who, where, wish, MOTIVE, quiet, lambda: False),
    }


def asked_again(at: Office) -> Place:
    """A request of the DPO that waits for a keyholder of that case."""
    name = f"asks-{at.where.case.number[-2:]}"
    known = {person.name for person in at.desks.people.listed()}
    if name in known:
        dpo = at.desks.people.sign_in(name, SECRET)
    else:
        dpo = enrol(at.desks, name, Role.DPO, _admin(at))
    ended = [one for one in records(at.home) if one["act"] == Act.RESULT]
    query = max(one["about"]["of"] for one in ended if one["case"] == at.where.case.number)
    return at.desks.replays.ask(dpo, str(query)).place


def test_the_walk_takes_in_every_call_about_a_case(
    ready: Office, shown: Look, tmp_path: Path
) -> None:
    walked = on_footage(ready, ready.who, ready.where, shown, tmp_path)
    assert set(walked) - {"viewing.examine"} == in_case()
    assert len(in_case()) >= 13


@pytest.mark.parametrize("role", [Role.DPO, Role.ADMINISTRATOR])
def test_who_guards_the_data_gets_no_footage_from_any_call(
    role: Role, ready: Office, shown: Look, tmp_path: Path
) -> None:
    who = enrol(ready.desks, f"guard-{role.value}", role, _admin(ready))
    forged = replace(ready.where, ticket=who.ticket)
    film(tmp_path / "b.mp4", 3)
    for where in (ready.where, forged):
        for call in on_footage(ready, who, where, shown, tmp_path).values():
            with pytest.raises(Refused, match="CAS-002"):
                call()
    assert not (tmp_path / "export").exists()
    with pytest.raises(Refused, match="KEY-008"):
        ready.desks.cases.enter(who, ready.where.folder)
    assert denied(ready.home) == (who.person.name, "case_read", "KEY-008")
    new = NewCase("2024/99", ready.where.case.basis, (), ready.where.case.erase_by)
    with pytest.raises(Refused, match="LAW-001"):
        ready.desks.cases.open(who, str(tmp_path / "case"), new, MOTIVE)
    assert denied(ready.home) == (who.person.name, "case_open", "LAW-001")


def _admin(at: Office) -> SignedIn | None:
    """The administrator, as soon as there is one."""
    names = {person.name for person in at.desks.people.listed()}
    known = f"guard-{Role.ADMINISTRATOR.value}"
    if known not in names:
        return None
    return at.desks.people.sign_in(known, SECRET)


def test_the_dpo_gets_the_journal_and_their_sheets_hold_no_name_of_a_file(ready: Office) -> None:
    dan = enrol(ready.desks, "dan", Role.DPO, _admin(ready))
    told = str(ready.desks.audits.read(dan, Filter()).records)
    assert "2024/17" in told
    assert ready.footage.name not in told
    assert ready.footage.path not in told


@pytest.fixture(scope="module")
def court(ready: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The same film in a case of which a magistrate is one of the people."""
    judge = enrol(ready.desks, "justine", Role.MAGISTRATE, _admin(ready))
    alice = ready.desks.people.sign_in("alice", SECRET)
    folder = str(tmp_path_factory.mktemp("court") / "case")
    new = NewCase("2024/18", ready.where.case.basis, ("justine",), ready.where.case.erase_by)
    where = ready.desks.cases.open(alice, folder, new, MOTIVE)
    clock = ClockClaim(START, 0, 0, "alice")
    ready.desks.footage.admit(
        alice, where, Admission(ready.footage.path, "rue", "S1", clock), MOTIVE
    )
    indexed(replace(ready, who=alice, where=where))
    ready.desks.people.sign_out(alice)
    return replace(ready, who=judge, where=ready.desks.cases.enter(judge, folder))


CHANGING = {
    "cases.close": Act.CASE_CLOSE,
    "orders.done": Act.ORDER_DONE,
    "widening.carry_out": Act.BASIS_CHANGE,
    "footage.admit": Act.ADMIT,
    "footage.claim_clock": Act.CLOCK,
    "indexing.index": Act.INDEX,
    "reviews.judge": Act.MATCH,
    "saved.keep": Act.SAVE,
    "saved.rename": Act.SAVE,
    "saved.drop": Act.SAVE,
    "calibration.keep": Act.CALIBRATE,
    "exports.export": Act.EXPORT,
}


def test_a_magistrate_asks_and_looks_and_changes_nothing(court: Office, tmp_path: Path) -> None:
    name = hits(court)[0].name
    shown = court.desks.viewing.look(court.who, court.where, name, MOTIVE, examine=True)
    film(tmp_path / "b.mp4", 3)
    for call, made in on_footage(court, court.who, court.where, shown, tmp_path).items():
        if call not in CHANGING:
            made()
            continue
        with pytest.raises(Refused, match="LAW-001"):
            made()
        assert denied(court.home) == ("justine", CHANGING[call], "LAW-001")
    assert not (tmp_path / "export").exists()


def plain(kind: object, seen: frozenset[object] = frozenset()) -> Iterator[type]:
    """The dataclasses in a type, however deep; one may hold others of its own type."""
    if kind in seen:
        return
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for inner in get_type_hints(kind).values():
            yield from plain(inner, seen | {kind})
    for inner in get_args(kind):
        yield from plain(inner, seen)


def test_what_goes_in_and_comes_out_never_changes_afterwards() -> None:
    crossing_the_desk = {
        kind
        for call in methods().values()
        for hint in get_type_hints(call).values()
        for kind in plain(hint)
    }
    assert len(crossing_the_desk) > 30
    thawed = [k.__name__ for k in crossing_the_desk if not k.__dataclass_params__.frozen]  # type: ignore[attr-defined]
    assert thawed == []


def test_every_call_of_the_desk_says_what_it_does() -> None:
    assert [name for name, call in methods().items() if not inspect.getdoc(call)] == []
