from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.state.exporting import Exporting, Leaving, Step
from app.tasks import Tasks
from app.theme import Theme
from app.views.export import ExportDialog
from app.words import Words
from tests.app.answers import Office, close, enter, hit, office
from tests.app.widgets.test_facts import shown
from tests.desk.scene import START
from vsa_core.desk.reviews import Judged
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, Tampered

SECOND = 1_000_000


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst in a case who has matched track 3 of the street."""
    desk = office(tasks, (Judged("a", 3, "rue", Verdict.MATCH),))
    enter(desk)
    yield desk
    close(desk)


@pytest.fixture
def exporting(at: Office) -> Exporting:
    """One hit, offered."""
    state = Exporting(at.session)
    state.offer(Leaving((hit(2000, track=3),)))
    return state


@pytest.fixture
def dialog(qtbot: QtBot, exporting: Exporting, words: Words, theme: Theme) -> ExportDialog:
    """The dialog, on show."""
    widget = ExportDialog(exporting, words, theme)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_it_tells_what_leaves_and_the_margin_counts(dialog: ExportDialog) -> None:
    told = shown(dialog.facts)
    assert "Franchissement de ligne, personne, track no. 3" in told
    assert "rue" in told
    assert "05/03/2024 12:59:59,000" in told
    assert "0:00:06,000 at most" in told
    dialog.form.margin.setValue(5)
    assert "0:00:10,000 at most" in shown(dialog.facts)


def test_several_hits_and_a_stretch_of_the_player_are_told_as_such(
    exporting: Exporting, dialog: ExportDialog
) -> None:
    exporting.offer(Leaving((hit(2000), hit(4000))))
    assert "Results: 2" in shown(dialog.facts)
    exporting.offer(Leaving((), "cour", Window(START, START + SECOND)))
    assert "The stretch chosen in the player" in shown(dialog.facts)
    assert not dialog.form.margin.isVisible()


def test_it_tells_who_is_unmasked(qtbot: QtBot, exporting: Exporting, dialog: ExportDialog) -> None:
    exporting.again()
    assert "Reading" in dialog.masks.text()
    qtbot.waitUntil(lambda: "no. 3" in dialog.masks.text())
    exporting.offer(Leaving((hit(2000, camera="cour"),)))
    qtbot.waitUntil(lambda: "no result of this camera is matched" in dialog.masks.text())
    assert "look at the clip again" in dialog.masks.text()


def test_nothing_leaves_without_a_motive(dialog: ExportDialog) -> None:
    assert not dialog.go.isEnabled()
    dialog.form.motive.choose("M04")
    assert dialog.go.isEnabled()


def test_with_nothing_chosen_it_says_how_to_choose_and_exports_nothing(
    exporting: Exporting, dialog: ExportDialog
) -> None:
    dialog.form.motive.choose("M02")
    assert dialog.go.isEnabled()
    exporting.offer(Leaving())
    (_, told) = shown(dialog.facts)
    assert told.startswith("Nothing yet")
    assert not dialog.go.isEnabled()
    assert not dialog.who.isVisible()


def test_more_than_ten_minutes_are_said_and_not_offered(
    exporting: Exporting, dialog: ExportDialog
) -> None:
    dialog.form.motive.choose("M04")
    exporting.offer(Leaving((), "rue", Window(START, START + 601 * SECOND)))
    assert dialog.too_long.isVisible()
    assert "0:10:00" in dialog.limit.text()
    assert not dialog.go.isEnabled()
    exporting.offer(Leaving((), "rue", Window(START, START + 600 * SECOND)))
    assert not dialog.too_long.isVisible()
    assert dialog.go.isEnabled()


def test_the_wish_is_what_the_form_says(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog, tmp_path: Path
) -> None:
    form = dialog.form
    form.motive.choose("M03")
    form.recipient.setText("  tribunal de Lille ")
    form.language.setCurrentIndex(1)
    form.margin.setValue(7)
    form.folder_wanted.emit(str(tmp_path))
    dialog.go.click()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    ((wish, motive),) = at.exports.wishes
    assert (wish.recipient, wish.language, wish.margin, motive) == (
        "tribunal de Lille",
        "en",
        7 * SECOND,
        "M03",
    )
    assert Path(wish.folder).parent == tmp_path


def test_it_tells_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog
) -> None:
    dialog.form.motive.choose("M04")
    at.exports.gate.clear()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.far.text() == "Picture 1 of 10")
    assert dialog.bar.isVisible()
    assert (dialog.bar.value(), dialog.bar.maximum()) == (1, 10)
    assert not dialog.go.isVisible()
    dialog.stop.click()
    assert not dialog.stop.isEnabled()
    qtbot.waitUntil(lambda: exporting.step is Step.STOPPED)
    assert dialog.outcome.isVisible()
    assert "arrêté" in dialog.outcome.text()
    assert not dialog.notice.isVisible()
    at.exports.gate.set()
    dialog.again.click()
    assert dialog.form.isVisible()


def test_an_export_goes_on_when_the_dialog_is_closed_and_is_found_again(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog
) -> None:
    dialog.form.motive.choose("M04")
    at.exports.gate.clear()
    dialog.go.click()
    qtbot.waitUntil(lambda: exporting.total == 10)
    dialog.leave.click()
    assert not dialog.isVisible()
    at.exports.gate.set()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    dialog.show()
    assert dialog.written.isVisible()


def test_a_refusal_is_told_in_words_and_the_form_stays(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog
) -> None:
    at.exports.fault = Refused("CAS-064", camera="rue")
    dialog.form.motive.choose("M04")
    dialog.go.click()
    qtbot.waitUntil(lambda: exporting.step is Step.FAILED)
    assert dialog.notice.isVisible()
    assert dialog.notice.code.text() == "CAS-064"
    assert dialog.form.isVisible()
    at.exports.fault = None
    dialog.go.click()
    assert not dialog.notice.isVisible()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)


def test_what_was_written_is_told_and_verified(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog
) -> None:
    dialog.form.motive.choose("M04")
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.written.isVisible())
    assert "/case/export" in shown(dialog.written.facts)
    dialog.written.verify.click()
    qtbot.waitUntil(lambda: "5" in dialog.written.checked.text())
    at.exports.checking = Tampered("EXP-101", file="clip.mp4")
    dialog.written.verify.click()
    qtbot.waitUntil(lambda: dialog.notice.isVisible())
    assert dialog.notice.code.text() == "EXP-101"
    assert dialog.written.checked.text() == ""


def test_it_is_not_modal_and_everything_in_it_has_a_name(dialog: ExportDialog) -> None:
    assert not dialog.isModal()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.text() or button.accessibleName(), button
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_second_of_two_clicks_on_export_does_not_stop_it(
    qtbot: QtBot, at: Office, exporting: Exporting, dialog: ExportDialog
) -> None:
    at.exports.gate.clear()
    dialog.form.motive.choose("M04")
    there = dialog.go.mapTo(dialog, dialog.go.rect().center())
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.stop.isVisible() and exporting.total == 10)
    qtbot.wait(1)
    assert dialog.childAt(there) is not dialog.stop
    at.exports.gate.set()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
