import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.lanes import Fate
from app.widgets import footage_words
from app.words import Words, read_words
from tests.app.laid import SECOND, footage
from vsa_core.domain.footage import FootageState

FRENCH = read_words("fr")


def test_every_state_has_a_word_an_icon_and_a_colour(words: Words) -> None:
    for state in FootageState:
        assert footage_words.state(footage("a", state=state), words) != state.value
        assert len(footage_words.LOOKS[state]) == 2
    assert len({icon for icon, _ in footage_words.LOOKS.values()}) == len(FootageState)


def test_a_file_that_is_not_simply_readable_says_why_with_its_code(words: Words) -> None:
    broken = footage("a\u202eb.mp4", state=FootageState.ENCRYPTED, reason="SRC-015")
    told = footage_words.reason(broken, words)
    assert told.startswith(words.say("SRC.SRC-015.cause", name="a⟨U+202E⟩b.mp4"))
    assert told.endswith("[SRC-015]")
    assert footage_words.reason(footage("a.mp4"), words) == ""


def test_lengths_and_sizes_are_told_where_there_are_pictures() -> None:
    assert footage_words.length(footage("a", seconds=301)) == "0:05:01"
    assert footage_words.size(footage("a")) == "64\u00a0×\u00a036"
    bare = footage("a", pictures=False)
    assert (footage_words.length(bare), footage_words.size(bare)) == ("", "")


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0\u00a0o"), (999, "999\u00a0o"), (1000, "1,0\u00a0ko"), (15_250_000, "15,2\u00a0Mo"),
     (2_000_000_000, "2,0\u00a0Go")],
)  # fmt: skip
def test_bytes_are_told_in_the_unit_that_fits(count: int, told: str, words: Words) -> None:
    assert footage_words.weight(count, words) == told
    assert footage_words.weight(15_250_000, read_words("en")) == "15.2\u00a0MB"


@given(st.integers(0, 1000))
def test_nothing_is_called_nothing_and_never_more_than_it_is(part: int) -> None:
    shares = ((Fate.STANDARD, part), (Fate.NOT_INDEXED, 1000 - part))
    told = footage_words.share(shares, FRENCH)
    if part:
        assert told.startswith(f"{max(part // 10, 1)} %")
        assert "standard" in told
    else:
        assert "%" not in told


def test_every_level_that_looked_is_named(words: Words) -> None:
    told = footage_words.share(((Fate.FULL, 100), (Fate.SCAN, 200)), words)
    assert told == "30 %, level complet, balayage"
    assert footage_words.missed(((Fate.FULL, 100), (Fate.UNDECODABLE, 4)), words) == (
        f"{words.name('cli.looked', 'undecodable')} 1\u00a0%"
    )
    assert footage_words.missed(((Fate.FULL, 1000),), words) == ""


def test_what_was_judged_still_is_told_beside_what_was_looked_at(words: Words) -> None:
    shares = ((Fate.STANDARD, 300), (Fate.CALM, 700))
    assert footage_words.share(shares, words) == "30 %, level standard; judged still 70 %"
    assert footage_words.missed(shares, words) == ""


def test_a_clock_that_is_wrong_is_fast_or_slow(words: Words) -> None:
    assert footage_words.offset(0, words) == "on time"
    assert footage_words.offset(-83 * SECOND, words) == "0:01:23,000 fast"
    assert footage_words.offset(2500_000, words) == "0:00:02,500 slow"


def test_the_time_shown_is_told_in_paris(words: Words) -> None:
    claim = footage("a").clock
    assert claim is not None
    assert footage_words.shown(claim, words) == "05/03/2024 12:59:59,000"


def test_a_line_is_spoken_whole(words: Words) -> None:
    told = footage_words.spoken(
        footage("a\u202e.mp4", None, variable=True), ((Fate.FULL, 1000),), words
    )
    assert told == (
        "a⟨U+202E⟩.mp4, lisible, 0:10:00, 64\u00a0×\u00a036, variable rate, no clock stated,"
        " looked at: 100 %, level complet"
    )
