import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.app.doorstep import nameless
from tests.app.views.dpo.conftest import Desk
from vsa_core.domain.case import Act


def read(qtbot: QtBot, desk: Desk) -> list[str]:
    """The acts on show after reading again."""
    with qtbot.waitSignals([desk.audit.read_out, desk.audit.seen]):
        qtbot.mouseClick(desk.view.filters.read, Qt.MouseButton.LeftButton)
    return desk.acts()


def test_the_desk_is_read_as_soon_as_it_is_shown(desk: Desk) -> None:
    assert desk.acts()[0] == "lecture du journal"
    assert desk.acts()[-1] == "mise en service"
    assert desk.view.pages.currentWidget() is desk.view.table
    assert "Page 1" in desk.view.count.text()


def test_the_filters_are_what_is_asked(qtbot: QtBot, desk: Desk) -> None:
    filters = desk.view.filters
    filters.act.setCurrentIndex(filters.act.findData(Act.PERSON_ADD.value))
    assert set(read(qtbot, desk)) == {"inscription d’une personne"}
    filters.person.setText("nobody of that name")
    assert read(qtbot, desk) == []
    assert desk.view.pages.currentWidget() is desk.view.empty
    assert desk.view.empty.title.text() == "No record"


def test_a_bar_of_the_chart_becomes_the_period(qtbot: QtBot, desk: Desk) -> None:
    chart = desk.view.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignals([desk.audit.read_out, desk.audit.seen]):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    window = desk.view.filters.span
    assert window is not None
    assert window.end - window.start == 86_400_000_000
    assert desk.acts()


def test_a_card_shows_its_records_and_its_rule_then_the_page_again(
    qtbot: QtBot, desk: Desk
) -> None:
    card = desk.view.facts.cards[0]
    everything = desk.acts()
    assert card.count.text() == "1"
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.acts() == ["refus"]
    assert desk.view.facts.rule.isVisible()
    assert not desk.view.older.isEnabled()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.acts() == everything
    assert desk.view.facts.rule.isHidden()


def test_what_is_chosen_is_read_whole_and_let_go_with_the_page(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("question")
    assert '"act": "query"' in desk.view.record.whole.toPlainText()
    read(qtbot, desk)
    assert desk.view.record.whole.toPlainText() == ""


def test_pages_are_turned(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.state.audit.PAGE", 3)
    read(qtbot, desk)
    first = desk.acts()
    assert len(first) == 3
    with qtbot.waitSignal(desk.audit.read_out):
        qtbot.mouseClick(desk.view.older, Qt.MouseButton.LeftButton)
    assert desk.audit.leaf is not None
    assert desk.audit.leaf.number == 2
    with qtbot.waitSignal(desk.audit.read_out):
        qtbot.mouseClick(desk.view.newer, Qt.MouseButton.LeftButton)
    assert not desk.view.newer.isEnabled()


def test_the_hours_of_the_service_are_those_on_show(qtbot: QtBot, desk: Desk) -> None:
    desk.view.filters.last.setValue(9)
    read(qtbot, desk)
    assert desk.audit.rule.hours.last == 9
    desk.view.filters.first.setValue(12)  # an hour after the last: what was set before stays
    read(qtbot, desk)
    assert (desk.audit.rule.hours.first, desk.audit.rule.hours.last) == (7, 9)


def test_a_magistrate_reads_and_does_nothing_else(court: Desk) -> None:
    view = court.view
    for widget in (view.ceremony, view.over, view.approve, view.record.text, view.record.send):
        assert widget.isHidden()
    assert view.tabs.count() == 1
    court.choose("question")
    assert view.record.replay.isHidden()


def test_one_leaves_by_the_button(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.view.closed):
        qtbot.mouseClick(desk.view.leave, Qt.MouseButton.LeftButton)


def test_the_tab_of_the_replays_counts_those_that_wait(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("question")
    with qtbot.waitSignal(desk.requests.changed):
        qtbot.mouseClick(desk.view.record.replay, Qt.MouseButton.LeftButton)
    assert desk.view.tabs.tabText(1) == "Replays (1)"


def test_the_last_cosignature_is_said(desk: Desk) -> None:
    assert desk.view.witnessed.text().startswith("Never cosigned")


def test_everything_has_a_name_and_tab_leaves_the_table(desk: Desk) -> None:
    assert nameless(desk.view) == []
    assert not desk.view.table.tabKeyNavigation()


def test_nothing_that_could_hold_a_picture_is_on_the_desk(desk: Desk) -> None:
    kinds = {type(widget).__name__ for widget in desk.view.findChildren(QWidget)}
    assert not kinds & {"Canvas", "Overlay", "CardView", "PlayerView", "StillPane", "HitsView"}
    pictures = [label for label in desk.view.findChildren(QLabel) if not label.pixmap().isNull()]
    assert all(label.pixmap().width() <= 40 * 2 for label in pictures)  # icons, and nothing else


def test_both_dialogs_open_over_the_desk(qtbot: QtBot, desk: Desk) -> None:
    for button, opener in (
        (desk.view.ceremony, "CeremonyDialog"),
        (desk.view.over, "HandOverDialog"),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (dialog,) = [
            child
            for child in desk.view.findChildren(QWidget)
            if type(child).__name__ == opener and child.isVisible()
        ]
        dialog.close()
