from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.scene import crossing, settings
from vsa_core import engine
from vsa_core.domain.query import Query


@pytest.fixture
def text(case: Terminal) -> str:
    """A question in words."""
    return written(Query("seen"))


def written(query: Query) -> str:
    """A question in the words of the terminal."""
    return engine.desks(settings(Path("nowhere"))).phrases.write(query, WORDS.language)


def test_a_question_is_kept_listed_asked_renamed_and_dropped(case: Terminal, text: str) -> None:
    (kept,) = case("queries", "keep", "tous", text, "--json").of("saved")
    assert (kept["name"], kept["by"], kept["query"]["kind"]) == ("tous", "alice", "seen")
    (listed,) = case("queries", "list", "--json").of("saved")
    assert (listed["name"], listed["text"]) == ("tous", text)
    assert text in " ".join(case("queries", "list").out.split())
    (answer,) = case("queries", "ask", "tous", "--json").of("answer")
    (count,) = case("queries", "ask", "tous", "--count", "--json").of("count")
    assert answer["hits"] == count["hits"] > 0
    (renamed,) = case("queries", "rename", "tous", "chacun", "--json").of("saved")
    assert renamed["name"] == "chacun"
    assert WORDS.say("cli.queries.dropped", name="chacun") in case("queries", "drop", "chacun").out
    assert case("queries", "list", "--json").of("saved") == []


def test_a_name_that_is_not_there_is_wrong_usage(case: Terminal) -> None:
    said = case("queries", "ask", "rien", "--json")
    assert (said.status, said.code) == (2, "CAS-146")


def test_a_text_that_is_no_question_is_not_kept(case: Terminal) -> None:
    said = case("queries", "keep", "rien", "abracadabra", "--json")
    assert said.status == 2
    assert said.code.startswith("PHR-")
    assert case("queries", "list", "--json").of("saved") == []


def test_a_question_with_a_place_comes_back_as_it_was(case: Terminal) -> None:
    said = case("queries", "keep", "milieu", written(crossing()), "--json")
    (kept,) = said.of("saved")
    assert kept["query"]["place"] == crossing().fields()["place"]
    case("queries", "drop", "milieu")
