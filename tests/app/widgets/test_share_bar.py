from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.state.lanes import Fate
from app.state.looks import Shares
from app.theme import Theme
from app.widgets.share_bar import ShareBar, paint_shares


def painted(shares: Shares, theme: Theme) -> QImage:
    """The bar, a hundred pixels wide, within a margin."""
    image = QImage(104, 12, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    painter = QPainter(image)
    paint_shares(painter, QRect(2, 2, 100, 8), shares, theme)
    painter.end()
    return image


def test_a_share_takes_its_part_from_the_left(theme: Theme) -> None:
    image = painted(((Fate.FULL, 400), (Fate.SKIPPED, 600)), theme)
    track = theme.colour("track")
    columns = [x for x in range(3, 101) if image.pixelColor(x, 8) == track]
    assert columns == list(range(3, 42))


def test_closer_looks_fill_more_and_what_was_not_looked_at_is_hatched(theme: Theme) -> None:
    track = theme.colour("track")
    filled = {
        fate: sum(painted(((fate, 1000),), theme).pixelColor(50, y) == track for y in range(12))
        for fate in (Fate.FULL, Fate.STANDARD, Fate.CALM, Fate.SCAN, Fate.NOT_INDEXED)
    }
    assert filled[Fate.FULL] > filled[Fate.STANDARD] > filled[Fate.SCAN] > 0
    assert filled[Fate.CALM] in (0, filled[Fate.STANDARD])
    assert filled[Fate.NOT_INDEXED] == 0


def test_nothing_is_painted_beyond_the_bar(theme: Theme) -> None:
    image = painted(((Fate.FULL, 1), (Fate.SCAN, 999)), theme)
    assert image.pixelColor(103, 5) == theme.colour("ground")
    assert image.pixelColor(50, 0) == theme.colour("ground")


def test_the_bar_paints_itself(qtbot: QtBot, theme: Theme) -> None:
    bar = ShareBar(theme, ((Fate.FULL, 1000),))
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    assert bar.grab().toImage().pixelColor(60, 6) == theme.colour("track")
