from PySide6.QtGui import QFont, QPixmap
from pytestqt.qtbot import QtBot

from app.widgets.ink import EXAMINED, MATCHED
from app.widgets.track_tags import HIGH, KEPT, Tag, TrackTags
from app.words import Words
from vsa_core.domain.objects import class_number

PERSON = class_number("person")


def same(one: QPixmap, other: QPixmap) -> bool:
    return bool(one.toImage() == other.toImage())


def test_a_plate_names_the_class_and_the_number(qtbot: QtBot, words: Words) -> None:
    assert TrackTags(words, QFont(), 1.0).text(Tag(12, PERSON)) == "personne 12"


def test_a_decision_is_told_by_colour_and_by_sign(qtbot: QtBot, words: Words) -> None:
    tags = TrackTags(words, QFont(), 1.0)
    plain, matched, examined = (
        Tag(12, PERSON),
        Tag(12, PERSON, matched=True),
        Tag(12, PERSON, examined=True),
    )
    assert matched.colour.name() == MATCHED
    assert examined.colour.name() == EXAMINED
    assert Tag(12, PERSON, matched=True, examined=True).colour.name() == MATCHED
    signs = [tags.plate(tag).copy(6, 0, 16, HIGH) for tag in (plain, matched, examined)]
    assert not same(signs[0], signs[1])
    assert not same(signs[0], signs[2])
    assert not same(signs[1], signs[2])


def test_a_plate_is_drawn_once_and_memory_is_bounded(qtbot: QtBot, words: Words) -> None:
    tags = TrackTags(words, QFont(), 1.0)
    first = tags.plate(Tag(1, PERSON))
    assert tags.plate(Tag(1, PERSON)) is first
    for number in range(2, KEPT + 2):
        tags.plate(Tag(number, PERSON))
    assert tags.plate(Tag(1, PERSON)) is not first


def test_on_a_dense_screen_a_plate_keeps_its_size(qtbot: QtBot, words: Words) -> None:
    one = TrackTags(words, QFont(), 1.0).plate(Tag(12, PERSON))
    two = TrackTags(words, QFont(), 2.0).plate(Tag(12, PERSON))
    assert two.deviceIndependentSize() == one.deviceIndependentSize()
    assert two.width() == 2 * one.width()
