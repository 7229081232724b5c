import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.settings_section import SettingsSection, setting_row
from app.words import Words
from tests.app.inquiry import COUNT, JOINS, KINDS, named


@pytest.fixture
def section(qtbot: QtBot, words: Words, theme: Theme) -> SettingsSection:
    made = SettingsSection(words, theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("sheet", [*KINDS, *JOINS], ids=lambda sheet: sheet.kind)
def test_every_slider_of_every_kind_has_words(
    qtbot: QtBot, words: Words, theme: Theme, sheet: object
) -> None:
    for slider in sheet.parameters:  # type: ignore[attr-defined]
        row = setting_row(theme, words, slider)
        qtbot.addWidget(row)
        assert "_" not in row.name.text()
        assert "_" not in row.value.text()


def test_settings_are_shown_at_their_values_and_moved(
    qtbot: QtBot, section: SettingsSection
) -> None:
    section.show_values(named("dwell").parameters, lambda name: 1 if name == "anchor" else 5000, 2)
    assert section.fold.head.text() == "Settings (changed: 2)"
    assert section.rows["minimum"].value.text().replace("\u00a0", " ") == "5 s"
    with qtbot.waitSignal(section.moved) as moved:
        section.rows["minimum"].moved.emit(9000)
    assert moved.args == ["minimum", 9000]
    with qtbot.waitSignal(section.reset.clicked):
        section.reset.click()


def test_a_kind_without_settings_shows_no_section(section: SettingsSection) -> None:
    section.show_values(COUNT.parameters, lambda name: 0, 0)
    assert section.isHidden()
