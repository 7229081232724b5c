"""A record of the journal as a person reads it: who did what, when, in which case, and why."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.times import duration, local
from app.words import Words, visible
from vsa_core.desk.audit_replays import Counts, Replay
from vsa_core.domain.case import Act
from vsa_core.domain.moment import MICROSECONDS

Record = Mapping[str, object]

DIGEST = re.compile(r"(?:[^:]*:)?[0-9a-f]{64}")
"""A digest, alone or behind the name of what it is of."""


ROOMS = {
    "kind": "kinds.kind",
    "classes": "cli.classes",
    "level": "cli.levels",
    "state": "cli.states",
    "role": "cli.roles",
    "act": "cli.acts",
    "wanted": "cli.acts",
}
"""Where the words of a field's values are kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """One record in words; `at` is microseconds since 1970 UTC, `refused` a denied act."""

    sequence: int
    at: int
    when: str
    act: str
    person: str
    case: str
    motive: str
    about: str
    refused: bool


def told(record: Record, words: Words, zone: str = "") -> Told:
    """The record in the language of `words`; what comes from outside shows every character.

    zone: whose hour times are told in, "" for the machine's own.
    """
    act, at, motive = str(record["act"]), int(str(record["us"])), str(record["motive"])
    return Told(
        sequence=int(str(record["seq"])),
        at=at,
        when=local(at, words.language, zone),
        act=words.name("cli.acts", act),
        person=visible(str(record["who"])),
        case=visible(str(record["case"])),
        motive=motive,
        about=visible(about(record["about"], words, zone)),
        refused=act == Act.DENIED.value,
    )


def about(fields: object, words: Words, zone: str = "") -> str:
    """References and counts on one line: digests are for programs, and left out."""
    return words.say("journal.between").join(_lines(fields, words, zone))


def explained(record: Record, words: Words, zone: str = "") -> str:
    """Everything a reader wants of one record, line by line, and then the record itself."""
    said = told(record, words, zone)
    lines = [words.say("journal.header", sequence=said.sequence, when=said.when), said.act]
    role = record.get("role")
    lines += [f"{said.person} ({words.name('cli.roles', str(role))})" if role else said.person]
    lines += [words.say("journal.in_case", case=said.case)] if said.case else []
    motive = words.name("motives", said.motive)
    lines += [words.say("journal.motive", motive=motive)] if said.motive else []
    lines += ["", *(visible(line) for line in _lines(record["about"], words, zone))]
    written = json.dumps(record, indent=2, ensure_ascii=False, default=dict)
    lines += ["", words.say("journal.entire"), *(visible(line) for line in written.splitlines())]
    return "\n".join(lines)


def _lines(fields: object, words: Words, zone: str) -> list[str]:
    if not isinstance(fields, Mapping):
        return []
    found = ((str(name), _told(str(name), value, words, zone)) for name, value in fields.items())
    return [
        words.say(
            "journal.named",
            name=words.name("journal.field", name.removesuffix("_us")),
            value=value,
        )
        for name, value in found
        if value
    ]


def _told(name: str, value: object, words: Words, zone: str) -> str:
    if isinstance(value, Mapping):
        return _lengths(value, words) if name == "coverage_us" else ""
    if value is None or DIGEST.fullmatch(str(value)):
        return ""
    if isinstance(value, list):
        between = " – " if name.endswith("_us") else ", "
        return between.join(said for one in value if (said := _told(name, one, words, zone)))
    if isinstance(value, bool):
        return words.say("journal.yes" if value else "journal.no")
    if name.endswith("_us") and isinstance(value, int):
        return local(value, words.language, zone)
    if name == "time" and isinstance(value, int):  # of a cosignature, in seconds
        return local(value * MICROSECONDS, words.language, zone)
    return words.name(ROOMS.get(name, ""), str(value))


def _lengths(value: Record, words: Words) -> str:
    """Coverage: each fate that has a length, with it."""
    parts = (
        f"{words.name('cli.looked', str(fate))} {duration(length)}"
        for fate, length in value.items()
        if isinstance(length, int) and length
    )
    return ", ".join(parts)


def replay_state(replay: Replay, words: Words) -> str:
    """Whether a replay waits, was refused, or gave the same results."""
    outcome = replay.outcome
    if outcome is None:
        return words.say("cli.audit.replay.waiting")
    if outcome.code:
        return words.say("cli.audit.replay.refused", code=outcome.code)
    return words.say("cli.audit.replay.equal" if outcome.same else "cli.audit.replay.unequal")


def replay_counts(counts: Counts | None, words: Words) -> str:
    """What one run of a question came to: counts, never a result."""
    if counts is None:
        return words.say("cli.audit.replay.unanswered")
    looked = duration(counts.looked * MICROSECONDS)
    return words.say("cli.audit.replay.counts", hits=counts.hits, looked=looked)
