"""How the window looks: our own light, dark and high-contrast colours, and icons drawn in them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"
DRESS = RESOURCES / "theme"
POINTS = 10
SIDES = (16, 20, 24, 32, 40, 48, 64, 80, 96)


class Scheme(StrEnum):
    """The colour schemes that a person can choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their use, as #rrggbb; text on its ground has a contrast of 4.5:1 or more.

    ground: behind everything; panel: panes; raised: cards and fields; line:
    between panes; edge: around what one can act on, 3:1; text, muted:
    reading; accent, on_accent: what is chosen and the first thing to do;
    good, warning, bad: states, never without an icon or a word; canvas:
    behind pictures; matched, rejected, hit, track: marks on pictures and
    lanes.
    """

    scheme: Scheme
    ground: str
    panel: str
    raised: str
    line: str
    edge: str
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
        return _icon(name, getattr(self, use), self.on_accent, self.muted)


LIGHT = Theme(
    scheme=Scheme.LIGHT,
    ground="#e9ecf0",
    panel="#f6f7f9",
    raised="#ffffff",
    line="#c3c9d2",
    edge="#788391",
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
    edge="#778493",
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
    edge="#ffffff",
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

ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "canvas",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
"""What Qt's own drawing asks for, and the use of ours that answers."""

FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.HighlightedText,
)


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole program the colours, the font and the style sheet of `theme`."""
    application.setStyle("Fusion")
    font = application.font()
    font.setPointSize(POINTS)
    application.setFont(font)
    application.setPalette(palette(theme))
    QDir.setSearchPaths("theme", [str(DRESS / theme.scheme)])
    application.setStyleSheet(sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Every colour that Qt's own drawing asks for, in each of its three groups."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, theme.colour(name))
    for role in FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted", 150))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.colour("line"))
    return made


def sheet(theme: Theme) -> str:
    """The style sheet of resources/theme/window.qss in the colours of `theme`."""
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    text = (DRESS / "window.qss").read_text(encoding="utf-8").replace("@mono", f'"{mono}"')
    return re.sub(r"@(\w+)(?:/(\d+))?", lambda found: _named(theme, found), text)


def _named(theme: Theme, found: re.Match[str]) -> str:
    name: str = getattr(theme, found[1])
    if found[2] is None:
        return name
    colour = QColor(name)
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {found[2]}%)"


@cache
def _icon(name: str, colour: str, selected: str, disabled: str) -> QIcon:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, stroke, opacity in (
        (QIcon.Mode.Normal, colour, 1.0),
        (QIcon.Mode.Selected, selected, 1.0),
        (QIcon.Mode.Disabled, disabled, 0.5),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", stroke).encode()))
        for side in SIDES:
            icon.addPixmap(_drawn(renderer, side, opacity), mode)
    return icon


def _drawn(renderer: QSvgRenderer, side: int, opacity: float) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
