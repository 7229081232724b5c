from hypothesis import given
from hypothesis import strategies as st

from app.widgets.coverage_words import nothing_found, rounded_up, rows, sentence, share
from app.words import Words
from tests.app.answers import LOOKED, MISSED, PARTIAL, SECOND, WHOLE
from tests.desk.scene import START
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked

BROKEN = Covered("rue", "f" * 64, START, START, Looked.UNDECODABLE, None)
UNCLAIMED = Covered("cour", "e" * 64, 0, 4_200_000, Looked.LOOKED, Level.SCAN, claimed=False)

stretches = st.lists(
    st.builds(
        lambda start, length, looked: Covered("rue", "a", start, start + length, looked, None),
        st.integers(0, 10**9),
        st.integers(0, 10**9),
        st.sampled_from(Looked),
    ),
    max_size=6,
).map(lambda some: Coverage(tuple(some)))


def test_the_sentence_names_every_fate_with_its_length(words: Words) -> None:
    assert sentence(PARTIAL, words) == "Looked at: 0:10:00 of 0:11:00; pas encore indexé: 0:01:00"
    assert sentence(WHOLE, words) == "Looked at: 0:10:00 of 0:10:00"


def test_a_file_without_any_length_is_named_too(words: Words) -> None:
    told = sentence(Coverage((LOOKED, BROKEN)), words)
    assert told.endswith("indécodable: files without a picture: 1")


def test_nothing_found_never_claims_more_than_was_looked_at() -> None:
    assert "all of it" in nothing_found(WHOLE)
    assert "90 %" in nothing_found(PARTIAL)
    assert "1\u00a0min" in nothing_found(PARTIAL)
    assert "not found does not mean absent" in nothing_found(PARTIAL)
    assert "Nothing was looked at" in nothing_found(Coverage((MISSED,)))
    assert "Nothing was looked at" in nothing_found(Coverage(()))
    assert "some files gave no picture" in nothing_found(Coverage((LOOKED, BROKEN)))


def test_what_was_judged_still_is_never_told_as_looked_at(words: Words) -> None:
    still = Covered("rue", "a" * 64, START, START + 600 * SECOND, Looked.CALM, Level.STANDARD)
    told = nothing_found(Coverage((LOOKED, still)))
    assert "50 %" in told
    assert "came and went between them was not seen" in told
    assert "all of it" not in told
    assert "came and went" in nothing_found(Coverage((still,)))
    assert "came and went" not in nothing_found(PARTIAL)
    assert "calme d’après les images clés: 0:10:00" in sentence(Coverage((LOOKED, still)), words)


@given(stretches)
def test_only_a_whole_coverage_is_told_as_whole(coverage: Coverage) -> None:
    assert ("all of it" in nothing_found(coverage)) == coverage.complete
    if coverage.microseconds(Looked.LOOKED) < coverage.asked:
        assert share(coverage) < 100


@given(st.integers(1, 10**13))
def test_a_length_is_never_understated(microseconds: int) -> None:
    told = rounded_up(microseconds).replace("\u00a0", " ")
    units = {"h": 3600, "min": 60, "s": 1}
    parts = told.split(" ")
    seconds = sum(int(n) * units[u] for n, u in zip(parts[::2], parts[1::2], strict=True))
    assert seconds * SECOND >= microseconds
    assert seconds * SECOND < microseconds + 60 * SECOND


def test_lengths_as_people_read_them() -> None:
    told = [rounded_up(n * SECOND) for n in (12, 78, 840, 3900)]
    assert [one.replace("\u00a0", " ") for one in told] == [
        "12 s",
        "1 min 18 s",
        "14 min",
        "1 h 05 min",
    ]


def test_what_was_not_looked_at_comes_first_and_a_time_without_a_clock_is_relative(
    words: Words,
) -> None:
    told = rows(Coverage((UNCLAIMED, LOOKED, MISSED)), words)
    assert [row[0] for row in told] == ["rue", "cour", "rue"]
    assert told[0][1] == "pas encore indexé"
    assert told[1] == ("cour", "regardé (balayage)", "+0:00:00,000", "+0:00:04,200", "0:00:04")
    assert told[2][1:4] == (
        "regardé (complet)",
        "05/03/2024 13:00:00,000",
        "05/03/2024 13:10:00,000",
    )
