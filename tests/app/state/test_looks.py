from hypothesis import given
from hypothesis import strategies as st

from app.state.lanes import Fate
from app.state.looks import looked, shares_of
from tests.app.laid import footage, sheet
from vsa_core.domain.coverage import Level, Looked

FULL = (Looked.LOOKED, Level.FULL)
IN_A_FILE = [fate for fate in Looked if fate is not Looked.NO_FOOTAGE]
PARTS = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(IN_A_FILE), st.sampled_from([None, *Level])),
    max_size=12,
)


def test_what_was_looked_at_is_told_by_level_and_the_rest_by_its_fate() -> None:
    one = sheet(
        footage("a.mp4", seconds=100),
        (0, 50, *FULL),
        (50, 60, Looked.UNDECODABLE, Level.FULL),
        (60, 70, Looked.LOOKED, Level.SCAN),
    )
    assert shares_of(one) == (
        (Fate.FULL, 500),
        (Fate.SCAN, 100),
        (Fate.NOT_INDEXED, 300),
        (Fate.UNDECODABLE, 100),
    )
    assert looked(shares_of(one)) == 600


def test_a_file_that_nobody_looked_at_was_not_indexed() -> None:
    assert shares_of(sheet(footage("a.mp4"))) == ((Fate.NOT_INDEXED, 1000),)


def test_a_file_without_pictures_has_no_shares() -> None:
    assert shares_of(sheet(footage("a.mp4", pictures=False))) == ()
    assert looked(()) == 0


def test_what_lies_beyond_the_pictures_is_not_counted() -> None:
    one = sheet(footage("a.mp4", seconds=10), (-5, 5, *FULL), (9, 50, *FULL))
    assert shares_of(one) == ((Fate.FULL, 600), (Fate.NOT_INDEXED, 400))


@given(PARTS)
def test_shares_are_of_one_whole(parts: list[tuple[int, Looked, Level | None]]) -> None:
    at, laid = 0, []
    for length, fate, level in parts:
        laid.append((at, at + length, fate, level))
        at += length
    shares = shares_of(sheet(footage("a.mp4", seconds=max(at, 1)), *laid))
    assert all(share >= 0 for _, share in shares)
    assert 1000 - len(shares) <= sum(share for _, share in shares) <= 1000
    assert 0 <= looked(shares) <= 1000
