import numpy as np
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.flow_canvas import FlowCanvas
from tests.app.inquiry import DOWN


def test_a_flow_lies_over_the_picture(qtbot: QtBot, theme: Theme) -> None:
    canvas = FlowCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(320, 180)
    canvas.show_picture(np.full((90, 160, 3), 90, np.uint8))
    bare = canvas.grab().toImage()
    canvas.show_flow(DOWN, (1,) * 64)
    assert canvas.grab().toImage() != bare
    canvas.show_flow(None)
    assert canvas.grab().toImage() == bare
