import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.colour_box import PAINT, ColourBox, swatch
from app.words import Words
from vsa_core.domain.filters import WHERE, Colours
from vsa_core.domain.objects import COLOURS


@pytest.fixture
def box(qtbot: QtBot, words: Words, theme: Theme) -> ColourBox:
    made = ColourBox(words, theme)
    qtbot.addWidget(made)
    return made


def test_every_colour_has_a_swatch_with_its_name(box: ColourBox) -> None:
    assert set(box.swatches) == set(COLOURS)
    assert box.swatches["red"].accessibleName() == "rouge"
    assert len(PAINT) == 14


def test_colours_are_asked_of_the_part_on_show(qtbot: QtBot, box: ColourBox) -> None:
    with qtbot.waitSignal(box.changed) as changed:
        box.swatches["blue"].click()
    assert changed.args == [Colours("any", ("blue",))]
    box.parts.buttons["lower"].click()
    assert not box.swatches["blue"].isChecked()
    with qtbot.waitSignal(box.changed) as changed:
        box.swatches["black"].click()
    assert changed.args == [Colours("lower", ("black",))]


def test_the_last_colour_given_up_gives_up_the_part_and_a_share_is_kept(
    qtbot: QtBot, box: ColourBox
) -> None:
    asked = {"upper": Colours("upper", ("red", "blue"), 600)}
    box.show_colours(asked, WHERE)
    assert box.parts.buttons["upper"].text().endswith("(2)")
    with qtbot.waitSignal(box.changed) as changed:
        box.swatches["red"].click()
    assert changed.args == [Colours("upper", ("blue",), 600)]
    box.show_colours({"upper": Colours("upper", ("blue",))}, WHERE)
    with qtbot.waitSignal(box.dropped) as dropped:
        box.swatches["blue"].click()
    assert dropped.args == ["upper"]


def test_what_the_objects_do_not_have_is_not_offered(box: ColourBox) -> None:
    box.show_colours({}, ("whole",))
    assert box.parts.isHidden()
    assert list(box.parts.buttons) == ["whole"]


def test_a_pressed_swatch_looks_otherwise_than_by_colour_alone(box: ColourBox) -> None:
    for name in COLOURS:
        icon = swatch(box._theme, name)
        on, off = (
            icon.pixmap(QSize(14, 14), QIcon.Mode.Normal, state).toImage()
            for state in (QIcon.State.On, QIcon.State.Off)
        )
        assert on != off, name
