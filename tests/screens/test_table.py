"""The pictures of docs/screens are those of the table, and are small enough to be kept."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.architecture.house import ROOT
from tests.screens.ink import MOST, save
from tests.screens.table import PICTURES, page

SCREENS = ROOT / "docs" / "screens"
LIMIT = 6_000_000
"""Bytes that all the pictures may take."""


def test_the_page_lists_what_is_drawn() -> None:
    assert (SCREENS / "README.md").read_text("utf-8") == page(), "run `make screenshots`"


def test_every_picture_of_the_table_was_drawn_and_no_other() -> None:
    drawn = {path.stem for path in SCREENS.glob("*.png")}
    assert drawn == {picture.name for picture in PICTURES}, "run `make screenshots`"


def test_a_name_is_given_once_and_every_picture_says_what_it_shows() -> None:
    names = [picture.name for picture in PICTURES]
    assert len(names) == len(set(names))
    assert all(picture.shows.endswith(".") for picture in PICTURES)


def test_the_pictures_are_small_enough_to_be_kept() -> None:
    assert sum(path.stat().st_size for path in SCREENS.iterdir()) < LIMIT


def test_every_language_look_and_scale_is_drawn() -> None:
    assert {picture.language for picture in PICTURES} == {"fr", "en"}
    assert {picture.look for picture in PICTURES} == {"light", "dark", "contrast"}
    assert {picture.scale for picture in PICTURES} == {1, 2}


@pytest.mark.parametrize("colours", [3, 4000])
def test_flat_colours_survive_and_few_are_kept(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, colours: int
) -> None:
    pixmap = QPixmap(200, 100)
    pixmap.fill(QColor("#123456"))
    painter = QPainter(pixmap)
    for n in range(colours):
        painter.fillRect(n % 200, n // 200, 1, 1, QColor(n % 256, n * 7 % 256, n * 13 % 256))
    painter.end()
    path = tmp_path_factory.mktemp("ink") / "one.png"
    save(pixmap, path)
    read = QImage(str(path))
    assert read.size() == pixmap.size()
    assert read.pixelColor(199, 99) == QColor("#123456")
    assert len(read.colorTable()) <= MOST
