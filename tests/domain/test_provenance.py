import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.provenance import Pedigree, canonical, digest

scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
ascii_keys = st.text(st.characters(max_codepoint=127), max_size=8)
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ascii_keys, inner, max_size=4),
    max_leaves=20,
)


@given(documents)
def test_canonical_bytes_are_rfc_8785(document: object) -> None:
    try:
        expected = rfc8785.dumps(document)
    except rfc8785.CanonicalizationError:
        with pytest.raises(ValueError, match=r"canonical|surrogates"):
            canonical(document)
        return
    assert canonical(document) == expected


@pytest.mark.parametrize("bad", [1.5, 2**53, {"é": 1}, {1: 2}, b"x", {"a": [0.1]}, {1, 2}])
def test_what_has_no_canonical_form_is_refused(bad: object) -> None:
    with pytest.raises(ValueError, match=r"canonical"):
        canonical(bad)


def test_broken_unicode_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical("cam\udcff.mp4")


def test_a_digest_names_the_order_of_nothing() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})


def test_a_pedigree_names_every_ancestor() -> None:
    fields = Pedigree(("f",), ("s",), "d", "t", "x", "p").fields()
    assert set(fields) == {"footage", "segments", "detector", "tracker", "settings", "program"}
