import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.deciding import Deciding
from vsa_core.domain.verdict import Verdict


@pytest.fixture
def deciding(qtbot: QtBot, theme: Theme) -> Deciding:
    made = Deciding(theme)
    qtbot.addWidget(made)
    return made


def enabled(deciding: Deciding) -> list[bool]:
    return [button.isEnabled() for button in (deciding.match, deciding.reject, deciding.doubt)]


def test_each_decision_is_told_and_cannot_be_taken_twice(deciding: Deciding) -> None:
    told = set()
    for place, verdict in enumerate((Verdict.MATCH, Verdict.REJECT, Verdict.DOUBT)):
        deciding.tell(verdict, provisional=False)
        assert enabled(deciding) == [place != n for n in range(3)]
        told.add(deciding.told.text())
    deciding.tell(None, provisional=False)
    assert enabled(deciding) == [True] * 3
    assert len(told | {deciding.told.text()}) == 4


def test_nothing_is_decided_before_it_is_recorded(deciding: Deciding) -> None:
    deciding.tell(None, provisional=True)
    assert enabled(deciding) == [False] * 3
