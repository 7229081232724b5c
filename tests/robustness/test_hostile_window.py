"""Hostile names on every pane of the window: shown as what they are, never read, never hidden."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.front import Front
from app.sample import Sample
from app.state.exporting import Leaving
from app.state.hits import Stage
from app.views.new_case.view import NewCaseView
from app.widgets.label import Label
from app.widgets.name_list import NameList
from tests.app import opened
from tests.desk.scene import MOTIVE, SECRET, crossing
from tests.robustness.hostile_case import WATCHED, entered
from tests.robustness.hostile_text import TEXTS, leaks
from tests.robustness.on_screen import Text, texts
from tools.sample.archive import SampleArchive
from vsa_core.domain.moment import Window

MARKS = ("<b>", "<img", "<a ", "<hr")


def wrong(text: Text) -> str:
    """What is wrong with one text of the screen, or ""."""
    if leaks(text.what.replace("\n", "")):
        return f"{text.where} hides {text.what!r}"
    if any(TEXTS[name] in text.what for name in ("line", "return", "tab")):
        return f"{text.where} breaks {text.what!r}"
    if text.rich and any(mark in text.what for mark in MARKS):
        return f"{text.where} reads {text.what!r}"
    if text.mnemonic and "a&b & c" in text.what:
        return f"{text.where} takes from {text.what!r}"
    return ""


def check(*, told: str = "") -> None:
    """Nothing on the screen is wrong, and `told` is there."""
    shown = list(texts())
    found = {complaint for text in shown if (complaint := wrong(text))}
    assert not found, "\n".join(sorted(found))
    plain = (_plain(text) for text in shown)
    assert not told or any(told in text for text in plain), told


def _plain(text: Text) -> str:
    return QTextDocumentFragment.fromHtml(text.what).toPlainText() if text.rich else text.what


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, hostile_copy: Path, tmp_path: Path) -> Iterator[Front]:
    """The window in the hostile case."""
    at = entered(hostile_copy)
    sample = Sample(at.desks, at.who, at.where, SampleArchive(tmp_path, (), tmp_path, False))
    with opened.fronted(qtbot, qapp, opened.means(tmp_path / "other")) as held:
        opened.seated(qtbot, held, sample)
        yield held


def test_every_pane_shows_names_as_they_are(qtbot: QtBot, front: Front) -> None:
    check(told="rue⟨U+202E⟩gpj")
    check(told="<b>x<hr>")
    bench, case = front.bench, opened.table(front)
    for page in range(case.left.count()):
        case.left.setCurrentIndex(page)
        check()
    bench.question.choose_kind("line_crossing")
    bench.question.choose_cameras([WATCHED])
    check(told="⟨U+202E⟩")
    bench.question.drawing.draw(crossing().place)
    case.draw()
    bench.question.ask(MOTIVE)
    qtbot.waitUntil(lambda: bench.hits.state is Stage.ANSWERED, timeout=opened.PATIENCE)
    assert len(bench.hits.hits) == 1
    opened.shown(qtbot, front)
    check(told="⟨U+202E⟩gpj")
    case.act("export")
    check()
    start = bench.hits.hits[0].event.start.corrected
    assert start is not None
    bench.exporting.offer(Leaving((), WATCHED, Window(start, start + 1_000_000)))
    opened.settled(qtbot, front)
    check()
    case.export.close()


def test_a_pasted_text_shows_nowhere_as_anything_else(front: Front) -> None:
    fields = [w for w in QApplication.allWidgets() if isinstance(w, QLineEdit) and w.isEnabled()]
    assert fields
    for text in TEXTS.values():
        for field in fields:
            field.setText(text)
        QApplication.processEvents()
        check()


def test_a_bare_label_is_seen(qtbot: QtBot) -> None:
    bare, ours = QLabel(TEXTS["markup"]), Label(TEXTS["markup"])
    for label in (bare, ours):
        qtbot.addWidget(label)
    found = [complaint for text in texts() if (complaint := wrong(text))]
    assert found == [f"QLabel reads {TEXTS['markup']!r}"]


def test_the_dpo_reads_names_as_they_are(
    qtbot: QtBot, qapp: QApplication, hostile_copy: Path
) -> None:
    with opened.fronted(qtbot, qapp, opened.means(hostile_copy / "home")) as held:
        held.open()
        held.session.sign_in("dan", SECRET)
        qtbot.waitUntil(lambda: held.window.page == "journal", timeout=opened.PATIENCE)
        opened.settled(qtbot, held)
        check(told="⟨U+202E⟩")
        for view in held.window.findChildren(QAbstractItemView):
            rows = view.model().rowCount() if view.model() is not None else 0
            for row in range(0, min(rows, 70), 14):
                view.setCurrentIndex(view.model().index(row, 0))
                check()


def test_the_form_of_a_new_case_tells_back_what_was_typed(
    qtbot: QtBot, qapp: QApplication, hostile_copy: Path
) -> None:
    with opened.fronted(qtbot, qapp, opened.means(hostile_copy / "home")) as held:
        held.open()
        with qtbot.waitSignal(held.session.signed_in):
            held.session.sign_in("alice", SECRET)
        held.window.show_page("new_case")
        (form,) = held.window.findChildren(NewCaseView)
        for text in TEXTS.values():
            for field in form.findChildren(QLineEdit):
                field.setText(text)
            for names in form.findChildren(NameList):
                names.set_names((*names.names, text))
            QApplication.processEvents()
            check()
        for names in form.findChildren(NameList):
            assert set(TEXTS.values()) <= set(names.names)
