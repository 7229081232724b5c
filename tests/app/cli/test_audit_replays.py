from pathlib import Path

import pytest

from tests.app.cli.terminal import Terminal
from tests.desk.scene import indexed, office


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An indexed case that alice left, and a DPO."""
    place = tmp_path_factory.mktemp("office")
    at = indexed(office(place))
    at.desks.people.sign_out(at.who)
    return place


@pytest.fixture
def alice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The analyst at a terminal, who asked a question."""
    terminal = Terminal(folder, monkeypatch)
    terminal("people", "add", "dan", "--role", "dpo", "--habilitation", "H-9")
    terminal("ask", "line_crossing", "--camera", "rue", "--line", "0.5,0 0.5,1")
    return terminal


def newest_question(terminal: Terminal) -> str:
    """Its place, as the DPO reads it."""
    told = terminal("audit", "read", "--as", "dan", "--act", "query", "--json").of("record")
    return str(told[-1]["place"])


def test_a_replay_goes_from_the_dpo_to_a_keyholder_and_back(alice: Terminal) -> None:
    question = newest_question(alice)
    (asked,) = alice("audit", "replay", "--as", "dan", question, "--json").of("replay")
    assert (asked["asked"], asked["case"], asked["open"]) == (question, "2024/17", True)
    case = str(alice.folder / "case")
    waiting = alice("audit", "replays", "--case", case, "--json").of("replay")
    assert [one["place"] for one in waiting] == [asked["place"]]
    number = asked["place"].partition("/")[2]
    (run,) = alice("audit", "replay", number, "--case", case, "--json").of("replay")
    assert (run["same"], run["open"], run["first"]) == (True, False, run["now"])
    listed = alice("audit", "replays", "--as", "dan", "--json").of("replay")
    assert listed[-1] == run
    words = alice("audit", "replays", "--as", "dan").out
    assert question in words
    assert alice("audit", "replays", "--case", case, "--json").objects == []


def test_what_is_no_request_is_told(alice: Terminal) -> None:
    case = str(alice.folder / "case")
    assert alice("audit", "replay", "2024H1/999", "--case", case, "--json").code == "CAS-107"
    assert alice("audit", "replay", "nothing", "--case", case, "--json").code == "CAS-103"
    assert alice("audit", "replay", "--as", "dan", "0", "--json").code == "CAS-105"


def test_the_dpo_does_not_run_and_the_analyst_does_not_ask(alice: Terminal) -> None:
    case = str(alice.folder / "case")
    assert alice("audit", "replay", "--as", "dan", "1", "--case", case, "--json").status == 3
    assert alice("audit", "replay", "1", "--json").code == "LAW-001"


def test_the_words_say_what_happens_next(alice: Terminal) -> None:
    said = alice("audit", "replay", "--as", "dan", newest_question(alice))
    assert said.status == 0
    case = str(alice.folder / "case")
    (waiting,) = alice("audit", "replays", "--case", case, "--json").of("replay")
    told = alice("audit", "replay", waiting["place"], "--case", case)
    assert told.status == 0
    assert question_of(waiting) in told.out


def question_of(request: dict[str, object]) -> str:
    """The question that a request names."""
    return str(request["asked"])
