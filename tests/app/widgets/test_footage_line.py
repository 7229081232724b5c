from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from app.state.lanes import Fate
from app.theme import THEMES, Theme
from app.widgets.footage_line import LINE, TINT, FootageDelegate, FootageLine

GOOD = FootageLine(
    value="d",
    name="rue.mp4",
    icon="check",
    use="good",
    state="lisible",
    facts="0:05:00 · 64 × 36",
    badges=(),
    shares=((Fate.FULL, 1000),),
    spoken="rue.mp4, lisible",
)
BAD = replace(GOOD, icon="lock", use="bad", state="chiffré", facts="", shares=())


def shown(qtbot: QtBot, theme: Theme, *lines: FootageLine) -> tuple[QTreeView, FootageDelegate]:
    """A list of these, painted by the delegate."""
    tree, delegate = QTreeView(), FootageDelegate(theme)
    qtbot.addWidget(tree)
    model = QStandardItemModel(tree)
    for line in lines:
        item = QStandardItem()
        item.setData(line, LINE)
        model.appendRow(item)
    model.appendRow(QStandardItem("heading"))
    tree.setModel(model)
    tree.setItemDelegate(delegate)
    tree.setHeaderHidden(True)
    tree.setIndentation(0)
    tree.resize(300, 300)
    return tree, delegate


def height(tree: QTreeView, delegate: FootageDelegate, row: int) -> int:
    """How high a row wants to be."""
    option = QStyleOptionViewItem()
    option.font = tree.font()
    return delegate.sizeHint(option, tree.model().index(row, 0)).height()


def test_a_state_that_explains_itself_has_a_line_of_its_own() -> None:
    assert GOOD.lines == ("lisible · 0:05:00 · 64 × 36",)
    assert replace(GOOD, use="warning").lines == ("lisible", "0:05:00 · 64 × 36")
    assert BAD.lines == ("chiffré",)
    assert replace(GOOD, facts="").lines == ("lisible",)


@pytest.mark.parametrize("scheme", THEMES.values(), ids=str)
@pytest.mark.parametrize("use", ["text", "muted", "good", "warning", "bad"])
def test_what_is_chosen_can_still_be_read(scheme: Theme, use: str) -> None:
    panel, accent = scheme.colour("panel"), scheme.colour("accent")
    mixed = [
        (top * TINT + below * (255 - TINT)) / 255
        for top, below in zip(accent.getRgb()[:3], panel.getRgb()[:3], strict=True)
    ]
    light, dark = sorted((bright(mixed), bright(scheme.colour(use).getRgb()[:3])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def bright(parts: Sequence[float]) -> float:
    """Relative luminance (WCAG 2) of red, green and blue up to 255."""
    linear = [v / 3294.6 if v <= 10.3 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_line_gets_its_height(qtbot: QtBot, theme: Theme) -> None:
    badge = replace(GOOD, badges=(("cadence variable", "muted"),))
    tree, delegate = shown(qtbot, theme, GOOD, badge, replace(badge, use="warning"))
    two, three, four = (height(tree, delegate, row) for row in range(3))
    assert three - two == four - three > 0
    assert 0 < height(tree, delegate, 3) < two


def test_each_state_is_painted_in_its_own_colour_and_the_chosen_one_stands_out(
    qtbot: QtBot, theme: Theme
) -> None:
    badge = replace(GOOD, badges=(("sans heure", "warning"), ("cadence variable", "muted")))
    tree, _ = shown(qtbot, theme, GOOD, BAD, badge)
    plain = tree.grab().toImage()
    used = {plain.pixelColor(x, y).name() for x in range(300) for y in range(200)}
    for use in ("good", "bad", "track", "warning"):
        assert theme.colour(use).name() in used
    tree.setCurrentIndex(tree.model().index(1, 0))
    assert tree.grab().toImage() != plain
