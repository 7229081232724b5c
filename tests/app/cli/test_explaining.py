from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal


def test_a_hit_explains_itself(case: Terminal) -> None:
    (hit,) = case("ask", "line_crossing", "--line", "0.5,0 0.5,1", "--json").of("hit")
    (told,) = case("explain", hit["name"][:12], "--json").of("explanation")
    assert (told["hit"], told["rule"]) == (hit["name"], hit["explanation"]["rule"])
    assert told["measures"] == hit["explanation"]["measures"]
    assert told["detector"].startswith("motion:")
    words = case("explain", hit["name"][:12]).out
    assert WORDS.say("kinds.measure.held") in words
    assert hit["name"][:12] in words


def test_a_hit_that_nobody_was_told_is_wrong_usage(case: Terminal) -> None:
    said = case("explain", "ffff", "--json")
    assert (said.status, said.code) == (2, "STO-012")
