"""The DPO's ceremony: what she signs was verified, goes forward only, and is asked for."""

import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.verifier import cosign, verify_audit
from tests.architecture.house import parsed
from tests.verifier.logs import NAME, followed, small_log
from tests.verifier.running import COSIGNER, verdict
from tests.verifier.writer import Writer, lay

PASSPHRASE = "correct cheval pile agrafe"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that is cheap to try."""
    monkeypatch.setattr(cosign, "COST", {"n": 1 << 4, "r": 8, "p": 1})


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is typed, in order: passphrases and answers; all of it is used."""
    typed: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _: typed.pop(0))
    monkeypatch.setattr("builtins.input", lambda _: typed.pop(0))
    yield typed
    assert typed == []


@pytest.fixture
def key(tmp_path: Path, answers: list[str]) -> Path:
    """Her key file, on her own PC."""
    answers += [PASSPHRASE, PASSPHRASE]
    file = tmp_path / "dpo" / "cle"
    file.parent.mkdir()
    assert cosign.main(["make-key", NAME, str(file)]) == 0
    return file


def export(tmp_path: Path, writer: Writer, name: str = "export") -> Path:
    """A folder as the program hands it out."""
    return lay(tmp_path / name, {writer.name: writer.files()})


def ceremony(folder: Path, key: Path, answers: list[str], *typed: str) -> int:
    """One visit."""
    answers += typed or ("oui", PASSPHRASE)
    return cosign.main(["cosign", str(folder), "--key", str(key)])


def test_it_needs_nothing_but_the_standard_library_and_the_verifier() -> None:
    imported = {
        line.split()[1] for line in COSIGNER.read_text().splitlines() if "import" in line[:6]
    }
    assert imported <= {*sys.stdlib_module_names, "verify_audit"}
    parsed(COSIGNER)
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(COSIGNER), "--help"], capture_output=True, text=True
    )
    assert (done.returncode, "make-key" in done.stdout) == (0, True)


def test_a_key_is_made_once_for_its_owner_only(
    key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert cosign.main(["vkey", str(key)]) == 0
    shown = capsys.readouterr().out.splitlines()[-1]
    assert shown.startswith(f"{NAME}+")
    assert cosign.main(["make-key", NAME, str(key)]) == 1


def test_the_seed_is_not_in_the_file_and_one_changed_byte_is_seen(key: Path) -> None:
    data = key.read_bytes()
    name, seed = cosign.unlocked(data, PASSPHRASE)
    assert name == NAME
    assert seed.hex().encode() not in data
    said = json.loads(data)
    for part in ("box", "salt", "mac"):
        digit = "0" if said[part][0] != "0" else "1"
        changed = json.dumps({**said, part: digit + said[part][1:]}).encode()
        with pytest.raises(cosign.Stopped):
            cosign.unlocked(changed, PASSPHRASE)
    with pytest.raises(cosign.Stopped):
        cosign.unlocked(data.replace(b"roux", b"rous"), PASSPHRASE)
    with pytest.raises(cosign.Stopped):
        cosign.unlocked(data, PASSPHRASE + " ")
    with pytest.raises(cosign.Stopped):
        cosign.unlocked(data.replace(b'"n":16', b'"n":1073741824'), PASSPHRASE)


@pytest.mark.parametrize("typed", [["short"], [PASSPHRASE, "another one, as long"]])
def test_a_short_or_mistyped_passphrase_makes_no_key(
    typed: list[str], tmp_path: Path, answers: list[str]
) -> None:
    answers += typed
    assert cosign.main(["make-key", NAME, str(tmp_path / "cle")]) == 1
    assert not (tmp_path / "cle").exists()


@pytest.mark.parametrize("name", ["", "Mme Roux", "a+b", "é", "a\nb"])
def test_a_name_that_no_note_can_hold_is_refused(name: str, tmp_path: Path) -> None:
    assert cosign.main(["make-key", name, str(tmp_path / "cle")]) == 1


def test_what_she_signs_is_shown_signed_and_kept(
    tmp_path: Path, key: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    writer = small_log()
    folder = export(tmp_path, writer)
    assert ceremony(folder, key, answers) == 0
    said = capsys.readouterr().out
    assert "INTACT" in said
    assert f"racine          {writer.root.hex()[:16]}…" in said
    assert "Première cosignature" in said
    note = (folder / "cosigned.note").read_bytes()
    assert note.startswith(writer.head)
    assert [path.read_bytes() for path in key.parent.glob("cosigned-*.note")] == [note]
    vkey = json.loads(key.read_bytes())["vkey"]
    assert verify_audit.Note(note, bytes.fromhex(public_of(writer))).cosigned(vkey)
    writer.notes[f"dpo-{writer.size:09}.note"] = note
    status, words = verdict(export(tmp_path, writer, "later"), "--dpo", vkey)
    assert (status, f"dont {writer.size} couverts" in words) == (0, True)


def public_of(writer: Writer) -> str:
    """The log's key, as the inception says it."""
    return str(json.loads(writer.document)["public_key"])


def test_a_log_that_grew_is_cosigned_again(tmp_path: Path, key: Path, answers: list[str]) -> None:
    writer = small_log()
    assert ceremony(export(tmp_path, writer), key, answers) == 0
    for path in key.parent.glob("cosigned-*.note"):
        path.rename(path.with_name("cosigned-000000000001.note"))
    writer.ask()
    assert ceremony(export(tmp_path, writer, "later"), key, answers) == 0
    assert len(cosign.copies(key.parent)) == 2


def test_a_log_that_went_back_or_another_way_is_not_signed(
    tmp_path: Path, key: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    writer = small_log()
    writer.ask()
    assert ceremony(export(tmp_path, writer), key, answers) == 0
    other = small_log()
    other.say("case_read")
    other.ask()
    for name, found in {"back": small_log(), "other": other}.items():
        folder = export(tmp_path, found, name)
        answers += []
        assert cosign.main(["cosign", str(folder), "--key", str(key)]) == 1
        assert "ne contient plus ce que vous avez cosigné" in capsys.readouterr().err
        assert not (folder / "cosigned.note").exists()


def test_a_broken_log_is_not_signed(
    tmp_path: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writer = small_log()
    writer.lines[5] = writer.lines[5].replace(b"alice", b"alicf")
    folder = export(tmp_path, writer)
    assert cosign.main(["cosign", str(folder), "--key", str(key)]) == 1
    assert "n’est pas intact" in capsys.readouterr().err


def test_nothing_is_signed_without_a_yes_or_with_a_wrong_passphrase(
    tmp_path: Path, key: Path, answers: list[str]
) -> None:
    folder = export(tmp_path, small_log())
    for typed in (["non"], [""], ["oui", "a wrong passphrase"]):
        assert ceremony(folder, key, answers, *typed) == 1
        assert not (folder / "cosigned.note").exists()
        assert cosign.copies(key.parent) == []


def test_the_newest_shard_is_the_one_that_is_signed(
    tmp_path: Path, key: Path, answers: list[str]
) -> None:
    writers = followed()
    folder = lay(tmp_path / "export", {one.name: one.files() for one in writers})
    assert ceremony(folder, key, answers) == 0
    assert (folder / "cosigned.note").read_bytes().startswith(writers[1].head)


def test_her_words_are_english_when_asked(
    tmp_path: Path, key: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = export(tmp_path, small_log())
    answers += ["no"]
    assert cosign.main(["cosign", str(folder), "--key", str(key), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert "You are about to cosign:" in told.out
    assert "nothing is signed" in told.err


def test_a_file_that_is_no_key_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "cle").write_text("[]")
    assert cosign.main(["vkey", str(tmp_path / "cle")]) == 1
    assert cosign.main(["vkey", str(tmp_path / "none")]) == 1
