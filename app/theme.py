"""How the window looks: our own light, dark and high-contrast colours, and icons drawn in them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


class Scheme(StrEnum):
    """The colour schemes that a person can choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their use, as #rrggbb; text on its ground has a contrast of 4.5:1 or more.

    ground: behind everything; panel: panes; raised: cards and fields; line:
    borders; text, muted: reading; accent, on_accent: what is chosen and the
    first thing to do; good, warning, bad: states, never without an icon or a
    word; canvas: behind pictures; matched, rejected, hit, track: marks on
    pictures and lanes.
    """

    scheme: Scheme
    ground: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    canvas: str
    hit: str
    track: str
    matched: str
    rejected: str

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """The colour of that use."""
        colour = QColor(getattr(self, name))
        colour.setAlpha(alpha)
        return colour

    def icon(self, name: str, use: str = "text") -> QIcon:
        """The icon resources/icons/`name`.svg in the colour of `use`; FileNotFoundError if none."""
        return _icon(name, getattr(self, use))


LIGHT = Theme(
    scheme=Scheme.LIGHT,
    ground="#e9ecf0",
    panel="#f6f7f9",
    raised="#ffffff",
    line="#c3c9d2",
    text="#16202c",
    muted="#4c5866",
    accent="#1f5fb0",
    on_accent="#ffffff",
    good="#1b6e3c",
    warning="#8a5300",
    bad="#b3261e",
    canvas="#20252c",
    hit="#c25e00",
    track="#1f77c8",
    matched="#1b7f45",
    rejected="#6b7683",
)

DARK = Theme(
    scheme=Scheme.DARK,
    ground="#14181d",
    panel="#1b2027",
    raised="#252c35",
    line="#3a4450",
    text="#e8ecf1",
    muted="#a4afbc",
    accent="#6cb0ff",
    on_accent="#0c1420",
    good="#6fd394",
    warning="#f0b354",
    bad="#ff8d84",
    canvas="#0b0d10",
    hit="#ffa14a",
    track="#6cb0ff",
    matched="#6fd394",
    rejected="#97a3b0",
)

CONTRAST = Theme(
    scheme=Scheme.CONTRAST,
    ground="#000000",
    panel="#000000",
    raised="#0a0a0a",
    line="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    accent="#ffe600",
    on_accent="#000000",
    good="#6dff9c",
    warning="#ffd24a",
    bad="#ff9d94",
    canvas="#000000",
    hit="#ffb347",
    track="#7cc7ff",
    matched="#6dff9c",
    rejected="#cfcfcf",
)

THEMES = {theme.scheme: theme for theme in (LIGHT, DARK, CONTRAST)}


@cache
def _icon(name: str, colour: str) -> QIcon:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    icon = QIcon()
    for side in (16, 20, 24, 32, 48, 64):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(picture)
    return icon
