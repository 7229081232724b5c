import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.label import Label
from app.widgets.shallow import Shallow


@pytest.fixture
def shallow(qtbot: QtBot) -> Shallow:
    made = Shallow(Label(wraps=True), 3)
    made.resize(200, 40)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_short_text_takes_the_room_it_needs(shallow: Shallow) -> None:
    label = shallow.widget()
    assert isinstance(label, Label)
    label.setText("short")
    shallow.fit()
    line = label.fontMetrics().lineSpacing()
    assert line <= shallow.height() < 2 * line
    assert shallow.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_long_text_scrolls_by_keys_too(shallow: Shallow) -> None:
    label = shallow.widget()
    assert isinstance(label, Label)
    label.setText("a sentence that goes on " * 20)
    shallow.fit()
    assert shallow.height() <= 3 * label.fontMetrics().lineSpacing() + 2
    assert shallow.focusPolicy() & Qt.FocusPolicy.TabFocus
