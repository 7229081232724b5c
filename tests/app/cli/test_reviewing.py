import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.records import records
from vsa_core.domain.case import Act

LINE = ("line_crossing", "--line", "0.5,0 0.5,1")


@pytest.fixture
def answer(case: Terminal) -> tuple[str, str]:
    """The one hit of an answer, and the answer's number."""
    said = case("ask", *LINE, "--json")
    return said.of("hit")[0]["name"], str(said.of("answer")[0]["answer"])


@pytest.mark.parametrize(
    ("word", "act", "counted"),
    [
        ("accept", Act.MATCH, "accepted"),
        ("reject", Act.REJECT, "rejected"),
        ("doubt", Act.DOUBT, "doubtful"),
    ],
)
def test_a_decision_is_told_recorded_and_counted(
    case: Terminal, answer: tuple[str, str], word: str, act: Act, counted: str
) -> None:
    hit, number = answer
    (judged,) = case("review", word, hit[:12], "--motive", "M04", "--json").of("judged")
    assert (judged["hit"], judged["verdict"]) == (hit, act.value)
    assert judged["accepted"] is (act is Act.MATCH)
    told = [one for one in records(case.folder / "home") if one["act"] == act]
    assert told[-1]["motive"] == "M04"
    (stands,) = case("review", "progress", number, "--json").of("progress")
    assert (stands[counted], stands["waiting"], stands["total"]) == (1, 0, 1)


def test_progress_is_told_in_words(case: Terminal, answer: tuple[str, str]) -> None:
    hit, number = answer
    track = case("review", "doubt", hit, "--json").of("judged")[0]["track"]
    said = case("review", "doubt", hit).out
    told = {"track": track, "camera": "rue", "verdict": "mise en doute"}
    assert WORDS.say("cli.review.judged", **told) in said
    sentence = WORDS.say(
        "cli.review.stands", done=1, total=1, accepted=0, rejected=0, doubtful=1, waiting=0
    )
    assert sentence in case("review", "progress", number).out


def test_an_answer_that_is_not_there_is_wrong_usage(case: Terminal) -> None:
    assert case("review", "progress", "999999", "--json").code == "STO-015"
    assert case("review", "accept", "ffff", "--json").code == "STO-012"
