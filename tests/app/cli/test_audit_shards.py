from pathlib import Path

import pytest

from tests.app.cli.staffed import approved, staffed
from tests.app.cli.terminal import Terminal
from tests.audit.world import names_of, shard_of
from tests.desk.scene import SECRET
from tests.desk.test_renewing import forged
from tests.desk.years import MIDDLE, OLD, years_later
from tests.verifier.running import verdict


def test_a_volume_is_destroyed_by_two_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    years_later(tmp_path)
    at = Terminal(tmp_path, monkeypatch)
    monkeypatch.delenv("RELECTURE_CASE")
    said = at("audit", "purge", OLD, "--as", "dan", "--json")
    assert (said.status, said.code) == (3, "AUD-027")
    name = approved(at, at("audit", "purge", MIDDLE, "--as", "dan", "--json"), "adele")
    assert at("approvals", "carry-out", name, "--as", "adele").status == 0
    assert MIDDLE not in names_of(at.folder / "home" / "audit")
    assert verdict(at.folder / "home" / "audit")[0] == 0


def broken(terminal: Terminal) -> Terminal:
    """A terminal in an installation whose journal was forged."""
    at = staffed(terminal)
    forged(at.folder / "home" / "audit")
    at.set("SECOND_PASSPHRASE", SECRET)
    return at


def test_a_damaged_journal_is_begun_again_by_two_people(terminal: Terminal) -> None:
    at = broken(terminal)
    assert at("people", "list").status == 5
    said = at("audit", "renew", "--as", "adele", "--with", "dan", "--json")
    assert said.status == 0
    assert [one["type"] for one in said.objects] == ["damage", "renewal"]
    (damage,) = said.of("damage")
    assert (damage["code"], damage["place"], damage["whole"]) == ("AUD-108", 5, 5)
    assert said.of("renewal")[0]["shard"] == "2024H1-2"
    assert at("case", "show").status == 0
    (whole,) = at("audit", "verify", "--json").of("verdict")
    assert whole["given_up"] == ["2024H1"]
    again = at("audit", "renew", "--as", "adele", "--with", "dan", "--json")
    assert (again.status, again.code) == (3, "AUD-026")


def test_what_is_broken_is_told_before_a_passphrase_is_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = broken(terminal)
    at.set("PASSPHRASE", "")
    at.set("SECOND_PASSPHRASE", "")
    told: list[str] = []

    def ask(prompt: str) -> str:
        told.append(prompt)
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.entering.getpass.getpass", ask)
    monkeypatch.setattr("app.cli.audit_shards.getpass.getpass", ask)
    said = at("audit", "renew", "--as", "adele", "--with", "dan")
    assert "audit.jsonl" in said.out
    assert str(shard_of(at.folder / "home" / "audit").folder) in said.out
    assert len(told) == 1
    assert names_of(at.folder / "home" / "audit") == ["2024H1"]


def test_each_is_asked_for_a_passphrase_of_their_own(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = broken(terminal)
    at.set("PASSPHRASE", "")
    at.set("SECOND_PASSPHRASE", "")
    typed = iter((SECRET, "not the passphrase of dan"))
    monkeypatch.setattr("app.cli.audit_shards.getpass.getpass", lambda prompt: next(typed))
    said = at("audit", "renew", "--as", "adele", "--with", "dan", "--json")
    assert (said.status, said.code) == (3, "KEY-002")
    assert next(typed, None) is None


def test_one_person_twice_is_refused(terminal: Terminal) -> None:
    at = broken(terminal)
    said = at("audit", "renew", "--as", "adele", "--with", "adele", "--json")
    assert (said.status, said.code) == (3, "LAW-040")
