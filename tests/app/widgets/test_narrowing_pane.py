import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.narrowing_pane import SCALES, NarrowingPane, parts_of
from app.words import Words
from vsa_core.domain.filters import RANGES, Colours, Heading, Hours, Range


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> NarrowingPane:
    made = NarrowingPane(words, theme)
    qtbot.addWidget(made)
    return made


def test_every_range_there_is_has_a_row(pane: NarrowingPane) -> None:
    assert set(SCALES) == set(pane.ranges) == set(RANGES)
    assert all(list(stops) == sorted(set(stops)) for stops in SCALES.values())


def test_filters_are_shown_where_they_are_asked(pane: NarrowingPane) -> None:
    night, way = Hours(60, 120), Heading(180)
    asked = (Colours("upper", ("red",)), Range("size", 100, None), way, night)
    pane.show_filters(asked, ("person",), calibrated=False)
    assert pane.colours.swatches["red"].isChecked()
    assert "10" in pane.ranges["size"].value.text()
    assert pane.heading.on.isChecked()
    assert pane.hours.on.isChecked()
    pane.show_filters((), ("person",), calibrated=False)
    assert not pane.heading.on.isChecked()
    assert not pane.hours.on.isChecked()


def test_metres_are_for_calibrated_cameras_and_the_others_say_so(
    qtbot: QtBot, pane: NarrowingPane
) -> None:
    pane.show_filters((), (), calibrated=False)
    assert pane.ranges["metres"].isHidden()
    assert "not calibrated" in pane.relative.text()
    with qtbot.waitSignal(pane.calibrate_wanted):
        pane.calibrate.click()
    pane.show_filters((), (), calibrated=True)
    assert not pane.ranges["metres"].isHidden()
    pane.show_filters((Range("metres", 1500, None),), (), calibrated=False)
    assert not pane.ranges["metres"].isHidden(), "what is asked is never out of sight"
    pane.show_filters((), (), calibrated=None)
    assert not pane.calibrate.isEnabled()


def test_what_is_set_or_given_up_is_told(qtbot: QtBot, pane: NarrowingPane) -> None:
    with qtbot.waitSignal(pane.put) as put:
        qtbot.keyClick(pane.ranges["speed"].slider.low, Qt.Key.Key_Right)
    assert put.args == [Range("speed", 25, None)]
    with qtbot.waitSignal(pane.dropped) as dropped:
        pane.ranges["speed"].dropped.emit()
    assert dropped.args == ["speed"]


@pytest.mark.parametrize(
    ("classes", "parts"),
    [
        ((), ("any", "upper", "lower", "whole")),
        (("person",), ("any", "upper", "lower")),
        (("car", "bus"), ("whole",)),
        (("person", "car"), ("any", "upper", "lower", "whole")),
    ],
)
def test_persons_have_two_parts_and_other_objects_one(
    classes: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert parts_of(classes, {}) == parts
