"""Drawing: the picture stays uncovered by its captions, and everything written is inside."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from vsa_core.export import draw
from vsa_core.export.captions import Caption
from vsa_core.export.draw import INK, MATCHED, NOTICE, PAPER, Mark, annotate, sheet_for, slate

CAPTION = Caption(
    (
        "Procédure 2024/001234",
        "Caméra Rue des Lilas",
        "Heure affichée\u00a0: 05/03/2024 15:00:00,040 UTC+01:00",
        "Heure corrigée\u00a0: 05/03/2024 14:57:49,999 UTC+01:00 ± 0,50\u00a0s",
    ),
    ("Copie annotée — à vérifier", "Têtes masquées, sauf pistes retenues"),
)
SIZES = [(320, 240), (352, 288), (640, 360), (641, 361), (1280, 720), (1920, 1080), (96, 64)]


def noise(size: tuple[int, int]) -> NDArray[np.uint8]:
    rng = np.random.default_rng(5)
    return rng.integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)


def contrast(ink: tuple[int, int, int], paper: tuple[int, int, int]) -> float:
    """WCAG 2.2 contrast of two BGR colours."""

    def light(colour: tuple[int, int, int]) -> float:
        parts = [c / 255 for c in colour[::-1]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(ink), light(paper)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("size", SIZES)
def test_captions_never_cover_the_picture(size: tuple[int, int]) -> None:
    picture = noise(size)
    sheet = sheet_for(size, CAPTION)
    canvas = annotate(picture, (), CAPTION, sheet)
    rows, columns = slice(sheet.top, sheet.top + size[1]), slice(sheet.left, sheet.left + size[0])
    assert np.array_equal(canvas[rows, columns], picture)


@pytest.mark.parametrize("size", SIZES)
def test_a_canvas_has_even_sides(size: tuple[int, int]) -> None:
    sheet = sheet_for(size, CAPTION)
    assert sheet.canvas[0] % 2 == sheet.canvas[1] % 2 == 0
    assert slate("Images illisibles", CAPTION, sheet).shape == (*sheet.canvas[::-1], 3)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_written_is_cut_off(size: tuple[int, int]) -> None:
    """No ink touches the canvas' edge, nor the picture's: every line ends before."""
    sheet = sheet_for(size, CAPTION)
    canvas = annotate(noise(size), (), CAPTION, sheet)
    paper = np.array(PAPER, np.uint8)
    above, below = canvas[: sheet.top], canvas[sheet.top + size[1] :]
    for strip in (above, below):
        for edge in (strip[0], strip[-1], strip[:, 0], strip[:, -2:]):
            assert (edge == paper).all()
        assert (strip != paper).any()


@pytest.mark.parametrize("size", SIZES)
def test_every_item_is_written_whole(size: tuple[int, int]) -> None:
    sheet = sheet_for(size, CAPTION)
    lines = draw._lines(CAPTION.header, sheet.text, sheet.canvas[0] - sheet.text)
    said = " ".join(" ".join(line) for line in lines)
    assert said == " ".join(CAPTION.header).replace("\u00a0", " ")


def test_letters_grow_with_the_picture() -> None:
    assert [sheet_for(size, CAPTION).text for size in ((320, 240), (1920, 1080))] == [12, 29]


def test_a_running_clock_never_moves_a_line() -> None:
    for digit in "0123456789":
        caption = Caption(tuple(s.replace("0", digit) for s in CAPTION.header), CAPTION.footer)
        assert sheet_for((352, 288), caption) == sheet_for((352, 288), CAPTION)


def test_ink_stands_out() -> None:
    assert contrast(INK, PAPER) > 7
    assert contrast(NOTICE, PAPER) > 7
    assert contrast(draw.EDGE, MATCHED) > 4.5
    assert contrast(INK, draw.EDGE) > 7


def test_accents_are_drawn() -> None:
    """An accented capital is not the question mark that an unknown letter becomes."""
    drawn = []
    for letter in ("É", "E", "?", "\u2066"):
        caption = Caption((draw.legible(letter),), ("x",))
        sheet = sheet_for((320, 240), caption)
        drawn.append(annotate(noise((320, 240)), (), caption, sheet)[: sheet.top])
    assert not np.array_equal(drawn[0], drawn[1])
    assert not np.array_equal(drawn[0], drawn[2])
    assert draw.legible("a\u202eb\nc") == "a<U+202E>b<U+000A>c"


def test_matched_is_drawn_over_the_others() -> None:
    size = (640, 360)
    box = (200.0, 100.0, 260.0, 240.0)
    marks = (Mark(box, "n° 7 personne · retenu", True), Mark(box, "n° 3", False))
    sheet = sheet_for(size, CAPTION)
    canvas = annotate(np.zeros((360, 640, 3), np.uint8), marks, CAPTION, sheet)
    assert tuple(canvas[sheet.top + 170, 200]) == MATCHED


@settings(max_examples=40)
@given(
    st.tuples(*[st.floats(-1e6, 1e6) for _ in range(4)]),
    st.text(max_size=60),
    st.booleans(),
)
def test_any_mark_is_drawn_inside_the_picture(
    box: tuple[float, float, float, float], label: str, matched: bool
) -> None:
    picture = noise((96, 64))
    before = picture.copy()
    sheet = sheet_for((96, 64), CAPTION)
    canvas = annotate(picture, (Mark(box, label, matched),), CAPTION, sheet)
    bare = annotate(picture, (), CAPTION, sheet)
    assert np.array_equal(picture, before)
    canvas[sheet.top : sheet.top + 64, sheet.left : sheet.left + 96] = 0
    bare[sheet.top : sheet.top + 64, sheet.left : sheet.left + 96] = 0
    assert np.array_equal(canvas, bare)


def test_another_size_of_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="sheet's picture"):
        annotate(noise((98, 64)), (), CAPTION, sheet_for((96, 64), CAPTION))


def test_planes_are_limited_range() -> None:
    black = draw.planes(np.zeros((4, 4, 3), np.uint8))
    white = draw.planes(np.full((4, 4, 3), 255, np.uint8))
    assert (black[:4] == 16).all()
    assert (white[:4] == 235).all()
    assert (black[4:] == 128).all()
