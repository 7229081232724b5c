"""Witnesses, shards and proofs: what is held against the log from outside one shard."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from resources.verifier import verify_audit
from tests.verifier.logs import KEY, NAME, check, check_all, followed, small_log
from tests.verifier.running import verdict
from tests.verifier.writer import ORIGIN, Writer, cosigned, lay, public, vkey
from vsa_core.audit.tree import consistency, inclusion, leaf, root


@pytest.fixture
def writer() -> Writer:
    """Twelve records and a checkpoint."""
    return small_log()


NOTES: list[Callable[[bytes], bytes]] = [
    lambda note: note + b"\n",
    lambda note: note.replace(b"\n\n", b"\nextension\n\n"),
    lambda note: note.replace(b"\n9\n", b"\n09\n"),
    lambda note: note.replace(b"\n9\n", b"\n8\n"),
    lambda note: note[:-8] + b"AAAA" + note[-4:],
    lambda note: note.replace("—".encode(), b"-"),
    lambda note: note.replace(ORIGIN.encode(), b"relecture/other"),
    lambda _: b"",
    lambda _: b"\xff" * 100,
]


@pytest.mark.parametrize("change", NOTES)
def test_a_changed_checkpoint_is_named(
    change: Callable[[bytes], bytes], tmp_path: Path, writer: Writer
) -> None:
    name = "cp-000000009.note"
    writer.notes[name] = change(writer.notes[name])
    status, said = check(tmp_path, writer)
    assert status == 1
    assert name in said


def test_a_checkpoint_of_another_root_is_named(tmp_path: Path, writer: Writer) -> None:
    other = small_log()
    other.say("session_open")
    writer.notes["cp-000000013.note"] = other.head
    status, said = check(tmp_path, writer)
    assert status == 1
    assert "cp-000000013.note : preuve fausse" in said


def test_a_retained_note_and_a_printed_root_cover_what_they_state(
    tmp_path: Path, writer: Writer
) -> None:
    note = tmp_path / "kept.note"
    note.write_bytes(writer.notes["cp-000000009.note"])
    folder = lay(tmp_path / "log", {writer.name: writer.files()})
    status, said = verdict(folder, "--retained", str(note))
    assert (status, "dont 9 couverts" in said) == (0, True)
    printed = writer.root.hex()
    for paper in (
        f"12 : {printed}",
        f" 12:{printed.upper()[:16]} ",
        f"12 : {printed[:32]} {printed[32:]}",
    ):
        status, said = verdict(folder, "--printed", paper)
        assert (status, "dont 12 couverts" in said) == (0, True)
    for paper in (
        f"11 : {printed}",
        f"13 : {printed}",
        f"12 : {printed[:15]}",
        "12",
        f"12 : {printed[1:]}0",
    ):
        status, said = verdict(folder, "--printed", paper)
        assert (status, "TÉMOIN ABSENT\u00a0: " in said) == (1, True)


def test_a_note_of_another_log_or_none_is_not_found(tmp_path: Path, writer: Writer) -> None:
    other = Writer(origin="relecture/other")
    other.begin()
    for number, data in enumerate([other.head, b"", small_log().head.replace(b"12", b"13")]):
        note = tmp_path / f"{number}.note"
        note.write_bytes(data)
        status, said = check(tmp_path / str(number), writer, "--retained", str(note))
        assert (status, "TÉMOIN ABSENT" in said) == (1, True)
    assert check(tmp_path / "no file", writer, "--retained", str(tmp_path / "none"))[0] == 1


def test_a_cosignature_covers_when_the_dpo_key_is_given(tmp_path: Path, writer: Writer) -> None:
    note = cosigned(writer.notes["cp-000000009.note"], NAME, 9, 1_783_700_000)
    writer.notes["dpo-000000009.note"] = note
    folder = lay(tmp_path, {writer.name: writer.files()})
    assert "dont 0 couverts" in verdict(folder)[1]
    status, said = verdict(folder, "--dpo", vkey(NAME, 9))
    assert (status, "dont 9 couverts" in said) == (0, True)
    for other in (vkey(NAME, 8), vkey("dpo.example/autre", 9)):
        status, said = verdict(folder, "--dpo", other)
        assert (status, "dpo-000000009.note" in said) == (1, True)
    assert verdict(folder, "--dpo", "no key")[0] == 1


def test_another_date_under_a_cosignature_is_refused(tmp_path: Path, writer: Writer) -> None:
    note = writer.notes["cp-000000009.note"]
    good, late = (cosigned(note, NAME, 9, date).splitlines()[-1] for date in (10**9, 10**9 + 1))
    assert good != late
    parts = [base64.b64decode(line.split(b" ")[2]) for line in (good, late)]
    forged = base64.b64encode(parts[1][:12] + parts[0][12:])
    writer.notes["dpo-000000009.note"] = note + f"— {NAME} ".encode() + forged + b"\n"
    assert check(tmp_path, writer, "--dpo", vkey(NAME, 9))[0] == 1


def test_shards_follow_each_other(tmp_path: Path) -> None:
    status, said = check_all(tmp_path, followed(), "--every-seal")
    assert status == 0
    assert said.count("enregistrements") == 2


def test_a_printed_root_of_either_shard_is_found(tmp_path: Path) -> None:
    writers = followed()
    folder = lay(tmp_path, {one.name: one.files() for one in writers})
    for one in writers:
        assert verdict(folder, "--printed", f"{one.size} : {one.root.hex()}")[0] == 0


def breaks_of_succession() -> dict[str, list[Writer]]:
    """Ways in which a second shard does not follow the first."""
    found = {}
    for field, value in {"shard": "2025H2", "size": 12, "root": "00" * 32}.items():
        writers = followed()
        assert writers[1].previous is not None
        second = Writer(
            origin=f"{ORIGIN}/2026H2",
            previous={**writers[1].previous, field: value},
            us=writers[0].us,
        )
        second.begin()
        found[field] = [writers[0], second]
    first, second = followed()
    unended = small_log()
    unended.name = "2026H1"
    found["not ended"] = [unended, second]
    early = Writer(origin=f"{ORIGIN}/2026H2", previous=second.previous, us=first.us - 2_000_000)
    early.begin()
    found["earlier"] = [first, early]
    stranger = Writer(origin="relecture/other/2026H2", previous=second.previous, us=first.us)
    stranger.begin()
    found["origin"] = [first, stranger]
    other = Writer(origin=f"{ORIGIN}/2026H2", previous=second.previous, us=first.us, seed=8)
    other.begin()
    found["key"] = [first, other]
    again = Writer(us=first.us)
    again.begin()
    found["begun anew"] = [first, again]
    return found


@pytest.mark.parametrize("name", sorted(breaks_of_succession()))
def test_a_shard_that_does_not_follow_is_named(name: str, tmp_path: Path) -> None:
    status, said = check_all(tmp_path, breaks_of_succession()[name])
    assert status == 1
    assert "2026H2" in said.partition("\n  ")[2]


def given_up(first: Writer, size: int, root: bytes) -> Writer:
    """The shard after a damaged one, which says what was found of that."""
    digest = hashlib.sha256(b"".join(first.lines)).hexdigest()
    previous = {"shard": "2026H1", "size": size, "root": root.hex(), "sha256": digest}
    second = Writer(origin=f"{ORIGIN}/2026H2", previous=previous, us=first.us)
    second.begin()
    return second


def test_a_shard_given_up_is_named_and_the_next_one_holds(tmp_path: Path) -> None:
    first, part = small_log(), Writer()
    first.name = "2026H1"
    for record in first.records[:5]:
        part.put(record)
    first.lines[5] = first.lines[5].replace(b"alice", b"alicf")
    second = given_up(first, 5, part.root)
    status, said = check_all(tmp_path / "a", [first, second])
    assert (status, "abandonné, endommagé" in said) == (0, True)
    assert f"{second.size} : {second.root.hex()}" in said
    first.lines[6] = first.lines[6].replace(b"alice", b"alicf")
    assert check_all(tmp_path / "changed since", [first, second])[0] == 1
    assert check_all(tmp_path / "other root", [first, given_up(first, 5, bytes(32))])[0] == 1
    gone = Writer(name="2026H1")
    nothing = hashlib.sha256(b"").digest()
    first.lines = []
    files = {"inception.json": first.document, "head": first.head}
    second = given_up(gone, 0, nothing)
    folder = lay(tmp_path / "gone", {"2026H1": files, "2026H2": second.files()})
    assert verdict(folder)[0] == 0


def test_a_shard_that_is_not_there_was_purged_or_is_missing(tmp_path: Path) -> None:
    first, second = followed()
    folder = lay(tmp_path / "missing", {second.name: second.files()})
    status, said = verdict(folder)
    assert (status, "IL MANQUE 2026H1" in said) == (1, True)
    assert verdict(folder / "audit" / second.name)[0] == 0
    final = {"shard": first.name, "size": first.size, "root": first.root.hex()}
    second.say("shard_purge", about={**final, "root": "00" * 32})
    assert check_all(tmp_path / "another", [second])[0] == 1
    second.say("shard_purge", about=final)
    assert check_all(tmp_path / "purged", [second])[0] == 0
    second.say("shard_end", about={"next": "2027H1"})
    previous = {
        "shard": "2026H2", "size": second.size, "root": second.root.hex(), "sha256": "",
    }  # fmt: skip
    third = Writer("2027H1", f"{ORIGIN}/2027H1", previous=previous, us=second.us)
    third.begin()
    assert check_all(tmp_path / "middle", [first, third])[0] == 1
    third.say("shard_purge", about={name: previous[name] for name in final})
    assert check_all(tmp_path / "purged in the middle", [first, third])[0] == 0


def test_a_note_under_the_name_of_another_size_is_refused(tmp_path: Path, writer: Writer) -> None:
    writer.notes["cp-000000010.note"] = writer.notes.pop("cp-000000009.note")
    assert check(tmp_path, writer)[0] == 1


def proof(writer: Writer, kind: str, tmp_path: Path) -> Path:
    """A proof about record 3, or about the first nine records, as the program writes it."""
    bodies = [line.partition(b"\t")[0] for line in writer.lines]
    leaves = [leaf(body) for body in bodies]
    path = inclusion(leaves, 3) if kind == "inclusion" else consistency(leaves, 9)
    said: dict[str, object] = {
        "kind": kind, "shard": writer.name, "size": writer.size, "checkpoint": writer.head.decode(),
        "path": [base64.b64encode(step).decode() for step in path],
    }  # fmt: skip
    if kind == "inclusion":
        said |= {"record": bodies[3].decode(), "index": 3}
    else:
        said |= {"old_size": 9, "old_root": base64.b64encode(root(leaves[:9])).decode()}
    file = tmp_path / "proof.json"
    file.write_text(json.dumps(said))
    return file


def test_a_record_is_proved_without_the_log(tmp_path: Path, writer: Writer) -> None:
    file = proof(writer, "inclusion", tmp_path)
    assert verify_audit.main(["--key", KEY, "--proof", str(file)]) == 0
    for old, new in (
        (b"alice", b"alicf"),
        (b'"index": 3', b'"index": 4'),
        (b'"path": [', b'"p": ['),
    ):
        changed = tmp_path / "changed.json"
        changed.write_bytes(file.read_bytes().replace(old, new))
        assert verify_audit.main(["--key", KEY, "--proof", str(changed)]) == 1
    assert verify_audit.main(["--key", public(8).hex(), "--proof", str(file)]) == 1


def test_proofs_are_checked_against_the_log(tmp_path: Path, writer: Writer) -> None:
    folder = lay(tmp_path / "log", {writer.name: writer.files()})
    for kind in ("inclusion", "consistency"):
        file = proof(writer, kind, tmp_path)
        status, said = verdict(folder, "--proof", str(file))
        assert (status, "dont 0 couverts" in said) == (0, True)
    file.write_text(file.read_text().replace('"old_size": 9', '"old_size": 8'))
    assert verdict(folder, "--proof", str(file))[0] == 1


def test_a_consistency_proof_says_nothing_without_the_log(tmp_path: Path, writer: Writer) -> None:
    file = proof(writer, "consistency", tmp_path)
    assert verify_audit.main(["--key", KEY, "--proof", str(file)]) == 1
