"""The verification once more, by other means: `cryptography`, rfc8785, and RFC 6962 word for word.

Nothing is shared with the court verifier: signatures are OpenSSL's, the tree
is the recursive definition over all leaves, JSON is held against the rfc8785
package with pairs kept apart, and the rules are read from docs/journal-format.md.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LETTERS = "prev t boot mode act role question sealed app".split()
NUMBERS = "v seq us behind_us mono_us seat".split()
ENDS = {
    "batch": {"query"},
    "result": {"query", "index", "validate"},
    "view_close": {"view"},
    "export_done": {"export"},
    "aborted": {"query", "index", "validate", "view", "export"},
}

SMALL = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]
"""The points of order 1, 2, 4 and 8: OpenSSL takes them for keys, under which anything holds."""


class Refused(Exception):
    """The oracle does not accept this log."""


@dataclass(frozen=True)
class Witnessed:
    """What a reader holds from outside the folder."""

    key: bytes = b""
    retained: tuple[bytes, ...] = ()
    dpo: tuple[tuple[str, bytes], ...] = ()
    printed: tuple[tuple[int, str], ...] = ()


@dataclass
class Read:
    """One shard as read: the hashes of its leaves, its records, its inception."""

    name: str
    origin: str = ""
    leaves: list[bytes] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)


def refuse_unless(true: object, why: str) -> None:
    """Raise Refused."""
    if not true:
        raise Refused(why)


def tree(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, over leaf hashes."""
    if len(leaves) <= 1:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + tree(leaves[:split]) + tree(leaves[split:])).digest()


def signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Ed25519 by OpenSSL, under no weak key."""
    if key.hex() in SMALL:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object without a key given twice, or with one that is not ASCII."""
    value = dict(found)
    refuse_unless(len(value) == len(found), "a key is given twice")
    refuse_unless(all(key.isascii() for key in value), "a key is not ASCII")
    return value


def strict(data: bytes) -> dict[str, Any]:
    """An object whose RFC 8785 form is `data`."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=pairs)
        same = rfc8785.dumps(value) == data and b"." not in _unquoted(value)
    except (ValueError, RecursionError, rfc8785.CanonicalizationError) as fault:
        raise Refused("not canonical") from fault
    refuse_unless(same and isinstance(value, dict), "not canonical")
    return dict(value)


def _unquoted(value: Any) -> bytes:
    """A point where there is a float anywhere in the value."""
    if isinstance(value, float):
        return b"."
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return b"".join(_unquoted(item) for item in inner)


def decoded(text: bytes) -> bytes:
    """Canonical base64."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as fault:
        raise Refused("base64") from fault
    refuse_unless(base64.b64encode(data) == text, "base64")
    return data


def body_of(origin: str, leaves: Sequence[bytes]) -> bytes:
    """What a seal signs."""
    root = base64.b64encode(tree(leaves)).decode()
    return f"{origin}\n{len(leaves)}\n{root}\n".encode()


def check_shape(record: dict[str, Any]) -> None:
    """Its fields, and their types."""
    named = {"who", "case", "motive"}
    others = {"basis", "about", "models"}
    refuse_unless(set(record) == {*LETTERS, *NUMBERS, *named, *others}, "fields")
    refuse_unless(all(type(record[name]) is str for name in LETTERS), "text")
    refuse_unless(all(type(record[name]) is int for name in NUMBERS), "number")
    refuse_unless(all(type(record[name]) in (str, dict) for name in named), "name")
    refuse_unless(type(record["about"]) is dict and type(record["models"]) is list, "about")
    refuse_unless(record["v"] == 1 and record["who"] and record["app"], "empty")


def check_place(record: dict[str, Any], read: Read, last: str, time: int) -> None:
    """That it follows the record before."""
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=record["us"])
    except OverflowError as fault:
        raise Refused("time") from fault
    told = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    refuse_unless(record["seq"] == len(read.records) and record["prev"] == last, "place")
    refuse_unless(record["us"] >= time and record["t"] == told, "time")
    refuse_unless((record["act"] == "inception") == (not read.records), "inception")
    refuse_unless(not read.records or read.records[-1]["act"] != "shard_end", "after the end")


def check_meaning(record: dict[str, Any], records: Sequence[dict[str, Any]]) -> None:
    """That consultations say why and answers name a question that is open."""
    act, about = record["act"], record["about"]
    if act in ("query", "settle", "view", "examine", "match", "export"):
        said = [record[name] for name in ("case", "basis", "motive", "question")]
        refuse_unless(all(said), "no reason")
    if act in ("export", "audit_export"):
        refuse_unless(about.get("recipient"), "no recipient")
    if act in ENDS:
        of = about.get("of")
        refuse_unless(type(of) is int and 0 <= of < len(records), "no question")
        asked = records[of]
        whole = asked["about"].get("what") in ("tracks", "thumbnails", "background")
        refuse_unless(asked["act"] in ENDS[act] and not whole, "no question")
        done = [one for one in records if one["act"] in ENDS and one["act"] != "batch"]
        refuse_unless(of not in [one["about"]["of"] for one in done], "no longer open")
        same = [asked[name] == record[name] for name in ("question", "case")]
        refuse_unless(all(same) or (act == "aborted" and not record["question"]), "another one")


def check_line(line: bytes, read: Read, last: str, time: int, first: str) -> bytes:
    """Take one line; its seal."""
    refuse_unless(line.endswith(b"\n") and len(line) <= 65_536 and line.count(b"\t") == 1, "cut")
    body, seal = line[:-1].split(b"\t")
    record = strict(body)
    check_shape(record)
    check_place(record, read, last, time)
    check_meaning(record, read.records)
    refuse_unless(read.records or record["about"].get("inception") == first, "inception.json")
    read.records.append(record)
    read.leaves.append(hashlib.sha256(b"\x00" + body).digest())
    signature = decoded(seal)
    refuse_unless(len(signature) == 64, "no seal")
    return signature


def note_of(data: bytes, key: bytes) -> tuple[str, int, bytes, list[tuple[str, bytes]]]:
    """Origin, size, root and further signatures of a checkpoint that the log signed."""
    try:
        lines = data.decode("utf-8").split("\n")
        origin, size, root, empty, *marks, end = lines
        refuse_unless(empty == "" and end == "" and marks and size == str(int(size)), "note")
    except ValueError as fault:
        raise Refused("note") from fault
    found = []
    for line in marks:
        parts = line.split(" ")
        refuse_unless(len(parts) == 3 and parts[0] == "—", "mark")
        found.append((parts[1], decoded(parts[2].encode())))
    body = "\n".join([origin, size, root, ""]).encode()
    (name, mark), *others = found
    own = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
    refuse_unless(name == origin and mark[:4] == own and signed(key, body, mark[4:]), "signature")
    return origin, int(size), decoded(root.encode()), others


def is_cosigned(data: bytes, key: bytes, dpo: Sequence[tuple[str, bytes]]) -> bool:
    """Whether one of these people cosigned the note."""
    body = data.partition(b"\n\n")[0] + b"\n"
    for name, mark in note_of(data, key)[3]:
        for who, public in dpo:
            ident = hashlib.sha256(who.encode() + b"\n\x04" + public).digest()[:4]
            date = int.from_bytes(mark[4:12], "big")
            message = f"cosignature/v1\ntime {date}\n".encode() + body
            if name == who and mark[:4] == ident and signed(public, message, mark[12:]):
                return True
    return False


def check_previous(said: dict[str, Any], name: str, before: Read | None) -> None:
    """That a shard follows the one before it."""
    if before is None:
        return
    previous = said["previous"]
    refuse_unless(isinstance(previous, dict), "a second beginning")
    told = (previous["shard"], previous["size"], previous["root"])
    refuse_unless(told == (before.name, len(before.leaves), tree(before.leaves).hex()), "previous")
    end = before.records[-1]
    refuse_unless(end["act"] == "shard_end" and end["about"].get("next") == name, "not ended")
    base = before.origin.removesuffix(f"/{before.name}")
    refuse_unless(said["origin"] == f"{base}/{name}", "origin")


def read_shard(folder: Path, held: Witnessed, before: Read | None) -> Read:
    """One shard, every seal and every note checked."""
    document = (folder / "inception.json").read_bytes()
    refuse_unless(document.endswith(b"\n"), "inception.json")
    said = strict(document[:-1])
    key = held.key or bytes.fromhex(said["public_key"])
    refuse_unless(said["public_key"] == key.hex(), "key")
    check_previous(said, folder.name, before)
    read = Read(folder.name, said["origin"])
    last, time, first = "", 0, hashlib.sha256(document).hexdigest()
    if before:
        time = before.records[-1]["us"]
    for line in (folder / "audit.jsonl").read_bytes().splitlines(keepends=True):
        seal = check_line(line, read, last, time, first)
        refuse_unless(signed(key, body_of(read.origin, read.leaves), seal), "seal")
        last, time = hashlib.sha256(line.split(b"\t")[0]).hexdigest(), read.records[-1]["us"]
    refuse_unless(read.leaves, "empty")
    for path in [folder / "head", *folder.glob("*.note")]:
        data = path.read_bytes()
        refuse_unless(stands(note_of(data, key), [read]), path.name)
        refuse_unless(
            not (held.dpo and path.name.startswith("dpo")) or is_cosigned(data, key, held.dpo),
            "cosignature",
        )
    return read


def stands(note: tuple[str, int, bytes, list[tuple[str, bytes]]], shards: list[Read]) -> bool:
    """Whether a note states the root of one of these shards."""
    origin, size, root, _ = note
    return any(
        read.origin == origin and 0 < size <= len(read.leaves) and tree(read.leaves[:size]) == root
        for read in shards
    )


def accepts(folder: Path, held: Witnessed = Witnessed()) -> bool:
    """Whether every byte of the journal below `folder` holds, and every witness is in it."""
    try:
        found = [path.parent for path in sorted(folder.glob("**/inception.json"))]
        shards: list[Read] = []
        for shard in found:
            shards.append(read_shard(shard, held, shards[-1] if shards else None))
        key = held.key or _told_key(found[0])
        refuse_unless(all(stands(note_of(note, key), shards) for note in held.retained), "retained")
        for size, root in held.printed:
            roots = [tree(one.leaves[:size]).hex() for one in shards if size <= len(one.leaves)]
            refuse_unless(root in roots, "printed")
    except (Refused, KeyError, IndexError, TypeError, ValueError, AttributeError, OSError):
        return False
    return True


def _told_key(folder: Path) -> bytes:
    return bytes.fromhex(strict((folder / "inception.json").read_bytes()[:-1])["public_key"])
