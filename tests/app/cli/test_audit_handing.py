import json
from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal
from tests.audit.world import cosign
from tests.desk.test_audit_witness import KEY


@pytest.fixture
def dan(terminal: Terminal) -> Terminal:
    """The DPO at a terminal."""
    terminal("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")
    terminal("people", "add", "dan", "--role", "dpo", "--habilitation", "H-9")
    terminal.set("USER", "dan")
    return terminal


def test_the_journal_is_handed_over_cosigned_and_brought_back(
    dan: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (made,) = dan("audit", "export", str(out), "--json").of("export")
    assert made["folder"] == str(out)
    (shard,) = (out / "audit").iterdir()
    (named,) = dan("audit", "witness", KEY.written, "--json").of("witness")
    assert named == {"type": "witness", "name": KEY.name, "vkey": KEY.written}
    note = tmp_path / "cosigned.note"
    note.write_bytes(cosign((shard / "head").read_bytes()))
    (kept,) = dan("audit", "cosigned", str(note), "--json").of("cosigned")
    assert (kept["size"], kept["at"]) == (made["records"], "1970-01-01T00:00:05.000000Z")
    assert list((tmp_path / "home" / "audit" / shard.name).glob("dpo-*.note"))


def test_one_record_is_proved(dan: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    said = dan("audit", "proof", "0", str(file), "--recipient", "Me Durand")
    assert said.status == 0
    assert str(file) in said.out
    assert json.loads(file.read_text())["kind"] == "inclusion"


def test_what_goes_wrong_is_told(dan: Terminal, tmp_path: Path) -> None:
    assert dan("audit", "witness", "a+b+c", "--json").code == "AUD-023"
    assert dan("audit", "cosigned", str(tmp_path / "none"), "--json").code == "CAS-110"
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("")
    assert dan("audit", "export", str(tmp_path / "full"), "--json").code == "CAS-111"
    assert dan("audit", "export", str(tmp_path / "o"), "--recipient", " ", "--json").status == 2


def test_in_words(dan: Terminal, tmp_path: Path) -> None:
    said = dan("audit", "export", str(tmp_path / "out"), "--recipient", "CNIL").out
    assert str(tmp_path / "out") in said
    assert KEY.name in dan("audit", "witness", KEY.written).out


def test_an_analyst_hands_nothing_over(dan: Terminal, tmp_path: Path) -> None:
    dan.set("USER", "alice")
    for words in (
        ("export", str(tmp_path / "out")),
        ("proof", "0", str(tmp_path / "p")),
        ("witness", KEY.written),
        ("cosigned", str(tmp_path / "n")),
    ):
        assert dan("audit", *words, "--json").code == "LAW-001"
    assert not (tmp_path / "out").exists()
