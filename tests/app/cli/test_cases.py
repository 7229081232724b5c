import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Said, Terminal
from tests.desk.scene import HOUR, START
from vsa_core.domain.case import Framework

BASIS = {
    "--number": "2024/17",
    "--framework": "flagrance",
    "--requisition": "R1",
    "--magistrate": "Mme X",
    "--offence": "vol",
    "--camera": "rue",
    "--from": "2024-03-05T12:00:00Z",
    "--to": "2024-03-05T13:00:00Z",
}


def opened(terminal: Terminal, *more: str, **changes: str) -> Said:
    """Open a case as alice, who is enrolled first; dashes of option names become underscores."""
    terminal("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")
    options = {**BASIS, **{f"--{k.replace('_', '-')}": v for k, v in changes.items()}}
    return terminal("case", "open", *(word for pair in options.items() for word in pair), *more)


def test_a_case_is_opened_with_its_basis(terminal: Terminal) -> None:
    said = opened(terminal, "--camera", "cour", "--camera", "rue", "--json")
    (case,) = said.of("case")
    assert said.status == 0
    assert case["basis"]["cameras"] == ["rue", "cour"]
    assert case["basis"]["window_us"] == [START, START + HOUR]
    assert case["folder"] == str(terminal.folder / "case")
    assert case["people"] == ["alice"]
    assert (terminal.folder / "case" / "case.json").is_file()


def test_a_basis_and_a_case_last_ninety_days_unless_said(terminal: Terminal) -> None:
    (case,) = opened(terminal, "--json").of("case")
    days = (case["erase_by_us"] - case["opened_us"]) / (24 * HOUR)
    assert days == pytest.approx(90, abs=0.01)
    assert case["basis"]["expires_us"] == case["erase_by_us"]


def test_dates_are_taken_as_said(terminal: Terminal) -> None:
    said = opened(
        terminal, "--json", expires="2024-04-01T00:00:00Z", erase_by="2025-01-01T00:00:00Z"
    )
    (case,) = said.of("case")
    assert case["basis"]["expires_us"] == 1_711_929_600_000_000
    assert case["erase_by_us"] == 1_735_689_600_000_000


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"framework": "preliminaire"}, 3, "LAW-006"),
        ({"requisition": " "}, 3, "LAW-010"),
        ({"erase_by": "2030-01-01T00:00:00Z"}, 3, "LAW-015"),
        ({"person": "nobody"}, 3, "CAS-011"),
        ({"motive": "M99"}, 3, "LAW-020"),
        ({"to": "2024-03-05T11:00:00Z"}, 2, "USE-015"),
        ({"from": "yesterday"}, 2, "USE-011"),
        ({"framework": "instinct"}, 2, "USE-028"),
    ],
)
def test_what_the_law_or_the_grammar_refuses_is_one_object(
    changes: dict[str, str], status: int, code: str, terminal: Terminal
) -> None:
    said = opened(terminal, "--json", **changes)
    assert (said.status, said.code) == (status, code)
    assert len(said.objects) == 1
    assert not (terminal.folder / "case").exists()


def test_other_people_enter_the_case(terminal: Terminal) -> None:
    terminal("people", "add", "bob", "--role", "supervisor", "--habilitation", "H-2")
    assert opened(terminal, "--person", "bob").status == 0
    said = terminal("case", "show", "--as", "bob", "--json")
    assert said.of("case")[0]["people"] == ["alice", "bob"]
    terminal("people", "add", "eve", "--role", "analyst", "--habilitation", "H-3")
    assert terminal("case", "show", "--as", "eve", "--json").code == "KEY-008"


@pytest.mark.parametrize("framework", list(Framework))
def test_the_sheet_names_everything_in_words(framework: Framework, terminal: Terminal) -> None:
    opened(terminal, framework=framework.value, authorisation="PR 12")
    sheet = terminal("case", "show").out
    for told in ("2024/17", "R1", "Mme X", "PR 12", "vol", "rue", "alice"):
        assert told in sheet
    assert WORDS.say(f"cli.frameworks.{framework.value}") in sheet


def test_in_flagrance_the_sheet_says_that_authorisation_is_deemed_given(
    terminal: Terminal,
) -> None:
    opened(terminal)
    assert WORDS.say("cli.case.deemed") in terminal("case", "show").out


def test_the_sheet_counts_the_files(case: Terminal) -> None:
    (sheet,) = case("case", "show", "--json").of("case")
    assert (sheet["number"], sheet["footage"]) == ("2024/17", 1)


def test_the_form_is_shown_with_its_articles(terminal: Terminal) -> None:
    fields = terminal("case", "form", "--json").of("field")
    assert {"aipd", "cameras", "erase_by"} <= {field["key"] for field in fields}
    assert "230-22" in terminal("case", "form").out


def test_a_supervisor_closes_a_case(terminal: Terminal) -> None:
    terminal("people", "add", "bob", "--role", "supervisor", "--habilitation", "H-2")
    opened(terminal, "--person", "bob")
    (case,) = terminal("case", "close", "--as", "bob", "--json").of("case")
    assert case["closed_us"] is not None
    assert terminal("case", "close", "--as", "bob", "--json").code == "LAW-035"
    assert terminal("case", "show").status == 0
