from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect, QStringListModel
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.hit_card import NARROWEST, PAD, Card, CardPainter

CARD = Card(
    picture=None,
    note="",
    when="21/11/2024 18:07:33,040",
    camera="rue",
    icon="person",
    what="personne",
    course="vers la droite",
    grade="élevé, 800 ‰",
    badge="à vérifier",
    badge_icon="doubt",
    badge_use="muted",
)


@pytest.fixture
def index(qtbot: QtBot) -> Iterator[QModelIndex]:
    """A row."""
    model = QStringListModel(["x"])
    yield model.index(0)
    model.deleteLater()


def painted(
    theme: Theme,
    card: Card | None,
    index: QModelIndex,
    state: QStyle.StateFlag = QStyle.StateFlag.State_None,
    *,
    as_grid: bool = True,
    width: int = 208,
) -> QImage:
    """The card of one row as it is painted."""
    painter = CardPainter(theme, lambda _: card)
    painter.as_grid = as_grid
    size = painter.fit(QFont(), width)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, size.width(), size.height())
    option.state = state
    pen = QPainter(image)
    painter.paint(pen, option, index)
    pen.end()
    assert painter.sizeHint(option, index) == size
    return image


@pytest.mark.parametrize("as_grid", [True, False])
def test_everything_on_a_card_is_seen(
    qtbot: QtBot, theme: Theme, index: QModelIndex, as_grid: bool
) -> None:
    plain = painted(theme, CARD, index, as_grid=as_grid, width=420)
    grey = QImage(32, 18, QImage.Format.Format_RGB32)
    grey.fill(0xFF808080)
    others = (
        replace(CARD, picture=grey),
        replace(CARD, note="CAS-050"),
        replace(CARD, when="22/11/2024 18:07:33,040"),
        replace(CARD, camera="cour"),
        replace(CARD, icon="vehicle"),
        replace(CARD, what="voiture"),
        replace(CARD, course="vers la gauche"),
        replace(CARD, grade="faible, 100 ‰"),
        replace(CARD, badge="retenu"),
        replace(CARD, badge_icon="accept"),
        replace(CARD, badge_use="matched"),
    )
    images = [plain, *(painted(theme, one, index, as_grid=as_grid, width=420) for one in others)]
    for n, image in enumerate(images):
        assert all(image != other for other in images[n + 1 :]), n


def test_chosen_focused_and_plain_cards_do_not_look_alike(
    qtbot: QtBot, theme: Theme, index: QModelIndex
) -> None:
    flags = QStyle.StateFlag
    states = (flags.State_None, flags.State_Selected, flags.State_HasFocus, flags.State_MouseOver)
    images = [painted(theme, CARD, index, state) for state in states]
    for n, image in enumerate(images):
        assert all(image != other for other in images[n + 1 :])


def test_a_row_without_a_hit_paints_nothing(qtbot: QtBot, theme: Theme, index: QModelIndex) -> None:
    image = painted(theme, None, index)
    assert {image.pixel(x, 20) for x in range(image.width())} == {theme.colour("ground").rgb()}


def test_columns_fill_the_width_and_pictures_keep_their_shape(qtbot: QtBot, theme: Theme) -> None:
    painter = CardPainter(theme, lambda _: None)
    for width in range(150, 2000, 37):
        size = painter.fit(QFont(), width)
        assert size.width() >= NARROWEST + 2 * PAD
        columns = max(width // size.width(), 1)
        assert (columns + 1) * (NARROWEST + 2 * PAD) > width - columns - 2
    painter.as_grid = False
    assert painter.fit(QFont(), 700).width() == 700


def test_a_wide_picture_is_not_stretched(qtbot: QtBot, theme: Theme, index: QModelIndex) -> None:
    square = QImage(40, 40, QImage.Format.Format_RGB32)
    square.fill(0xFFFF0000)
    image = painted(theme, replace(CARD, picture=square), index)
    red = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == 0xFFFF0000
    ]
    wide = max(x for x, _ in red) - min(x for x, _ in red)
    high = max(y for _, y in red) - min(y for _, y in red)
    assert abs(wide - high) <= 1
