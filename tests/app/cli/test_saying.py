import pytest

from app.cli.options import WORDS
from app.cli.saying import underlined
from tests.app.cli.terminal import Terminal
from vsa_core.domain.query import query_of

SAID = {
    "fr": "tout franchit ligne(50,0 50,100) écart 5 % caméra rue",
    "en": "anything crosses line(50,0 50,100) margin 5 % camera rue",
}[WORDS.language]
WRONG = {"fr": "personne franchit lignz(1,1 2,2)", "en": "person crosses lignz(1,1 2,2)"}


def test_a_question_in_words_is_shown_before_its_answer(case: Terminal) -> None:
    said = case("ask", "--say", SAID)
    assert said.status == 0
    assert said.out.startswith(WORDS.say("cli.ask.understood", text=SAID))
    assert WORDS.say("kinds.kind.line_crossing") in said.out
    assert WORDS.say("kinds.setting.margin") in said.out


def test_it_finds_what_the_options_find(case: Terminal) -> None:
    said = case("ask", "--say", SAID, "--json")
    question = said.of("question")[0]
    query = query_of(question["query"])
    assert question["text"] == SAID
    assert question["digest"] == query.digest
    options = ("line_crossing", "--line", "0.5,0 0.5,1", "--set", "margin=50", "--camera", "rue")
    (told,) = case("ask", *options, "--json").of("hit")
    (hit,) = said.of("hit")
    assert (hit["start"], hit["track"]) == (told["start"], told["track"])


def test_showing_asks_nothing(case: Terminal) -> None:
    case.set("PASSPHRASE", "not this one")
    said = case("ask", "--show", "--say", SAID, "--json")
    assert said.status == 0
    assert [line["type"] for line in said.objects] == ["question"]


def test_a_wrong_word_is_underlined_for_people(case: Terminal) -> None:
    said = case("ask", "--say", WRONG[WORDS.language])
    first, second, *_ = said.err.splitlines()
    assert said.status == 2
    assert first[second.index("^") : second.rindex("^") + 1] == "lignz"
    assert "[PHR-005]" in said.err


def test_a_wrong_word_has_its_place_for_programs(case: Terminal) -> None:
    text = WRONG[WORDS.language]
    said = case("ask", "--say", text, "--json")
    values = said.objects[-1]["values"]
    assert text[int(values["at"]) : int(values["until"])] == "lignz"
    assert said.err == ""


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("line_crossing", "--say", SAID),
        ("--say", SAID, "--camera", "rue"),
        ("line_crossing", "--line", "0.5,0 0.5,1", "--show"),
    ],
)
def test_words_and_options_do_not_mix(case: Terminal, words: tuple[str, ...]) -> None:
    said = case("ask", *words, "--json")
    assert (said.status, said.code) == (2, "USE-033")


def test_carets_stand_under_the_word_whatever_stands_before_it() -> None:
    assert underlined("abc def", 4, 7) == "abc def\n    ^^^"
    assert underlined("abc", 3, 3) == "abc\n   ^"
    long = "x" * 500 + "here" + "y" * 500
    shown, carets = underlined(long, 500, 504).splitlines()
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "here"
    assert len(shown) < 200
    assert underlined("a\u202eb\nc", 1, 2) == "a·b·c\n ^"


def test_a_text_is_shown_to_anybody_and_asked_by_somebody(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RELECTURE_USER", "RELECTURE_CASE"):
        monkeypatch.delenv(name, raising=False)
    assert terminal("ask", "--say", SAID, "--show").status == 0
    for words, option in (((), "--as"), (("--as", "alice"), "--case")):
        said = terminal("ask", "--say", SAID, *words, "--json")
        assert (said.status, said.code) == (2, "USE-034")
        assert said.objects[-1]["values"]["option"] == option
