"""What a person types in local time is one instant, or they are asked which."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import LIGHT, Theme
from app.translation import install
from app.widgets.instant import EPOCH, MICROSECOND, PARIS, InstantEdit, exists, instants

ZONE = ZoneInfo(PARIS)
INSTANTS = st.integers(0, (datetime(2099, 1, 1, tzinfo=UTC) - EPOCH) // MICROSECOND)
AUTUMN = st.integers(
    (datetime(2024, 10, 26, 22, tzinfo=UTC) - EPOCH) // MICROSECOND,
    (datetime(2024, 10, 27, 4, tzinfo=UTC) - EPOCH) // MICROSECOND,
)
WALLS = st.datetimes(datetime(1971, 1, 1), datetime(2098, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NOON = datetime(2024, 11, 21, 12, tzinfo=UTC)


def at(*parts: int) -> int:
    """Microseconds of a time in UTC."""
    return (datetime(*parts, tzinfo=UTC) - EPOCH) // MICROSECOND


def write(edit: InstantEdit, text: str) -> None:
    """Put a local time, written 2024-11-21T12:00:00, into the field as a person would."""
    edit.field.setDateTime(QDateTime.fromString(f"{text}Z", Qt.DateFormat.ISODateWithMs))


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> InstantEdit:
    """A field of Paris time."""
    made = InstantEdit(theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.usefixtures("qapp")
@given(st.one_of(INSTANTS, AUTUMN))
def test_an_instant_comes_back_to_the_microsecond(instant: int) -> None:
    edit = InstantEdit(LIGHT)
    edit.set_microseconds(instant)
    assert edit.microseconds == instant


@given(WALLS)
def test_every_instant_of_a_local_time_shows_that_time(wall: datetime) -> None:
    found = instants(wall, ZONE)
    shown = [(EPOCH + each * MICROSECOND).astimezone(ZONE).replace(tzinfo=UTC) for each in found]
    assert 1 <= len(found) <= 2
    assert all(each == wall for each in shown) or not exists(wall, ZONE)
    assert sorted(found) == list(found)


def test_it_shows_paris_time_to_the_millisecond(edit: InstantEdit) -> None:
    edit.set_microseconds(at(2024, 11, 21, 17, 7, 33, 40_999))
    assert edit.field.text() == "2024-11-21 18:07:33.040"
    assert edit.field.accessibleDescription() == PARIS


def test_it_writes_dates_as_the_french_do(speaking: QApplication, qtbot: QtBot) -> None:
    install(speaking, "fr")
    edit = InstantEdit(LIGHT)
    qtbot.addWidget(edit)
    edit.set_microseconds(at(2024, 11, 21, 17, 7, 33, 40_000))
    assert edit.field.text() == "21/11/2024 18:07:33,040"


def test_summer_and_winter_are_told_apart(edit: InstantEdit) -> None:
    write(edit, "2024-07-01T12:00:00")
    assert edit.microseconds == at(2024, 7, 1, 10)
    write(edit, "2024-12-01T12:00:00")
    assert edit.microseconds == at(2024, 12, 1, 11)
    assert edit.said.isHidden()
    assert edit.which.isHidden()


def test_an_hour_that_comes_twice_asks_which(edit: InstantEdit, qtbot: QtBot) -> None:
    write(edit, "2024-10-27T02:30:00")
    assert not edit.said.isHidden()
    assert not edit.which.isHidden()
    assert edit.which.accessibleName()
    assert edit.microseconds == at(2024, 10, 27, 0, 30)
    with qtbot.waitSignal(edit.changed) as told:
        edit.which.setCurrentIndex(1)
    assert told.args == [at(2024, 10, 27, 1, 30)]
    write(edit, "2024-10-27T03:30:00")
    assert edit.which.isHidden()
    assert edit.microseconds == at(2024, 10, 27, 2, 30)


def test_the_second_of_the_two_is_shown_as_such(edit: InstantEdit) -> None:
    edit.set_microseconds(at(2024, 10, 27, 1, 30))
    assert edit.which.currentIndex() == 1
    assert not edit.said.isHidden()


def test_an_hour_that_never_comes_is_read_later_and_says_so(
    edit: InstantEdit, qtbot: QtBot
) -> None:
    write(edit, "2024-03-31T02:30:00")
    assert edit.microseconds == at(2024, 3, 31, 1, 30)
    said = edit.said.text()
    assert said
    edit.field.setFocus()
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edit.field.text() == "2024-03-31 03:30:00.000"
    assert edit.said.text() == said
    assert not edit.said.isHidden()
    write(edit, "2024-03-31T04:30:00")
    assert edit.said.isHidden()


def test_what_is_typed_forgets_the_microseconds_below(edit: InstantEdit) -> None:
    edit.set_microseconds(at(2024, 11, 21, 11, 0, 0, 123_456))
    write(edit, "2024-11-21T13:00:00")
    assert edit.microseconds == at(2024, 11, 21, 12)


def test_changes_are_told_in_microseconds(edit: InstantEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit.changed) as told:
        edit.set_microseconds(at(2024, 11, 21, 11, 0, 0, 1))
    assert told.args == [at(2024, 11, 21, 11, 0, 0, 1)]
    with qtbot.assertNotEmitted(edit.changed):
        edit.set_microseconds(at(2024, 11, 21, 11, 0, 0, 1))


def test_it_is_typed_from_the_keyboard(edit: InstantEdit, qtbot: QtBot) -> None:
    edit.set_microseconds(at(2024, 11, 21, 11))
    edit.setFocus()
    assert edit.focusProxy() is edit.field
    edit.field.setCurrentSection(edit.field.Section.HourSection)
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.microseconds == at(2024, 11, 21, 12)
    edit.field.setSelectedSection(edit.field.Section.MinuteSection)
    qtbot.keyClicks(edit.field, "4209")
    assert edit.field.text() == "2024-11-21 13:42:09.000"


def test_its_name_is_that_of_its_field(edit: InstantEdit) -> None:
    edit.setAccessibleName("Début")
    assert edit.field.accessibleName() == "Début"


def test_another_zone_is_another_instant(qtbot: QtBot, theme: Theme) -> None:
    edit = InstantEdit(theme, zone="Indian/Reunion")
    qtbot.addWidget(edit)
    write(edit, "2024-11-21T12:00:00")
    assert edit.microseconds == at(2024, 11, 21, 8)
