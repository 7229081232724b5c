import pytest
from pytestqt.qtbot import QtBot

from app.state.lock import Left, Reason
from app.theme import Theme
from app.widgets.locked import Locked
from tests.app.doorstep import nameless


@pytest.fixture
def banner(qtbot: QtBot, theme: Theme) -> Locked:
    made = Locked(theme)
    qtbot.addWidget(made)
    return made


def left(reason: Reason) -> Left:
    return Left("alice", "/cases/2024-17", "case", reason, 7)


def test_each_reason_has_its_words_and_no_case_is_named(banner: Locked) -> None:
    told = set()
    for reason in Reason:
        banner.tell(left(reason), running=False)
        told.add(banner.why.text())
        assert "2024" not in banner.accessibleName()
    assert len(told) == len(Reason)
    banner.tell(left(Reason.IDLE), running=False)
    assert "7 min" in banner.why.text()


def test_only_where_something_runs_must_it_be_stopped_for_somebody_else(
    qtbot: QtBot, banner: Locked
) -> None:
    banner.tell(left(Reason.IDLE), running=False)
    closed = banner.what.text()
    assert banner.other.isHidden()
    banner.tell(left(Reason.IDLE), running=True)
    assert not banner.other.isHidden()
    assert banner.what.text() != closed
    with qtbot.waitSignal(banner.other_wanted):
        banner.other.click()
    assert nameless(banner) == []


def test_it_hides_where_nobody_left(banner: Locked) -> None:
    banner.tell(left(Reason.ASKED), running=False)
    assert not banner.isHidden()
    banner.tell(None, running=False)
    assert banner.isHidden()
