import pytest
from pytestqt.qtbot import QtBot

from app.state.draft import Asked
from app.theme import Theme
from app.views.new_case.scope import ScopePage
from tests.app.doorstep import nameless
from tests.desk.scene import HOUR, START


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ScopePage:
    made = ScopePage(theme)
    qtbot.addWidget(made)
    made.begin(START, START + 90 * 24 * HOUR)
    made.show()
    return made


def test_the_window_is_proposed_empty_so_that_it_must_be_set(page: ScopePage) -> None:
    assert page.start.microseconds == page.end.microseconds == START


def test_the_erasure_follows_the_expiry_until_somebody_sets_it(page: ScopePage) -> None:
    assert page.erase_by.microseconds == page.expires.microseconds == START + 90 * 24 * HOUR
    page.expires.set_microseconds(START + 10 * HOUR)
    assert page.erase_by.microseconds == START + 10 * HOUR
    page.erase_by.set_microseconds(START + 20 * HOUR)
    page.expires.set_microseconds(START + 30 * HOUR)
    assert page.erase_by.microseconds == START + 20 * HOUR
    page.begin(START, START + HOUR)
    assert page.erase_by.microseconds == START + HOUR


def test_the_rule_of_erasure_is_told(page: ScopePage) -> None:
    assert "three years" in page.fields[Asked.ERASE_BY].hint.text()


@pytest.mark.parametrize(
    ("control", "asked"),
    [
        ("start", Asked.WINDOW),
        ("end", Asked.WINDOW),
        ("expires", Asked.EXPIRES),
        ("erase_by", Asked.ERASE_BY),
    ],
)
def test_what_is_edited_is_told(control: str, asked: Asked, page: ScopePage) -> None:
    heard: list[Asked] = []
    page.edited.connect(heard.append)
    getattr(page, control).set_microseconds(START + 5 * HOUR)
    assert asked in heard


def test_cameras_are_told(qtbot: QtBot, page: ScopePage) -> None:
    with qtbot.waitSignal(page.edited) as edited:
        page.cameras.field.setText("rue")
        page.cameras.add.click()
    assert edited.args == [Asked.CAMERAS]
    page.begin(START, START + HOUR)
    assert page.cameras.names == ()


def test_everything_has_a_name_and_a_key(page: ScopePage) -> None:
    assert nameless(page) == []
    for edit in (page.start, page.end, page.expires, page.erase_by):
        edit.setFocus()
        assert edit.focusProxy() is edit.field
        assert edit.field.accessibleName()
