"""Names that others chose are shown whole enough, and hide nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.validation.report_text import printable

LATIN = frozenset(range(0x20, 0x180)) | {0x2026, 0x2039, 0x203A}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("gpj.\u202eexe", "gpj.‹U+202E›exe"),
        ("a\x07b\x00", "a‹U+0007›b‹U+0000›"),
        ("a\nb", "a‹U+000A›b"),
        ("\u0416\u05d0", "‹U+0416›‹U+05D0›"),
        ("\udcff", "‹U+DCFF›"),
        ("\U0001f642", "‹U+1F642›"),
        ("soft\u00adhyphen", "soft‹U+00AD›hyphen"),
        ("\u00ab\u202fvu\u00a0\u00bb", "\u00ab\u00a0vu\u00a0\u00bb"),
        ("fene\u0302tre", "fen\u00eatre"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("", ""),
    ],
)
def test_what_hides_or_cannot_be_drawn_is_spelt_out(said: str, shown: str) -> None:
    assert printable(said, LATIN) == shown


@given(st.text(), st.integers(4, 50))
def test_nothing_but_what_the_font_has_is_left_and_no_more_than_asked(said: str, most: int) -> None:
    shown = printable(said, LATIN, most)
    assert len(shown) <= most
    assert all((ord(c) in LATIN and c.isprintable()) or c == "\u00a0" for c in shown)


@given(st.integers(1, 10**5))
def test_a_long_name_keeps_its_beginning_and_its_ending(length: int) -> None:
    shown = printable("a" * length + ".mp4", LATIN, 30)
    assert shown.startswith("a")
    assert shown.endswith(".mp4")
    assert ("…" in shown) == (length > 26)
