import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.state.overprint import Boxes, Trails
from app.widgets.ink import BY_CLASS, MATCHED, WRITING
from app.widgets.track_painter import TrackPainter, Wanted
from app.widgets.track_tags import HIGH, TrackTags
from app.words import Words
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import class_number

WIDE, TALL = 400, 200
PERSON, CAR = class_number("person"), class_number("car")


def boxes(*edges: tuple[int, int, int, int], observed: bool = True, matched: bool = False) -> Boxes:
    """Persons at these pixels: left, top, right, bottom."""
    n = len(edges)
    scale = np.array([WIDE, TALL, WIDE, TALL]) / UNITS
    return Boxes(
        number=np.arange(1, n + 1, dtype=np.int64),
        kind=np.full(n, PERSON, np.uint8),
        edges=np.array(edges, np.float64).reshape(-1, 4) / scale,
        observed=np.full(n, observed),
        matched=np.full(n, matched),
        examined=np.zeros(n, np.bool_),
    )


def trails(points: list[tuple[float, float, float]], rows: int = 1) -> Trails:
    """One trail by pixels and ages, of the first row."""
    x, y, age = np.array(points, np.float64).reshape(-1, 3).T
    starts = np.array([0] + [len(points)] * rows, np.int64)
    return Trails(starts, x * UNITS / WIDE, y * UNITS / TALL, age)


NO_TRAIL = trails([])


def painted(words: Words, held: Boxes, tails: Trails, wanted: Wanted) -> NDArray[np.uint8]:
    """(TALL, WIDE, 3) RGB of what is painted on a grey picture."""
    image = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    image.fill(QColor("#707070"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, WIDE, TALL)
    TrackPainter(TrackTags(words, QFont(), 1.0)).paint(painter, area, held, tails, wanted)
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(TALL, WIDE, 4)
    return flat[:, :, 2::-1].copy()


def count(picture: NDArray[np.uint8], colour: str) -> int:
    ink = QColor(colour)
    return int((picture == (ink.red(), ink.green(), ink.blue())).all(2).sum())


BARE = Wanted(boxes=True, trails=False, tags=False)


def test_a_box_is_drawn_in_the_colour_of_its_class_where_it_is(qtbot: QtBot, words: Words) -> None:
    picture = painted(words, boxes((100, 50, 140, 150)), NO_TRAIL, BARE)
    person = QColor(BY_CLASS["person"])
    ink = (person.red(), person.green(), person.blue())
    assert tuple(picture[100, 100]) == ink
    assert tuple(picture[150, 120]) == ink
    assert tuple(picture[100, 120]) == (0x70, 0x70, 0x70)


def test_a_held_box_is_dashed(qtbot: QtBot, words: Words) -> None:
    edges = (100, 50, 140, 150)
    seen = count(painted(words, boxes(edges), NO_TRAIL, BARE), BY_CLASS["person"])
    held = count(painted(words, boxes(edges, observed=False), NO_TRAIL, BARE), BY_CLASS["person"])
    assert 0.3 * seen < held < 0.8 * seen


def test_a_match_has_its_own_colour(qtbot: QtBot, words: Words) -> None:
    picture = painted(words, boxes((100, 50, 140, 150), matched=True), NO_TRAIL, BARE)
    assert count(picture, MATCHED) > 100
    assert count(picture, BY_CLASS["person"]) == 0


@pytest.mark.parametrize("chosen", [1, 2, None])
def test_what_is_chosen_is_drawn_whatever_else_is_not(
    qtbot: QtBot, words: Words, chosen: int | None
) -> None:
    wanted = Wanted(boxes=False, trails=False, tags=False, chosen=chosen)
    held = boxes((100, 50, 140, 150), (250, 50, 290, 150))
    picture = painted(words, held, NO_TRAIL, wanted)
    left, right = (count(half, WRITING) for half in (picture[:, :200], picture[:, 200:]))
    assert (left > 0) is (chosen == 1)
    assert (right > 0) is (chosen == 2)


def test_a_plate_stands_above_and_below_where_there_is_no_room(qtbot: QtBot, words: Words) -> None:
    wanted = Wanted(boxes=False, trails=False, tags=True)
    above = painted(words, boxes((100, 50, 140, 150)), NO_TRAIL, wanted)
    assert (above[50 - HIGH : 48, 100:140] != 0x70).any()
    assert (above[150:, :] == 0x70).all()
    below = painted(words, boxes((100, 2, 140, 100)), NO_TRAIL, wanted)
    assert (below[103 : 103 + HIGH, 100:140] != 0x70).any()
    aside = painted(words, boxes((390, 50, 410, 150)), NO_TRAIL, wanted)
    assert (aside[50 - HIGH : 48, 330:] != 0x70).any()


def test_a_trail_leads_to_the_foot_and_fades_into_the_past(qtbot: QtBot, words: Words) -> None:
    way = [(20.0 + 8 * n, 150.0, 1 - n / 12) for n in range(13)]
    wanted = Wanted(boxes=False, trails=True, tags=False)
    picture = painted(words, boxes((120, 50, 160, 150)), trails(way), wanted).astype(int)
    change = np.abs(picture - 0x70).max((0, 2))
    assert change[30] > 0
    assert change[60] > change[30]
    assert change[130] > change[60]
    assert change[:18].max() == change[145:].max() == 0


def test_of_an_empty_picture_nothing_is_drawn(qtbot: QtBot, words: Words) -> None:
    assert (painted(words, boxes(), trails([], 0), Wanted()) == 0x70).all()
