"""The court verifier: one file that a court's expert can read, and what it accepts and refuses."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from resources.verifier import verify_audit
from tests.architecture.house import parsed
from tests.verifier.logs import KEY, check, small_log
from tests.verifier.running import VERIFIER, verdict
from tests.verifier.writer import Writer, blank, lay, public


@pytest.fixture
def writer() -> Writer:
    """Twelve records and a checkpoint."""
    return small_log()


def test_it_is_one_file_of_the_standard_library_for_python_3_8() -> None:
    text = VERIFIER.read_text("utf-8")
    assert len(text.splitlines()) <= 200
    assert max(map(len, text.splitlines())) <= 124
    ast.parse(text, feature_version=(3, 8))
    imported = {
        name.name
        for part in ast.walk(parsed(VERIFIER))
        if isinstance(part, ast.Import)
        for name in part.names
    }
    assert imported <= set(sys.stdlib_module_names)
    assert not [part for part in ast.walk(parsed(VERIFIER)) if isinstance(part, ast.ImportFrom)]


def test_it_runs_on_a_bare_python(tmp_path: Path, writer: Writer) -> None:
    folder = lay(tmp_path, {writer.name: writer.files()})
    command = [sys.executable, "-I", "-S", str(VERIFIER), str(folder), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LANG": "C"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "2026H2: 12 records, 0 of them covered by a witness from outside",
        f"  12 : {writer.root.hex()}",
        f"Key read in this folder: {KEY}",
        "WHOLE",
    ]


def test_a_terminal_without_accents_is_spoken_to(tmp_path: Path, writer: Writer) -> None:
    folder = lay(tmp_path, {writer.name: writer.files()})
    command = [sys.executable, str(VERIFIER), str(folder)]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=plain)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "INTACT")


def test_a_whole_log_is_whole_in_french(tmp_path: Path, writer: Writer) -> None:
    status, said = check(tmp_path, writer, "--key", KEY, "--every-seal")
    assert status == 0
    assert said.splitlines() == [
        "2026H2\u00a0: 12 enregistrements, dont 0 couverts par un témoin extérieur",
        f"  12 : {writer.root.hex()}",
        "INTACT",
    ]


def test_the_shard_alone_the_shards_and_the_export_are_one_log(
    tmp_path: Path, writer: Writer
) -> None:
    export = lay(tmp_path, {writer.name: writer.files()})
    for folder in (export, export / "audit", export / "audit" / writer.name):
        assert verdict(folder)[0] == 0


def test_a_folder_without_a_log_is_wrong_usage(tmp_path: Path) -> None:
    for arguments in ([str(tmp_path)], [], [str(tmp_path), "--key", "zz"]):
        with pytest.raises(SystemExit) as end:
            verify_audit.main(arguments)
        assert end.value.code == 2


def replaced(line: int, old: bytes, new: bytes) -> Callable[[list[bytes]], None]:
    """Puts other bytes into a line."""

    def change(lines: list[bytes]) -> None:
        assert old in lines[line]
        lines[line] = lines[line].replace(old, new, 1)

    return change


def swapped(lines: list[bytes]) -> None:
    """Two lines change places."""
    lines[3], lines[4] = lines[4], lines[3]


def unsealed(lines: list[bytes]) -> None:
    """A line loses its seal."""
    lines[5] = lines[5].partition(b"\t")[0] + b"\n"


def loose(lines: list[bytes]) -> None:
    """A seal's last base64 digit gets other unused bits."""
    lines[5] = lines[5].replace(b"A==\n", b"B==\n").replace(b"Q==\n", b"R==\n")
    lines[5] = lines[5].replace(b"g==\n", b"h==\n").replace(b"w==\n", b"x==\n")


CHANGES = [
    (replaced(5, b"alice", b"alicf"), 7),
    (replaced(11, b"alice", b"alicf"), 12),
    (replaced(5, b'"act"', b' "act"'), 6),
    (replaced(5, b'{"about"', b'{"about":{},"about"'), 6),
    (replaced(5, b'"v":1', b'"v":1.0'), 6),
    (replaced(5, b'"v":1', b'"v":NaN'), 6),
    (replaced(5, b'"v":1', b'"v":true'), 6),
    (replaced(5, b'"v":1', b'"v":1,"x":1'), 6),
    (replaced(5, b'"seat":0', b'"seat":9007199254740992'), 6),
    (replaced(5, b'"seat":0', b'"seat":' + b"[" * 30_000 + b"]" * 30_000), 6),
    (replaced(5, b'"app":"0.1.0"', b'"app":"' + b"x" * 66_000 + b'"'), 6),
    (replaced(5, b"alice", b"al\\u0069ce"), 6),
    (replaced(5, b"alice", b"al\xffce"), 6),
    (replaced(5, b"\n", b"\r\n"), 6),
    (swapped, 4),
    (unsealed, 6),
    (loose, 6),
    (lambda lines: lines.pop(5), 6),
    (lambda lines: lines.insert(5, lines[5]), 7),
    (lambda lines: lines.append(b"\0" * 64), 13),
    (lambda lines: lines.append(b"\n"), 13),
    (replaced(11, b"\n", b""), 12),
]


@pytest.mark.parametrize(("change", "place"), CHANGES)
def test_a_changed_line_is_named(
    change: Callable[[list[bytes]], None], place: int, tmp_path: Path, writer: Writer
) -> None:
    change(writer.lines)
    files = {**writer.files(), "head": small_log().head}
    status, said = verdict(lay(tmp_path, {writer.name: files}))
    assert status == 1
    assert f"audit.jsonl, ligne/line {place} : " in said
    assert said.endswith("ROMPU\n")


def written(**fields: object) -> Writer:
    """A log whose last record, rightly sealed, says something that it may not."""
    writer = small_log()
    writer.say(**{"act": "session_open", **fields})  # type: ignore[arg-type]
    return writer


WRONG: list[dict[str, object]] = [
    {"us": 0, "t": "1970-01-01T00:00:00.000Z"},
    {"t": "2026-07-09T12:26:53.001Z"},
    {"us": 10**15},
    {"us": 10**17},
    {"act": "inception"},
    {"act": "query", "motive": ""},
    {"act": "query", "basis": None},
    {"act": "view", "case": ""},
    {"act": "export", "about": {"hits": 1}},
    {"act": "audit_export", "about": {}},
    {"act": "result", "about": {}},
    {"act": "result", "about": {"of": 9}},
    {"act": "result", "about": {"of": 99}},
    {"act": "aborted", "about": {"of": True}},
    {"act": ["query"]},
    {"who": ""},
    {"about": {"é": 1}},
    {"about": {"a": {"b": [2**53]}}},
    {"v": 2},
    {"prev": "00"},
]


@pytest.mark.parametrize("fields", WRONG)
def test_what_the_key_sealed_must_still_make_sense(
    fields: dict[str, object], tmp_path: Path
) -> None:
    writer = small_log()
    name = str(fields.get("act", "session_open")) if fields.get("act") != ["query"] else "query"
    us = writer.us + 1_000_000
    record = {**blank(name, us), **fields}
    writer.put(record) if "prev" not in fields else put_unlinked(writer, record)
    status, said = check(tmp_path, writer, "--every-seal")
    assert status == 1
    assert "ligne/line 13" in said


def put_unlinked(writer: Writer, record: dict[str, object]) -> None:
    """Append a record that names another one before it."""
    writer.last = str(record["prev"])
    writer.put(record)


def test_an_answer_ends_its_question_and_a_batch_does_not(tmp_path: Path) -> None:
    writer = small_log()
    writer.say("query")
    asked = writer.records[-1]
    fields = {"question": asked["question"], "about": {"of": asked["seq"]}}
    writer.say("batch", **fields)
    writer.say("result", **fields)
    assert check(tmp_path / "once", writer)[0] == 0
    writer.say("result", **fields)
    assert check(tmp_path / "twice", writer)[0] == 1


def test_nothing_follows_the_end_of_a_shard(tmp_path: Path, writer: Writer) -> None:
    writer.say("shard_end", about={"next": "2027H1"})
    assert check(tmp_path / "ended", writer)[0] == 0
    writer.say("session_open")
    assert check(tmp_path / "gone on", writer)[0] == 1


def test_the_first_record_names_the_inception(tmp_path: Path, writer: Writer) -> None:
    files = {**writer.files(), "inception.json": writer.document.replace(b"AIPD 4", b"AIPD 5")}
    status, said = verdict(lay(tmp_path, {writer.name: files}))
    assert status == 1
    assert "ligne/line 1 : champs faux" in said


@pytest.mark.parametrize("name", ["inception.json", "audit.jsonl", "head"])
def test_a_missing_file_is_a_break(name: str, tmp_path: Path, writer: Writer) -> None:
    folder = lay(tmp_path, {writer.name: writer.files()})
    (folder / "audit" / writer.name / name).unlink()
    if name == "inception.json":
        with pytest.raises(SystemExit):
            verdict(folder)
    else:
        assert verdict(folder)[0] == 1


def test_an_empty_log_is_a_break(tmp_path: Path, writer: Writer) -> None:
    files = {**writer.files(), "audit.jsonl": b""}
    assert verdict(lay(tmp_path, {writer.name: files}))[0] == 1


def test_another_key_is_refused(tmp_path: Path, writer: Writer) -> None:
    status, said = check(tmp_path, writer, "--key", public(8).hex())
    assert status == 1
    assert "inception.json : clé publique" in said
