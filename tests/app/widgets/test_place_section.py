import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.place_section import PlaceSection
from tests.app.inquiry import KINDS, PLACES


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> PlaceSection:
    made = PlaceSection(theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("sheet", KINDS, ids=lambda sheet: sheet.kind)
def test_every_kind_offers_its_places(section: PlaceSection, sheet: object) -> None:
    kind, places = sheet.kind, sheet.places  # type: ignore[attr-defined]
    section.offer(kind, places, places[0])
    assert list(section.sorts.buttons) == list(places)
    assert section.sorts.isHidden() == (len(places) == 1)
    assert section.isHidden() == (places == ("",))
    assert section.draw.isVisibleTo(section) == bool(places[0])


def test_another_sort_of_place_is_chosen(qtbot: QtBot, section: PlaceSection) -> None:
    section.offer("stopped", ("", "zone"), "")
    with qtbot.waitSignal(section.chosen) as chosen:
        section.sorts.buttons["zone"].click()
    assert chosen.args == ["zone"]


@pytest.mark.parametrize("shape", ["line", "zone", "path", "flow"])
def test_a_place_is_shown_drawn_again_and_erased(
    qtbot: QtBot, section: PlaceSection, shape: str
) -> None:
    section.offer("wrong_way" if shape == "flow" else "x", (shape,), shape)
    section.resize(280, 240)
    section.show()
    picture = np.full((90, 160, 3), 90, np.uint8)
    section.show_place(shape, picture, None, "")
    begin = section.draw.text()
    assert section.preview.isHidden()
    section.show_place(shape, picture, PLACES[shape], "")
    assert section.draw.text() != begin
    assert not section.preview.grab().toImage().isNull()
    with qtbot.waitSignal(section.cleared):
        section.clear.click()
    with qtbot.waitSignal(section.draw_wanted):
        qtbot.mouseClick(section.preview, Qt.MouseButton.LeftButton)


def test_the_arrow_of_the_allowed_way_is_not_called_a_line(section: PlaceSection) -> None:
    section.offer("wrong_way", ("line", "flow"), "line")
    assert section.sorts.buttons["line"].text() == "Arrow"
    section.show_place("line", None, None, "")
    assert section.draw.text() == "Draw the allowed way"
