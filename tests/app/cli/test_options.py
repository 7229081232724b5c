import pytest

from app.cli.options import WORDS
from app.words import read_words
from tests.app.cli.terminal import Terminal


def test_the_options_speak_a_language_that_exists() -> None:
    assert WORDS.language in ("fr", "en")
    assert dict(WORDS.sentences) == dict(read_words(WORDS.language).sentences)


@pytest.mark.parametrize(
    ("variable", "value", "code"), [("USER", "nobody", "CAS-011"), ("CASE", "/", "CAS-023")]
)
def test_who_and_where_come_from_the_environment(
    variable: str, value: str, code: str, case: Terminal
) -> None:
    case.set(variable, value)
    assert case("case", "show", "--json").code == code


def test_an_option_goes_before_the_environment(case: Terminal) -> None:
    folder = str(case.folder / "case")
    case.set("USER", "nobody")
    case.set("CASE", "/")
    assert case("case", "show", "--as", "alice", "--case", folder).status == 0


@pytest.mark.parametrize("gone", ["USER", "CASE"])
def test_without_either_the_command_is_not_understood(
    gone: str, case: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(f"RELECTURE_{gone}")
    said = case("case", "show", "--json")
    assert (said.status, said.code) == (2, "USE-028")


def test_every_motive_is_explained_where_it_is_asked_for(case: Terminal) -> None:
    told = " ".join(case("index", "--help").out.replace("│", " ").split())
    motives = [key for key in WORDS.sentences if key.startswith("motives.")]
    assert len(motives) == 6
    for key in motives:
        assert f"{key.removeprefix('motives.')} {WORDS.say(key)}".replace(
            "\u00a0", " "
        ) in told.replace("\u00a0", " ")


def test_a_motive_outside_the_list_is_refused(case: Terminal) -> None:
    said = case("index", "--motive", "M07", "--json")
    assert (said.status, said.code) == (3, "LAW-020")
