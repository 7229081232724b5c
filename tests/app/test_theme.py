"""Colours can be read, icons take the colour of their theme, and the focus is seen."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.actions import menus
from app.theme import DRESS, ICONS, LIGHT, ROLES, THEMES, Scheme, Theme, dress, palette, sheet
from tests.architecture.house import ROOT, modules, parsed

READ = ("text", "muted", "accent", "good", "warning", "bad")
GROUNDS = ("ground", "panel", "raised")
MARKS = ("hit", "track", "matched", "rejected")
SCHEMES = pytest.mark.parametrize("scheme", list(Scheme))
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
BADGE = "relecture"
FOCUSABLE = (
    QPushButton,
    QToolButton,
    QCheckBox,
    QRadioButton,
    QLineEdit,
    QComboBox,
    QSpinBox,
    QSlider,
    QListWidget,
    QTableWidget,
)


@pytest.fixture
def bare(qapp: QApplication) -> Iterator[QApplication]:
    """The application, undressed again at the end."""
    before, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(before)
    qapp.setFont(font)


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2.1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG 2.1, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(top: QColor, per_cent: int, ground: QColor) -> QColor:
    """`top`, `per_cent` opaque, laid on `ground`."""
    share = per_cent / 100
    pairs = ((top.red(), ground.red()), (top.green(), ground.green()), (top.blue(), ground.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))


def used_icons(root: Path) -> set[str]:
    """Names that the app asks icons by, where they are written out."""
    found = {row.icon for menu in menus() for row in menu.rows if row.icon}
    for path in modules(root, ("app",)):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call):
                found |= _asked(node)
    return found


def _asked(call: ast.Call) -> set[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = {"icon": 0, "show_as": 0, "IconButton": 1, "Empty": 1}.get(name)
    if place is None or len(call.args) <= place:
        return set()
    constants = [node for node in ast.walk(call.args[place]) if isinstance(node, ast.Constant)]
    return {node.value for node in constants if isinstance(node.value, str)} - {""}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("use", READ)
def test_text_can_be_read_on_every_ground(scheme: Scheme, use: str, ground: str) -> None:
    theme = THEMES[scheme]
    assert contrast(theme.colour(use), theme.colour(ground)) >= 4.5


@SCHEMES
def test_text_can_be_read_on_what_is_chosen_pressed_and_told(scheme: Scheme) -> None:
    theme = THEMES[scheme]
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5
    for use in ("accent", "warning", "bad"):
        tint = over(theme.colour(use), 10, theme.colour("panel"))
        assert min(contrast(theme.colour(read), tint) for read in ("text", "muted")) >= 4.5
    pressed = over(theme.colour("accent"), 24, theme.colour("raised"))
    assert contrast(theme.colour("text"), pressed) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_field_is_seen(scheme: Scheme, ground: str) -> None:
    theme = THEMES[scheme]
    assert contrast(theme.colour("edge"), theme.colour(ground)) >= 3


@SCHEMES
@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_seen_on_the_canvas(scheme: Scheme, mark: str) -> None:
    theme = THEMES[scheme]
    assert contrast(theme.colour(mark), theme.colour("canvas")) >= 3


def test_every_icon_that_the_app_asks_for_exists() -> None:
    missing = {name for name in used_icons(ROOT) if not (ICONS / f"{name}.svg").is_file()}
    assert missing == set()


def test_the_search_for_icons_finds_them(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    source = 'b = IconButton(theme, "one", tr("x"))\ni = t.icon("two" if a else "three")\n'
    (tmp_path / "app" / "x.py").write_text(source, encoding="utf-8")
    assert {"one", "two", "three"} <= used_icons(tmp_path)


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_of_one_set(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    if path.stem == BADGE:
        assert len(set(HEX.findall(drawing))) == 2
        return
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    painted = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing))
    assert painted <= {"none", "currentColor"}
    assert not HEX.search(drawing)
    assert "style=" not in drawing


@pytest.mark.usefixtures("qapp")
def test_an_icon_takes_the_colour_of_its_use() -> None:
    picture = LIGHT.icon("stop", "bad").pixmap(24, 24).toImage()
    assert picture.pixelColor(12, 12) == LIGHT.colour("bad")
    chosen = LIGHT.icon("stop", "bad").pixmap(24, 24, QIcon.Mode.Selected).toImage()
    assert chosen.pixelColor(12, 12) == LIGHT.colour("on_accent")
    idle = LIGHT.icon("stop", "bad").pixmap(24, 24, QIcon.Mode.Disabled).toImage()
    assert idle.pixelColor(12, 12).alpha() < 200


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_does_not_exist_is_said() -> None:
    with pytest.raises(FileNotFoundError):
        LIGHT.icon("no-such-icon")


@SCHEMES
def test_the_palette_answers_for_every_group(scheme: Scheme) -> None:
    made = palette(THEMES[scheme])
    for role in ROLES:
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            assert made.color(group, role) == THEMES[scheme].colour(ROLES[role])
    text = QPalette.ColorRole.WindowText
    disabled = QPalette.ColorGroup.Disabled
    assert made.color(disabled, text) != made.color(QPalette.ColorGroup.Active, text)


@SCHEMES
@pytest.mark.usefixtures("qapp")
def test_the_sheet_names_only_colours_and_pictures_that_exist(scheme: Scheme) -> None:
    theme = THEMES[scheme]
    written = (DRESS / "window.qss").read_text(encoding="utf-8")
    known = {field.name for field in fields(Theme)} | {"mono"}
    assert set(re.findall(r"@(\w+)", written)) <= known
    assert "@" not in sheet(theme)
    for name in re.findall(r"url\(theme:([\w.]+)\)", written):
        drawing = (DRESS / scheme / name).read_text(encoding="utf-8")
        assert set(HEX.findall(drawing)) <= {theme.text, theme.on_accent}


@SCHEMES
def test_dressing_gives_the_program_the_colours(bare: QApplication, scheme: Scheme) -> None:
    dress(bare, THEMES[scheme])
    assert bare.palette().color(QPalette.ColorRole.Window) == THEMES[scheme].colour("panel")
    assert THEMES[scheme].accent in bare.styleSheet()
    assert bare.font().pointSize() == 10


def _ringed(widget: QWidget, theme: Theme) -> bool:
    """Whether two rows of pixels in the colour of the focus run along the top of the widget."""
    picture = widget.grab().toImage()
    across = range(picture.width() // 3, picture.width() // 2)
    for top in range(picture.height() // 2):
        rows = (top, top + 1)
        if all(picture.pixelColor(x, y) == theme.colour("accent") for y in rows for x in across):
            return True
    return False


@SCHEMES
@pytest.mark.parametrize("kind", FOCUSABLE)
def test_the_focus_is_seen(
    bare: QApplication, qtbot: QtBot, kind: type[QWidget], scheme: Scheme
) -> None:
    dress(bare, THEMES[scheme])
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    other, widget = QLineEdit(), kind()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if isinstance(widget, QSlider):
        widget.setOrientation(Qt.Orientation.Horizontal)
    widget.setMinimumSize(80, 28)
    rows.addWidget(other)
    rows.addWidget(widget)
    page.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert not _ringed(widget, THEMES[scheme])
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert _ringed(widget, THEMES[scheme])


def test_the_focus_is_seen_on_tabs(bare: QApplication, qtbot: QtBot) -> None:
    dress(bare, LIGHT)
    bar = QTabBar()
    qtbot.addWidget(bar)
    bar.addTab("Images")
    bar.show()
    bar.clearFocus()
    assert not _ringed(bar, LIGHT)
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert _ringed(bar, LIGHT)
