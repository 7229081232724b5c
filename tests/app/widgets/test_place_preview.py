import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.place_preview import PlacePreview
from tests.app.inquiry import LINE, ZONE
from vsa_core.domain.geometry import Place
from vsa_core.domain.ports import Picture

GREY = np.full((180, 320, 3), 90, np.uint8)


def seen(preview: PlacePreview, picture: Picture | None, place: Place | None) -> QImage:
    preview.resize(240, 120)
    preview.show_place(picture, place, "")
    return preview.grab().toImage()


def test_the_place_is_shown_on_its_picture(qtbot: QtBot, theme: Theme) -> None:
    preview = PlacePreview(theme)
    qtbot.addWidget(preview)
    bare = seen(preview, GREY, None)
    assert seen(preview, GREY, LINE) != bare
    assert seen(preview, GREY, ZONE) != seen(preview, GREY, LINE)
    assert seen(preview, None, ZONE) == seen(preview, None, None)


def test_a_click_asks_to_draw_and_one_let_go_outside_does_not(qtbot: QtBot, theme: Theme) -> None:
    preview = PlacePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(240, 120)
    with qtbot.waitSignal(preview.clicked):
        qtbot.mouseClick(preview, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(preview.clicked):
        qtbot.mousePress(preview, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(500, 500))
