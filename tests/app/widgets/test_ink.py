from PySide6.QtGui import QColor

from app.widgets.ink import BY_CLASS, CASING, EXAMINED, MATCHED, PAPER, WRITING, class_colour, ink
from tests.app.test_theme import contrast
from vsa_core.domain.objects import CLASSES


def test_every_class_has_a_colour_of_its_own() -> None:
    assert tuple(BY_CLASS) == CLASSES
    colours = [class_colour(kind).name() for kind in range(len(CLASSES))]
    assert len(set(colours)) == len(CLASSES)
    assert not {MATCHED, EXAMINED} & set(colours)


def test_what_is_written_on_pictures_can_be_read() -> None:
    for colour in (*BY_CLASS.values(), MATCHED, EXAMINED, WRITING):
        assert contrast(QColor(colour), QColor(PAPER)) >= 4.5
    assert contrast(QColor(EXAMINED), QColor(CASING)) >= 4.5


def test_ink_can_be_thin() -> None:
    assert ink(PAPER, 100).alpha() == 100
    assert ink(PAPER).name() == PAPER
