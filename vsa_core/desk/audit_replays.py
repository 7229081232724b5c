"""A question asked again at the DPO's request: a keyholder runs it, and both see counts alone."""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vsa_core.audit.review import Logged
from vsa_core.desk.archive import Archive
from vsa_core.desk.asking_again import asked_again
from vsa_core.desk.audit_records import Place, every, found, in_use, named, place_in
from vsa_core.desk.machine import Machine
from vsa_core.desk.queries import Queries
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Looked
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query, query_of
from vsa_core.errors import Fault, Refused, Tampered, WrongUsage
from vsa_core.store.sealed import unseal

CHECKING = "M05"
"""Motive: control of lawful use."""

_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Counts:
    """What one run of a question came to: hits, and seconds of footage looked at."""

    hits: int
    looked: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a replay ended.

    `same`: the digest over all hits is the one of the first time; `code`: why
    it could not be run, "" when it was; `first` is None where the question
    had no answer then, `now` where it has none now.
    """

    place: Place
    at: int
    by: str
    first: Counts | None
    now: Counts | None
    same: bool
    code: str = ""


@dataclass(frozen=True, slots=True)
class Replay:
    """A request, at `place`, to ask the question of the record `asked` again; `at` in µs UTC.

    `outcome` is the last one: a request stays open until it was run.
    """

    place: Place
    asked: Place
    case: str
    by: str
    at: int
    outcome: Outcome | None = None

    @property
    def open(self) -> bool:
        """Whether it still waits for a keyholder."""
        return self.outcome is None or bool(self.outcome.code)


class Replays:
    """Requests of the DPO to people who hold the key of a case. No hit is ever given back."""

    def __init__(
        self, machine: Machine, register: Register, tickets: Tickets, queries: Queries
    ) -> None:
        self._machine = machine
        self._register = register
        self._tickets = tickets
        self._queries = queries

    def ask(self, who: SignedIn, record: str) -> Replay:
        """Ask for a replay of the question that a record holds, named as in `Audits.remark`.

        Refused (LAW-001) to whoever is not DPO, (CAS-106) while a request for
        it is open; WrongUsage (CAS-103) for no such record, (CAS-105) for one
        that is no question.
        """
        self._tickets.keys(who)
        self._register.grant(who.person, Deed(Act.REPLAY_ASK, about={"what": record[:40]}))
        place = place_in(self._audit, record)
        logged = found(self._audit, place)
        if logged.act is not Act.QUERY:
            raise WrongUsage("CAS-105", record=str(place))
        if any(replay.open and replay.asked == place for replay in self._requests()):
            raise Refused("CAS-106", record=str(place))
        question = str(logged.fields["question"])
        about = {**place.fields(), "number": logged.case}
        deed = Deed(Act.REPLAY_ASK, question=question, about=about, number=logged.case)
        receipt = self._register.write(who.person, deed)
        own = Place(in_use(self._audit), receipt.sequence)
        return Replay(own, place, logged.case, who.person.name, self._register.journal.time)

    def listed(self, who: SignedIn) -> tuple[Replay, ...]:
        """Every request, oldest first, with its counts where it was run; a reading of the journal.

        Refused (LAW-001) to whoever may not read the journal.
        """
        self._tickets.keys(who)
        self._register.permit(who.person, Deed(Act.AUDIT_READ, about={"what": "replays"}))
        return tuple(self._requests())

    def waiting(self, who: SignedIn, where: InCase) -> tuple[Replay, ...]:
        """The open requests about the case that a keyholder entered; recorded."""
        self._tickets.archive(who, where)
        about = {"what": "replays"}
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about=about))
        return tuple(self._of(where))

    def run(self, who: SignedIn, where: InCase, request: Place) -> Replay:
        """Ask the question of an open request again, and record how it compares, in counts.

        The question is a new one for the journal, with the motive of control;
        the law decides as for any other. Refused (CAS-107) where no such
        request is open for this case. What else refuses or breaks it is
        recorded with its code, raised, and leaves the request open.
        """
        archive = self._tickets.archive(who, where)
        deed = Deed(Act.REPLAY, where.case, about=_naming(request))
        self._register.grant(who.person, deed)
        chosen = next((one for one in self._of(where) if one.place == request), None)
        if chosen is None:
            refusal = Refused("CAS-107", record=str(request), case=where.case.number)
            self._register.deny(who.person, deed, refusal)
            raise refusal
        try:
            about = self._compared(who, where, archive, chosen)
        except Fault as fault:
            self._written(who, where, chosen, {"code": fault.code})
            raise
        return self._written(who, where, chosen, about)

    @property
    def _audit(self) -> Path:
        return self._machine.audit

    def _of(self, where: InCase) -> Iterator[Replay]:
        return (one for one in self._requests() if one.open and one.case == where.case.number)

    def _requests(self) -> list[Replay]:
        requests: dict[Place, Replay] = {}
        for logged in every(self._audit):
            about, place = logged.fields["about"], Place(logged.shard, logged.sequence)
            if logged.act is Act.REPLAY_ASK:
                replay = _asked(place, logged)
                if replay is not None:
                    requests[replay.place] = replay
            elif logged.act is Act.REPLAY:
                of = named(about, "request_shard", "request")
                if of in requests:
                    outcome = _outcome(place, logged)
                    requests[of] = replace(requests[of], outcome=outcome)
        return list(requests.values())

    def _compared(
        self, who: SignedIn, where: InCase, archive: Archive, request: Replay
    ) -> dict[str, Canonical]:
        logged, first = self._first(request.asked)
        query = _opened(logged, archive.keys.log)
        now = asked_again(self._queries, who, where, query, CHECKING, _inner(logged))
        told: dict[str, Canonical] = {"hits_now": now.hits, "looked_now": now.looked}
        if first is not None:
            then = _told(first)
            told |= {"hits_first": then.hits, "looked_first": then.looked}
        same = first is not None and now.same(_inner(first))
        return {**told, "same": same, "running": now.running}

    def _first(self, asked: Place) -> tuple[Logged, Logged | None]:
        """The record of a question, and that of its whole answer, None where it has none."""
        question, answer = found(self._audit, asked), None
        for logged in every(self._audit):
            of = _inner(logged).get("of")
            if (logged.shard, of, logged.act) == (asked.shard, asked.sequence, Act.RESULT):
                answer = logged
        return question, answer

    def _written(
        self, who: SignedIn, where: InCase, request: Replay, told: dict[str, Canonical]
    ) -> Replay:
        about = {**request.asked.fields(), **_naming(request.place), **told}
        receipt = self._register.write(who.person, Deed(Act.REPLAY, where.case, about=about))
        place = Place(in_use(self._audit), receipt.sequence)
        return replace(request, outcome=_outcome(place, found(self._audit, place)))


def _naming(request: Place) -> dict[str, Canonical]:
    return {"request_shard": request.shard, "request": request.sequence}


def _asked(place: Place, logged: Logged) -> Replay | None:
    asked = named(logged.fields["about"])
    if asked is None:
        return None
    number = str(_inner(logged).get("number", ""))
    return Replay(place, asked, number, logged.who, logged.time)


def _outcome(place: Place, logged: Logged) -> Outcome:
    about = _inner(logged)
    return Outcome(
        place=place,
        at=logged.time,
        by=logged.who,
        first=_counts(about, "first"),
        now=_counts(about, "now"),
        same=about.get("same") is True,
        code=str(about.get("code", "")),
    )


def _counts(about: Mapping[str, Canonical], when: str) -> Counts | None:
    hits, looked = about.get(f"hits_{when}"), about.get(f"looked_{when}")
    return Counts(hits, looked) if isinstance(hits, int) and isinstance(looked, int) else None


def _told(answer: Logged) -> Counts:
    """What the record of an answer counted."""
    about = _inner(answer)
    hits, fates = about.get("hits"), about.get("coverage_us")
    looked = fates.get(Looked.LOOKED.value) if isinstance(fates, Mapping) else 0
    return Counts(
        hits if isinstance(hits, int) else 0, looked // _SECOND if isinstance(looked, int) else 0
    )


def _opened(logged: Logged, log_key: bytes) -> Query:
    """The question sealed in a record; Tampered (CAS-108) unless it is the one that it names."""
    broken = Tampered("CAS-108", record=logged.sequence)
    try:
        sealed = base64.b64decode(str(logged.fields["sealed"]), validate=True)
        query = query_of(json.loads(unseal(sealed, log_key, "log")[1]))
    except (ValueError, KeyError, TypeError) as error:
        raise broken from error
    if query.digest != logged.fields["question"]:
        raise broken
    return query


def _inner(logged: Logged) -> Mapping[str, Canonical]:
    about = logged.fields["about"]
    return about if isinstance(about, Mapping) else {}
