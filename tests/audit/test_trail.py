"""What links the shards is checked: none may be changed, swapped, taken away or slipped in."""

import base64
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.attacks import edited, resealed
from tests.audit.world import (
    NEXT,
    ORIGIN,
    ask,
    begin,
    cosign,
    pen,
    public,
    reopen_later,
    verify,
)
from vsa_core.audit.cosignature import Witness
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import Head, note
from vsa_core.audit.lines import parse
from vsa_core.audit.review import Verdict, Wanted, read, verify_log
from vsa_core.audit.shard import Shard
from vsa_core.audit.trail import given_up, sha256_of
from vsa_core.audit.tree import Range, leaf
from vsa_core.domain.case import Act, Role
from vsa_core.domain.provenance import Canonical

HALF = 182 * 86_400 * 1_000_000
NAMES = ("2026H2", "2027H1", "2027H2")
SIZES = (6, 6, 5)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three shards, each with two questions and their answers."""
    folder = tmp_path_factory.mktemp("original")
    with begin(folder) as journal:
        ask(journal, 2)
    for number in range(2):
        with reopen_later(folder, NEXT + number * HALF) as journal:
            ask(journal, 2)
            journal.checkpoint()
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A copy to be attacked."""
    return shutil.copytree(original, tmp_path / "copy")


def judged(folder: Path, printed: tuple[int, str] | None = None) -> Verdict:
    return verify_log(folder, public(), verify, printed)


def log(folder: Path, name: str) -> list[bytes]:
    return (folder / name / "audit.jsonl").read_bytes().splitlines(keepends=True)


def put(folder: Path, name: str, lines: list[bytes]) -> None:
    """Other lines, and a head that agrees with them: the forger has the key."""
    tree = Range()
    for raw in lines:
        tree = tree.added(leaf(parse(raw, 0).body))
    origin = ORIGIN if name == NAMES[0] else f"{ORIGIN}/{name}"
    head = Head(origin, tree.size, tree.root)
    (folder / name / "audit.jsonl").write_bytes(b"".join(lines))
    (folder / name / "head").write_bytes(note(head, public(), pen().sign(head.body)))
    for path in (folder / name).glob("cp-*"):
        path.unlink()


def test_a_whole_journal_of_three_shards(folder: Path) -> None:
    verdict = judged(folder)
    assert verdict == Verdict(True, 5, verdict.root, shard="2027H2", total=sum(SIZES))
    assert verify_log(folder, public(), verify, every_seal=False) == verdict


def test_all_shards_are_read_in_order(folder: Path) -> None:
    found = list(read(folder))
    assert [one.shard for one in found] == [
        name for name, size in zip(NAMES, SIZES, strict=True) for _ in range(size)
    ]
    assert [one.time for one in found] == sorted(one.time for one in found)
    (first, second) = read(folder, Wanted(acts=frozenset({Act.SHARD_END})))
    assert (first.sequence, second.sequence) == (5, 5)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_changed_record_is_named_with_its_shard(name: str, place: int, folder: Path) -> None:
    lines = log(folder, name)
    lines[place] = edited(lines[place], who="mallory")
    (folder / name / "audit.jsonl").write_bytes(b"".join(lines))
    verdict = judged(folder)
    assert (verdict.ok, verdict.reason, verdict.shard, verdict.place, verdict.file) == (
        *(False, "AUD-108", name, place),
        "audit.jsonl",
    )
    light = verify_log(folder, public(), verify, every_seal=False)
    assert (light.ok, light.shard) == (False, name)


@pytest.mark.parametrize("size", range(1, 6))
@pytest.mark.parametrize("name", NAMES)
def test_a_printed_root_of_any_shard_is_found(name: str, size: int, folder: Path) -> None:
    tree = Range()
    for raw in log(folder, name)[:size]:
        tree = tree.added(leaf(parse(raw, 0).body))
    assert judged(folder, (size, tree.root.hex())).ok
    assert judged(folder, (size, bytes(32).hex())).reason == "AUD-115"
    assert judged(folder, (7, tree.root.hex())).reason == "AUD-114"


@pytest.mark.parametrize("name", NAMES[:2])
def test_the_holder_of_the_key_cannot_rewrite_a_shard_that_ended(name: str, folder: Path) -> None:
    lines = log(folder, name)
    origin = ORIGIN if name == NAMES[0] else f"{ORIGIN}/{name}"
    lines[3] = edited(lines[3], boot="boot-0")
    put(folder, name, sealed_anew(lines, origin))
    verdict = judged(folder)
    following = NAMES[NAMES.index(name) + 1]
    assert (verdict.reason, verdict.shard, verdict.file) == (
        *("AUD-120", following),
        "inception.json",
    )


def sealed_anew(lines: list[bytes], origin: str) -> list[bytes]:
    out, tree = [], Range()
    for raw in resealed(lines, 0, 7):
        body = parse(raw, 0).body
        tree = tree.added(leaf(body))
        seal = pen().sign(Head(origin, tree.size, tree.root).body)
        out.append(body + b"\t" + _text(seal) + b"\n")
    return out


def _text(seal: bytes) -> bytes:
    return base64.b64encode(seal)


@pytest.mark.parametrize("name", NAMES[:2])
def test_a_shard_taken_away_is_noticed(name: str, folder: Path) -> None:
    shutil.rmtree(folder / name)
    verdict = judged(folder)
    assert (verdict.ok, verdict.reason, verdict.file) == (False, "AUD-123", name)


def test_the_newest_one_taken_away_is_for_the_witnesses(folder: Path) -> None:
    printed = (5, judged(folder).root)
    shutil.rmtree(folder / NAMES[2])
    assert judged(folder).ok  # every prefix of a valid log is a valid log
    assert not judged(folder, printed).ok


def test_shards_that_changed_places_are_noticed(folder: Path) -> None:
    (folder / NAMES[0]).rename(folder / "x")
    (folder / NAMES[1]).rename(folder / NAMES[0])
    (folder / "x").rename(folder / NAMES[1])
    assert not judged(folder).ok


def test_a_first_shard_slipped_in_is_noticed(folder: Path) -> None:
    shutil.copytree(folder / NAMES[0], folder / "2026H1")
    verdict = judged(folder)
    assert (verdict.ok, verdict.shard) == (False, NAMES[0])


def test_a_record_after_the_end_is_noticed(folder: Path) -> None:
    lines = log(folder, NAMES[0])
    more = resealed([*lines, lines[3]], len(lines), 7)
    put(folder, NAMES[0], more)
    verdict = judged(folder)
    assert (verdict.reason, verdict.shard, verdict.place) == ("AUD-118", NAMES[0], 6)


def test_an_end_that_names_no_shard_is_noticed(folder: Path) -> None:
    lines = log(folder, NAMES[0])
    for name in ("", "..", 7):
        lines[5] = edited(lines[5], about={"next": name})
        put(folder, NAMES[0], sealed_anew(lines, ORIGIN))
        assert (judged(folder).reason, judged(folder).place) == ("AUD-109", 5)


def test_time_may_not_go_back_across_shards(folder: Path) -> None:
    lines = log(folder, NAMES[1])
    early = json.loads(parse(log(folder, NAMES[0])[1], 1).body)
    lines[0] = edited(lines[0], us=early["us"], t=early["t"])
    put(folder, NAMES[1], sealed_anew(lines, f"{ORIGIN}/{NAMES[1]}"))
    verdict = judged(folder)
    assert (verdict.reason, verdict.shard, verdict.place) == ("AUD-107", NAMES[1], 0)


def test_a_gap_is_filled_by_the_record_of_its_purge(folder: Path) -> None:
    size, root = 6, _root(log(folder, NAMES[1]))
    about: dict[str, Canonical] = {"shard": NAMES[1], "size": size, "root": root}
    with reopen_later(folder, NEXT + HALF) as journal:
        journal.append(Entry(Act.SHARD_PURGE, "admin", Role.ADMINISTRATOR, about=about))
    assert judged(folder).ok
    shutil.rmtree(folder / NAMES[1])
    assert judged(folder).ok
    shutil.rmtree(folder / NAMES[0])
    assert (judged(folder).ok, judged(folder).shard) == (True, NAMES[2])


def test_a_purge_of_another_root_fills_no_gap(folder: Path) -> None:
    about: dict[str, Canonical] = {"shard": NAMES[1], "size": 6, "root": "00" * 32}
    with reopen_later(folder, NEXT + HALF) as journal:
        journal.append(Entry(Act.SHARD_PURGE, "admin", Role.ADMINISTRATOR, about=about))
    shutil.rmtree(folder / NAMES[1])
    assert judged(folder).reason == "AUD-123"


def _root(lines: list[bytes]) -> str:
    tree = Range()
    for raw in lines:
        tree = tree.added(leaf(parse(raw, 0).body))
    return tree.root.hex()


def test_every_checkpoint_is_checked(folder: Path) -> None:
    origin = f"{ORIGIN}/{NAMES[1]}"
    right = (folder / NAMES[1] / "cp-000000005.note").read_bytes()
    false = Head(origin, 5, bytes(32))
    ahead = Head(origin, 9, bytes(32))
    for data, name, reason in [
        (right, "cp-000000004.note", "AUD-119"),
        (b"", "cp-000000005.note", "AUD-119"),
        (right[:-2] + b"A\n", "cp-000000005.note", "AUD-119"),
        (note(false, public(), pen().sign(false.body)), "cp-000000005.note", "AUD-119"),
        (note(false, public(), pen(8).sign(false.body)), "cp-000000005.note", "AUD-119"),
        (note(ahead, public(), pen().sign(ahead.body)), "cp-000000009.note", "AUD-112"),
    ]:
        path = folder / NAMES[1] / name
        path.write_bytes(data)
        verdict = judged(folder)
        assert (verdict.ok, verdict.reason, verdict.shard, verdict.file) == (
            *(False, reason, NAMES[1]),
            name,
        )
        path.unlink()
    assert judged(folder).ok


def test_every_cosignature_is_checked(folder: Path) -> None:
    dpo, path = Witness("dpo.example/ledoux", public(9)), folder / NAMES[1] / "dpo-000000005.note"
    right = (folder / NAMES[1] / "cp-000000005.note").read_bytes()
    path.write_bytes(cosign(right))
    verdict = verify_log(folder, public(), verify, witnesses=[Witness("x", public(8)), dpo])
    assert [(one.head.size, one.name) for one in verdict.cosigned] == [(5, dpo.name)]
    assert judged(folder).ok
    unknown = verify_log(folder, public(), verify, witnesses=[replace(dpo, key=public(8))])
    assert (unknown.reason, unknown.file, unknown.shard) == ("AUD-124", path.name, NAMES[1])
    for data, reason in [
        (right, "AUD-119"),
        (b"", "AUD-124"),
        (cosign(right[:-4] + b"AAA\n"), "AUD-119"),
    ]:
        path.write_bytes(data)
        verdict = verify_log(folder, public(), verify, witnesses=[dpo])
        assert (verdict.ok, verdict.reason) == (False, reason)


def test_a_shard_is_given_up_only_by_the_next_one(folder: Path) -> None:
    found = [Shard(folder / name) for name in NAMES]
    assert [given_up(found, place) for place in range(3)] == [None] * 3
    found[1].inception.unlink()
    assert given_up(found, 0) is None


def test_a_file_that_is_gone_counts_as_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert sha256_of(tmp_path / "absent") == sha256_of(tmp_path / "empty")
