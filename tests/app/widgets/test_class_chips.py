from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import ICONS as FOLDER
from app.theme import Theme
from app.widgets.class_chips import ICONS, ClassChips
from app.words import Words
from vsa_core.domain.objects import CLASSES

NAMES = (*CLASSES[1:], CLASSES[0])


def test_there_is_a_chip_for_each_class_with_its_words(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(NAMES, words, theme)
    qtbot.addWidget(chips)
    assert chips.chips["person"].accessibleName() == "personne"
    assert chips.chips["unnamed"].accessibleName() == "sans nom"
    assert list(chips.chips) == list(NAMES)
    assert chips.pressed == ()


def test_every_class_has_an_icon_of_the_house() -> None:
    assert set(ICONS) == set(CLASSES)
    assert all((FOLDER / f"{icon}.svg").is_file() for icon in ICONS.values())


def test_pressing_chips_tells_all_that_are_pressed(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(NAMES, words, theme)
    qtbot.addWidget(chips)
    chips.chips["car"].click()
    with qtbot.waitSignal(chips.changed) as changed:
        chips.chips["person"].click()
    assert changed.args == [("person", "car")]
    with qtbot.waitSignal(chips.changed) as changed:
        qtbot.keyClick(chips.chips["car"], Qt.Key.Key_Space)
    assert changed.args == [("person",)]


def test_a_pressed_chip_shows_a_tick_and_not_its_colour_alone(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(NAMES, words, theme)
    qtbot.addWidget(chips)
    before = chips.chips["person"].icon().cacheKey()
    with qtbot.assertNotEmitted(chips.changed):
        chips.press(("person",))
    assert chips.pressed == ("person",)
    assert chips.chips["person"].icon().cacheKey() == theme.icon("check", "accent").cacheKey()
    chips.press(())
    assert chips.chips["person"].icon().cacheKey() == before
