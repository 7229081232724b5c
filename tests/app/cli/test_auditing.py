import re

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from vsa_core.domain.case import Act


@pytest.fixture
def watched(case: Terminal) -> Terminal:
    """The shared case, on whose machine a DPO is enrolled."""
    case("people", "add", "dan", "--role", "dpo", "--habilitation", "H-9")
    case.set("USER", "dan")
    return case


def test_the_dpo_reads_the_journal(watched: Terminal) -> None:
    told = watched("audit", "read", "--json").of("record")
    assert [record["seq"] for record in told] == list(range(len(told)))
    assert told[-1]["act"] == Act.AUDIT_READ
    assert {"who", "role", "case", "motive", "about", "t", "us", "prev"} <= set(told[0])


def test_a_page_is_read_at_a_time_and_says_which(watched: Terminal) -> None:
    told = watched("audit", "read", "--size", "3", "--page", "2", "--json").of("record")
    assert len(told) == 3
    assert "Page 2 " in watched("audit", "read", "--size", "3", "--page", "2").out.replace(
        "\u00a0", " "
    )
    assert watched("audit", "read", "--page", "0", "--json").code == "CAS-102"


def test_a_remark_is_written_and_read_beside_its_record(watched: Terminal) -> None:
    (made,) = watched("audit", "remark", "0", "=vu \u202e", "--json").of("remark")
    assert made["text"] == "=vu \u202e"
    (first,) = watched("audit", "read", "--act", "inception", "--json").of("record")
    assert first["place"].endswith("/0")
    assert [(one["place"], one["who"]) for one in first["remarks"]] == [(made["place"], "dan")]
    assert "⟨U+202E⟩" in watched("audit", "read", "--act", "inception").out
    said = watched("audit", "remark", "0", " ", "--json")
    assert (said.status, said.code) == (2, "CAS-104")
    assert "CAS-103" in watched("audit", "remark", "nothing", "vu").err


def test_records_are_chosen(watched: Terminal) -> None:
    for words, field, value in (
        (("--act", "index"), "act", "index"),
        (("--person", "alice"), "who", "alice"),
        (("--number", "2024/17"), "case", "2024/17"),
    ):
        told = watched("audit", "read", *words, "--json").of("record")
        assert {record[field] for record in told} == {value}
    long_ago = ("--from", "2020-01-01T00:00:00Z", "--to", "2021-01-01T00:00:00Z")
    assert watched("audit", "read", *long_ago, "--json").objects == []


def test_the_journal_is_read_in_words(watched: Terminal) -> None:
    said = watched("audit", "read", "--act", "index").out
    assert WORDS.say("cli.acts.index") in said
    assert WORDS.name("cli.levels", "full") in said
    for title in WORDS.say("cli.audit.columns").split("|"):
        assert title.strip() in said


def test_an_analyst_is_refused(case: Terminal) -> None:
    said = case("audit", "read", "--json")
    assert (said.status, said.code) == (3, "LAW-001")
    assert len(said.objects) == 1


def test_an_act_that_does_not_exist_is_a_wrong_usage(watched: Terminal) -> None:
    assert watched("audit", "read", "--act", "spying", "--json").status == 2


def test_anybody_checks_the_journal_without_signing_in(
    case: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "PASSPHRASE", "CASE"):
        monkeypatch.delenv(f"RELECTURE_{name}")
    (verdict,) = case("audit", "verify", "--json").of("verdict")
    assert verdict["ok"] is True
    assert verdict["head"].startswith(f"{verdict['records']} : ")
    assert case("audit", "verify", "--root", verdict["head"]).status == 0
    words = case("audit", "verify").out
    assert int(re.search(r"\d+", words)[0]) > verdict["records"]
    assert (verdict["total"], verdict["cosigned"]) == (verdict["records"], 0)


def test_a_root_that_was_never_printed_is_told(case: Terminal) -> None:
    said = case("audit", "verify", "--root", "3 : " + "0" * 64, "--json")
    assert (said.status, said.code) == (5, "AUD-115")
    said = case("audit", "verify", "--root", "three", "--json")
    assert (said.status, said.code) == (2, "CAS-030")


def test_a_changed_record_is_told_with_its_place(terminal: Terminal) -> None:
    terminal("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")
    log = next((terminal.folder / "home" / "audit").glob("*/audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"H-1"', b'"H-2"').replace(b"analyst", b"analysT"))
    said = terminal("audit", "verify", "--json")
    assert said.status == 5
    assert said.code.startswith("AUD-1")
    assert said.objects[0]["values"]["file"] == "audit.jsonl"
