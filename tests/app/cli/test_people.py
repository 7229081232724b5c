import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.records import records

ALICE = ("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")


def test_a_person_is_enrolled_and_told(terminal: Terminal) -> None:
    said = terminal(*ALICE, "--full-name", "Alice A.", "--json")
    (person,) = said.of("person")
    assert said.status == 0
    assert (person["name"], person["role"], person["full_name"]) == ("alice", "analyst", "Alice A.")
    assert len(person["signing_key"]) == len(person["sealing_key"]) == 64


def test_people_are_told_in_words(terminal: Terminal) -> None:
    role = WORDS.say("cli.roles.analyst")
    assert terminal(*ALICE).out == WORDS.say("cli.people.added", name="alice", role=role) + "\n"
    listed = terminal("people", "list").out
    assert role in listed
    assert "H-1" in listed


def test_a_name_stands_for_a_full_name(terminal: Terminal) -> None:
    assert terminal(*ALICE, "--json").of("person")[0]["full_name"] == "alice"


def test_private_keys_are_never_told(terminal: Terminal) -> None:
    terminal(*ALICE)
    (person,) = terminal("people", "list", "--json").of("person")
    assert set(person) == {
        "type", "name", "role", "full_name", "habilitation", "signatory", "data",
        "begins_us", "ends_us", "signing_key", "sealing_key",
    }  # fmt: skip


def test_an_administrator_enrols_under_their_own_name(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("people", "add", "adele", "--role", "administrator", "--habilitation", "H-0")
    assert terminal(*ALICE, "--json").status == 3
    assert terminal(*ALICE, "--json").code == "CAS-014"
    assert terminal(*ALICE, "--as", "adele").status == 0
    assert [p["name"] for p in terminal("people", "list", "--json").of("person")] == [
        "adele",
        "alice",
    ]


def test_a_new_passphrase_is_asked_for_under_the_new_name(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RELECTURE_PASSPHRASE")
    asked: list[str] = []

    def type_it(prompt: str) -> str:
        asked.append(prompt)
        return "another long passphrase"

    monkeypatch.setattr("getpass.getpass", type_it)
    assert terminal(*ALICE).status == 0
    assert len(asked) == 1
    assert "alice" in asked[0]
    assert "another long" not in str(records(terminal.folder / "home"))


def test_a_role_that_does_not_exist_is_a_wrong_usage(terminal: Terminal) -> None:
    said = terminal("people", "add", "alice", "--role", "boss", "--habilitation", "H", "--json")
    assert said.status == 2
    assert said.code == "USE-028"


def test_a_short_passphrase_is_refused(terminal: Terminal) -> None:
    terminal.set("PASSPHRASE", "short")
    said = terminal(*ALICE, "--json")
    assert (said.status, said.code) == (3, "KEY-001")
    assert not (terminal.folder / "home").exists()


def test_a_habilitation_is_renewed_and_ended_by_the_administrator(terminal: Terminal) -> None:
    for name, role in (("alice", "analyst"), ("adele", "administrator")):
        terminal("people", "add", name, "--role", role, "--habilitation", "H-1")
    terminal.set("USER", "adele")
    renew = ("people", "change", "alice", "--habilitation", "H-9", "--signatory", "Mme P.")
    (person,) = terminal(*renew, "--ends", "2030-01-01T00:00:00Z", "--json").of("person")
    assert (person["habilitation"], person["signatory"]) == ("H-9", "Mme P.")
    assert person["ends_us"] == 1_893_456_000_000_000
    assert terminal("people", "end", "alice").status == 0
    assert terminal("case", "show", "--as", "alice", "--json").code == "LAW-033"
