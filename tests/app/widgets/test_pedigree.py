from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.pedigree import PedigreeSheet
from tests.app.answers import PEDIGREE


def test_digests_are_short_on_the_screen_and_whole_on_the_clipboard(
    qtbot: QtBot, theme: Theme
) -> None:
    sheet = PedigreeSheet(theme)
    qtbot.addWidget(sheet)
    sheet.fill(PEDIGREE)
    values = sheet.findChildren(Copyable)
    assert [value.text.text() for value in values] == [
        "motion",
        "twostage 1",
        f"{'d' * 12}…",
        "relecture",
        f"{'a' * 12}…",
        f"{'b' * 12}… and others: 1",
    ]
    assert values[2].whole == "d" * 64
    assert values[5].whole == f"{'b' * 64}\n{'c' * 64}"


def test_a_pedigree_without_segments_is_told(qtbot: QtBot, theme: Theme) -> None:
    sheet = PedigreeSheet(theme)
    qtbot.addWidget(sheet)
    sheet.fill(replace(PEDIGREE, segments=()))
    assert sheet.findChildren(Copyable)[5].whole == ""
