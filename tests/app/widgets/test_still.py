from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.still import Still


def test_it_is_sixteen_by_nine(qtbot: QtBot, theme: Theme) -> None:
    still = Still(theme)
    qtbot.addWidget(still)
    assert still.hasHeightForWidth()
    assert still.heightForWidth(320) == 180


def test_an_image_is_fitted_and_its_shape_kept(qtbot: QtBot, theme: Theme) -> None:
    still = Still(theme)
    qtbot.addWidget(still)
    still.resize(320, 180)
    square = QImage(40, 40, QImage.Format.Format_RGB32)
    square.fill(QColor("red"))
    still.show_image(square)
    assert still.has_image
    image = still.grab().toImage()
    assert image.pixelColor(160, 90) == QColor("red")
    assert image.pixelColor(160, 2) == QColor("red")
    assert image.pixelColor(20, 90) == theme.colour("canvas")


def test_where_there_is_no_image_it_says_why(qtbot: QtBot, theme: Theme) -> None:
    still = Still(theme)
    qtbot.addWidget(still)
    still.resize(320, 180)
    still.show_image(None, "")
    blank = still.grab().toImage()
    still.show_image(None, "No picture")
    assert still.grab().toImage() != blank
    assert not still.has_image
