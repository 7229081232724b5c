from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical
from vsa_core.domain.widening import Wider, wider_of

times = st.integers(-(2**50), 2**50)
windows = st.builds(lambda start, length: Window(start, start + length), times, st.integers(1, 99))


@given(
    st.builds(
        Wider,
        decision=st.text("abc 12", max_size=9),
        decided=times,
        cameras=st.lists(st.text("abc", max_size=3), max_size=3).map(tuple),
        window=st.none() | windows,
        expires=st.none() | times,
        erase_by=st.none() | times,
    )
)
def test_a_widening_goes_through_its_terms_unchanged(wider: Wider) -> None:
    assert wider_of(wider.fields()) == wider
    assert canonical(wider.fields())
