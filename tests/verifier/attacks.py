"""Forty attacks on a journal of 210 records, each made with real bytes.

The DPO came at record 160; the last checkpoint is at 200; 2026H1 came before.
Whoever attacks puts right what they can: without the log's key, links,
numbers and what an old seal still signs; with it, everything but the DPO's
cosignature, which they take away.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from tests.verifier.writer import (
    ORIGIN,
    SECOND,
    Record,
    Writer,
    canonical,
    cosigned,
    instant,
    sealed_note,
)

SIZE, VISIT, CHECKPOINTS = 210, 160, (50, 100, 150, 200)
DPO, DPO_SEED, OTHER = "dpo.example/mme-roux", 9, 8
ORDER = 2**252 + 27742317777372353535851937790883648493
Shards = dict[str, dict[str, bytes]]
Change = Callable[[list[Record]], list[Record]]


@dataclass(frozen=True)
class Attack:
    """What is done, in both languages; `kept`: how many records of 2026H2 are left as they were."""

    french: str
    english: str
    kept: int
    make: Callable[[], Shards]


def fill(writer: Writer, size: int) -> None:
    """Append questions and answers up to a size, checkpoints where they are due."""
    while writer.size < size:
        if writer.size + 2 > size or writer.size + 1 in CHECKPOINTS:
            writer.say("session_close")
        else:
            writer.ask()
        if writer.size in CHECKPOINTS:
            writer.keep()


@cache
def first() -> Writer:
    """The shard before."""
    writer = Writer(name="2026H1")
    writer.begin()
    fill(writer, 29)
    writer.say("shard_end", about={"next": "2026H2"})
    return writer


def begun(before: Writer, seed: int = 7) -> Writer:
    """The shard in use, with its first record."""
    previous = {
        "shard": "2026H1", "size": before.size, "root": before.root.hex(), "sha256": "",
    }  # fmt: skip
    writer = Writer(origin=f"{ORIGIN}/2026H2", previous=previous, us=before.us, seed=seed)
    writer.begin()
    return writer


def visited(writer: Writer) -> None:
    """Keep what the DPO signed."""
    note = cosigned(writer.head, DPO, DPO_SEED, writer.us // SECOND + 3600)
    writer.notes[f"dpo-{writer.size:09}.note"] = note


@cache
def second() -> Writer:
    """The shard in use, as the program wrote it."""
    writer = begun(first())
    fill(writer, VISIT)
    visited(writer)
    fill(writer, SIZE)
    return writer


def honest(**files: bytes) -> Shards:
    """Both shards, with other bytes for some files of the second."""
    names = {"log": "audit.jsonl", "inception": "inception.json", "head": "head"}
    changed = {names[name]: data for name, data in files.items()}
    return {"2026H1": first().files(), "2026H2": {**second().files(), **changed}}


def lines() -> list[bytes]:
    """The lines of the second shard."""
    return list(second().lines)


def with_line(place: int, *new: bytes) -> Shards:
    """One line replaced by others."""
    found = lines()
    found[place : place + 1] = new
    return honest(log=b"".join(found))


def edited(place: int, old: bytes, new: bytes) -> Callable[[], Shards]:
    """Other bytes in one line, nothing put right."""
    return lambda: with_line(place, lines()[place].replace(old, new, 1))


def relinked(change: Change) -> Callable[[], Shards]:
    """Records changed, numbers and links put right, each line under the seal that was there."""

    def make() -> Shards:
        seals, made, last = [line.partition(b"\t")[2] for line in lines()], list[bytes](), ""
        for number, record in enumerate(answering(change(second().records[:]))):
            body = canonical({**record, "seq": number, "prev": last})
            last = hashlib.sha256(body).hexdigest()
            made.append(body + b"\t" + seals[min(number, SIZE - 1)])
        return honest(log=b"".join(made))

    return make


def cut(size: int) -> Callable[[], Shards]:
    """The tail cut off; the head is made of the seal of the line that is now the last."""

    def make() -> Shards:
        writer = Writer(name="2026H2", origin=second().origin, previous=second().previous)
        for record in second().records[:size]:
            writer.put(record)
        notes = {name: note for name, note in second().notes.items() if int(name[-14:-5]) <= size}
        seal = base64.b64decode(lines()[size - 1].partition(b"\t")[2])
        head = sealed_note(writer.origin, size, writer.root, 7, seal)
        log = {"inception.json": writer.document, "audit.jsonl": b"".join(lines()[:size])}
        return {"2026H1": first().files(), "2026H2": {**log, "head": head, **notes}}

    return make


def stolen(
    change: Change, *, notes: str = "signed again", before: Writer | None = None, seed: int = 7
) -> Callable[[], Shards]:
    """Everything sealed again with the key; the DPO's note, which cannot be, is gone."""

    def make() -> Shards:
        writer = begun(before or first(), seed)
        for record in answering(change(second().records[:]))[1:]:
            writer.put(record)
            if writer.size in CHECKPOINTS and notes == "signed again":
                writer.keep()
        if notes == "left":
            writer.notes = {name: note for name, note in second().notes.items() if "cp" in name}
        return {"2026H1": (before or first()).files(), "2026H2": writer.files()}

    return make


def answering(found: list[Record]) -> list[Record]:
    """Records whose answers name their questions by the numbers they are going to have."""
    places = {record["seq"]: place for place, record in enumerate(found)}
    return [
        {**record, "about": {**record["about"], "of": places[record["about"]["of"]]}}
        if "of" in record["about"]
        else record
        for record in found
    ]


def other_who(place: int) -> Change:
    """Another author of a record."""
    return lambda found: [
        {**record, "who": "mallory"} if number == place else record
        for number, record in enumerate(found)
    ]


def without(place: int) -> Change:
    """The first question from a place on gone, and its answer."""

    def change(found: list[Record]) -> list[Record]:
        at = next(n for n in range(place, SIZE) if found[n]["act"] == "query")
        return [*found[:at], *found[at + 2 :]]

    return change


def twice(place: int) -> Change:
    """A record that was never made, dated as its neighbour."""
    return lambda found: [
        *found[:place], {**found[place], "act": "case_read", "about": {}}, *found[place:],
    ]  # fmt: skip


def exchanged(place: int) -> Change:
    """Two records exchanged, with their times put right."""

    def change(found: list[Record]) -> list[Record]:
        one, two = found[place], found[place + 1]
        times = [{name: record[name] for name in ("us", "t")} for record in (one, two)]
        return [*found[:place], {**two, **times[0]}, {**one, **times[1]}, *found[place + 2 :]]

    return change


def rewritten(size: int) -> Change:
    """Truncate and continue: other records from a size on, as many as there were."""
    return lambda found: [
        *found[:size],
        *({**record, "act": "case_read", "about": {}} for record in found[size:]),
    ]


def dated_back(place: int) -> Change:
    """A record dated a week earlier than it was made."""

    def change(found: list[Record]) -> list[Record]:
        us = found[place]["us"] - 7 * 86_400 * SECOND
        return [*found[:place], {**found[place], "us": us, "t": instant(us)}, *found[place + 1 :]]

    return change


def unsealed(places: Sequence[int]) -> Shards:
    """Lines without their seals."""
    found = [line.partition(b"\t")[0] + b"\n" if n in places else line for n, line in numbered()]
    return honest(log=b"".join(found))


def numbered() -> list[tuple[int, bytes]]:
    """Lines with their places."""
    return list(enumerate(lines()))


def malleable() -> Shards:
    """The last seal in its other form, S + L, which a careless verifier also accepts."""
    body, _, text = lines()[-1].partition(b"\t")
    seal = base64.b64decode(text)
    s = int.from_bytes(seal[32:], "little") + ORDER
    other = base64.b64encode(seal[:32] + s.to_bytes(32, "little"))
    return with_line(SIZE - 1, body + b"\t" + other + b"\n")


def newer_key() -> Shards:
    """Changed, and sealed with a newer key from there on (as CVE-2023-31439)."""
    forged = stolen(other_who(150), seed=OTHER)()["2026H2"]["audit.jsonl"].splitlines(keepends=True)
    found = lines()[:150]
    bodies = relinked(other_who(150))()["2026H2"]["audit.jsonl"].splitlines(keepends=True)
    for old, new in zip(bodies[150:], forged[150:], strict=True):
        found.append(old.partition(b"\t")[0] + b"\t" + new.partition(b"\t")[2])
    return honest(log=b"".join(found))


def anew(seed: int) -> Callable[[], Shards]:
    """The whole journal wiped, and another one begun under the same name."""

    def make() -> Shards:
        writer = Writer(name="2026H2", seed=seed, us=first().us)
        writer.begin()
        fill(writer, 60)
        return {"2026H2": writer.files()}

    return make


def weak_key() -> Shards:
    """A key of small order in the inception, under which one signature fits many texts."""
    shards = anew(OTHER)()
    files, weak = shards["2026H2"], bytes([1]) + bytes(31)
    seal = base64.b64encode(weak + bytes(32))
    public = Writer(seed=OTHER).document.partition(b'"public_key":"')[2][:64]
    document = files["inception.json"].replace(public, weak.hex().encode())
    made, last = list[bytes](), ""
    for number, line in enumerate(files["audit.jsonl"].splitlines()):
        body = line.partition(b"\t")[0]
        if number == 0:
            old = hashlib.sha256(files["inception.json"]).hexdigest().encode()
            body = body.replace(old, hashlib.sha256(document).hexdigest().encode())
        body = body.replace(_prev(body), f'"prev":"{last}"'.encode())
        last = hashlib.sha256(body).hexdigest()
        made.append(body + b"\t" + seal + b"\n")
    return {"2026H2": {**files, "inception.json": document, "audit.jsonl": b"".join(made)}}


def _prev(body: bytes) -> bytes:
    start = body.index(b'"prev":"')
    return body[start : body.index(b'"', start + 8) + 1]


def forged_first() -> Writer:
    """The shard before, with another author in it, sealed with the stolen key."""
    writer = Writer(name="2026H1", us=first().us)
    for record in other_who(10)(first().records[:]):
        writer.put(record)
    return writer
