from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.class_chips import ORDER, ClassChips
from app.words import Words
from vsa_core.domain.objects import CLASSES, FINER


def test_there_is_a_chip_for_each_class_with_its_words(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(ORDER, words, theme)
    qtbot.addWidget(chips)
    assert chips.chips["person"].accessibleName() == "personne"
    assert chips.chips["unnamed"].accessibleName() == "sans nom"
    assert list(chips.chips) == list(ORDER)
    assert chips.pressed == ()


def test_every_class_has_a_chip_and_coarse_names_come_before_finer_ones() -> None:
    assert sorted(ORDER) == sorted(CLASSES)
    assert set(ORDER[:3]) == {"person", *FINER}


def test_finer_names_stand_below_their_coarse_one_and_the_first_has_a_row(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(ORDER, words, theme)
    qtbot.addWidget(chips)
    chips.resize(400, 260)
    with qtbot.waitExposed(chips):
        chips.show()
    place = {name: chip.geometry() for name, chip in chips.chips.items()}
    for coarse, finer in FINER.items():
        assert {place[name].left() for name in finer} == {place[coarse].left()}
        assert min(place[name].top() for name in finer) > place[coarse].bottom()
    assert place["person"].width() > place["vehicle"].width() * 2 - 1
    widths = {place[name].width() for name in ORDER[1:]}
    assert max(widths) - min(widths) <= 1


def test_an_even_number_of_chips_fills_its_rows(qtbot: QtBot, theme: Theme, words: Words) -> None:
    chips = ClassChips(ORDER[1:], words, theme)
    qtbot.addWidget(chips)
    chips.resize(400, 260)
    with qtbot.waitExposed(chips):
        chips.show()
    tops = [chip.geometry().top() for chip in chips.chips.values()]
    assert tops[0] == tops[1] < tops[2] == tops[3]


def test_pressing_chips_tells_all_that_are_pressed(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    chips = ClassChips(ORDER, words, theme)
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
    chips = ClassChips(ORDER, words, theme)
    qtbot.addWidget(chips)
    before = chips.chips["person"].icon().cacheKey()
    with qtbot.assertNotEmitted(chips.changed):
        chips.press(("person",))
    assert chips.pressed == ("person",)
    assert chips.chips["person"].icon().cacheKey() == theme.icon("check", "accent").cacheKey()
    chips.press(())
    assert chips.chips["person"].icon().cacheKey() == before
