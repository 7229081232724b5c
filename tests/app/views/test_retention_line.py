from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.retention import Retention
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.retention_line import RetentionLine
from app.words import Words
from tests.app.doorstep import nameless, no_sample, sign_in
from tests.desk.staff import staff
from tests.desk.years import years_later


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return Session(years_later(tmp_path).desks, tasks, no_sample)


def line(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> RetentionLine:
    made = RetentionLine(Retention(session, session), words, theme)
    qtbot.addWidget(made)
    return made


def test_the_line_comes_with_who_must_see_to_it_and_goes_with_them(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    made = line(qtbot, session, words, theme)
    made.stand_on("journal")
    assert made.isHidden()
    with qtbot.waitSignal(made._retention.changed):
        sign_in(qtbot, session, "dan")
    assert not made.isHidden()
    assert made.accessibleName() == made.text.text() != ""
    assert nameless(made) == []
    made.stand_on("approvals")
    assert made.isHidden()
    made.stand_on("cases")
    with qtbot.waitSignal(made.wanted):
        made.see.click()
    session.sign_out()
    assert made.isHidden()


def test_where_nothing_is_late_there_is_no_line(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme
) -> None:
    session = Session(staff(tmp_path).desks, tasks, no_sample)
    made = line(qtbot, session, words, theme)
    made.stand_on("journal")
    with qtbot.waitSignal(made._retention.changed):
        sign_in(qtbot, session, "adele")
    assert made.isHidden()
