import json

import pytest

from app.cli.telling import Teller
from app.words import Words
from vsa_core.errors import Refused

WORDS = Words(
    "en",
    {
        "cli.hello": "Hello {name}, {count}",
        "cli.columns": "Name | Role",
        "CAS.CAS-001.cause": "{name} left.",
        "CAS.CAS-001.consequence": "Nothing was done.",
        "CAS.CAS-001.next": "Sign in.",
    },
)
PEOPLE = Teller(WORDS, as_json=False)
PROGRAMS = Teller(WORDS, as_json=True)


def test_people_are_told_sentences_and_programs_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    PEOPLE.say("hello", name="Bob", count=3)
    assert capsys.readouterr().out == "Hello Bob, 3\n"
    PROGRAMS.say("hello", name="Bob", count=3)
    assert capsys.readouterr().out == ""


def test_programs_are_given_one_object_a_line_and_people_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    PROGRAMS.give("hit", {"name": "é\n", "start": None})
    PROGRAMS.give("hit", {"n": 1})
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first) == {"type": "hit", "name": "é\n", "start": None}
    assert json.loads(second) == {"type": "hit", "n": 1}
    PEOPLE.give("hit", {"n": 1})
    assert capsys.readouterr().out == ""


def test_what_is_hidden_in_a_value_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    PEOPLE.say("hello", name="a\u202eb\x1b[31m", count=1)
    assert capsys.readouterr().out == "Hello a⟨U+202E⟩b⟨U+001B⟩[31m, 1\n"


def test_a_table_has_its_titles_and_shows_what_is_hidden(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    PEOPLE.table("columns", [["alice", "dpo"], ["[red]eve[/red]", "x\u202ey"]])
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [["Name", "Role"], ["alice", "dpo"], ["[red]eve[/red]", "x⟨U+202E⟩y"]]
    PROGRAMS.table("columns", [["alice", "dpo"]])
    assert capsys.readouterr().out == ""


def test_a_failure_on_the_way_is_told_to_both(capsys: pytest.CaptureFixture[str]) -> None:
    fault = Refused("CAS-001", name="alice")
    PEOPLE.fault(fault)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "alice left. Nothing was done. Sign in. [CAS-001]\n")
    PROGRAMS.fault(fault)
    said = capsys.readouterr()
    assert json.loads(said.out)["code"] == "CAS-001"
    assert said.err == ""


def test_progress_never_stands_among_the_answers(capsys: pytest.CaptureFixture[str]) -> None:
    for teller, silent in ((PEOPLE, False), (PROGRAMS, True)):
        with teller.progress() as bar:
            bar.update(bar.add_task("looking", total=10), completed=5)
        said = capsys.readouterr()
        assert said.out == ""
        assert (said.err == "") is silent
