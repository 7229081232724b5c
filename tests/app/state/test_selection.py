from hypothesis import given
from hypothesis import strategies as st

from app.state.selection import Selection
from vsa_core.domain.moment import Window


def test_a_selection_needs_both_ends() -> None:
    assert Selection().window is None
    assert Selection().began(5).window is None
    assert Selection().ended(9).window is None
    assert Selection().began(5).ended(9).window == Window(5, 9)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20)), max_size=8))
def test_a_selection_never_ends_before_it_begins(marks: list[tuple[bool, int]]) -> None:
    held = Selection()
    for first, at in marks:
        held = held.began(at) if first else held.ended(at)
        assert (held.start if first else held.end) == at
        window = held.window
        assert window is None or window.start < window.end
