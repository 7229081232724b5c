import pytest
from pytestqt.qtbot import QtBot

from app.claims import Statement
from app.theme import Theme
from app.widgets.clock_form import NAMED, SHOWN, UNKNOWN, WITHIN, ClockForm
from app.widgets.instant import PARIS
from app.words import Words
from tests.app.laid import SECOND
from tests.app.stock import unnamed
from tests.desk.scene import START

NAMES = ("rue_20240305_130000.mp4", "rue_20240305_140000.mp4")


@pytest.fixture
def form(qtbot: QtBot, words: Words, theme: Theme) -> ClockForm:
    """Two files whose names tell their time."""
    made = ClockForm(words, theme)
    qtbot.addWidget(made)
    made.begin_at(START)
    made.know(NAMES)
    made.show()
    return made


def test_nothing_is_taken_as_given(form: ClockForm) -> None:
    assert [text for text, _ in form.previews()] == ["–", "–"]
    assert not form.check()
    assert form.how_field.complaint
    form.how.setCurrentIndex(SHOWN)
    assert not form.how_field.complaint
    assert not form.check()
    assert form.start_field.complaint
    form.start.set_microseconds(START + SECOND)
    assert form.check()


def test_one_time_shown_is_for_the_first_and_the_others_follow(form: ClockForm) -> None:
    form.how.setCurrentIndex(SHOWN)
    form.start.set_microseconds(START + SECOND)
    form.offset.set_microseconds(-83 * SECOND)
    assert form.previews() == (("05/03/2024 12:58:38,000", True), ("follows the one above", True))
    assert form.statement("alice") == Statement(
        "alice", START + SECOND, None, -83 * SECOND, WITHIN, PARIS
    )
    assert form.how_field.hint.text()


def test_a_pattern_is_suggested_and_reads_the_names(form: ClockForm) -> None:
    form.how.setCurrentIndex(NAMED)
    assert form.pattern.text() == "*%Y%m%d_%H%M%S"
    assert [text for text, _ in form.previews()] == [
        "05/03/2024 13:00:00,000",
        "05/03/2024 14:00:00,000",
    ]
    assert form.check()
    assert form.statement("alice").pattern == "*%Y%m%d_%H%M%S"
    assert form.statement("alice").start is None


def test_a_name_that_the_pattern_does_not_read_is_told_in_its_place(form: ClockForm) -> None:
    form.know((*NAMES, "autre.mp4"))
    form.how.setCurrentIndex(NAMED)
    assert [good for _, good in form.previews()] == [True, True, False]
    assert not form.check()
    assert "autre.mp4" in form.pattern_field.complaint
    form.pattern.setText("rue_%Y%m%d_%H%M%S")
    assert not form.pattern_field.complaint
    form.know(NAMES)
    assert form.check()


def test_what_is_typed_is_never_replaced_by_a_suggestion(form: ClockForm) -> None:
    form.pattern.setText("%Y")
    form.how.setCurrentIndex(NAMED)
    assert form.pattern.text() == "%Y"


def test_an_unknown_time_says_what_follows_from_it(form: ClockForm) -> None:
    form.how.setCurrentIndex(UNKNOWN)
    assert form.check()
    assert [text for text, _ in form.previews()] == ["unknown: not indexed"] * 2
    assert "not indexed" in form.how_field.hint.text()
    said = form.statement("alice")
    assert (said.start, said.pattern) == (None, None)


@pytest.mark.parametrize(
    ("how", "shown"),
    [(SHOWN, (True, False, True)), (NAMED, (False, True, True)), (UNKNOWN, (False, False, False))],
)
def test_only_what_the_way_chosen_needs_is_asked(
    form: ClockForm, how: int, shown: tuple[bool, ...]
) -> None:
    form.how.setCurrentIndex(how)
    parts = (form.start, form.pattern, form.offset)
    assert tuple(part.isVisible() for part in parts) == shown


def test_every_answer_is_told(qtbot: QtBot, form: ClockForm) -> None:
    for answer in (
        lambda: form.how.setCurrentIndex(SHOWN),
        lambda: form.start.set_microseconds(START + 7),
        lambda: form.pattern.setText("%d"),
        lambda: form.offset.set_microseconds(1000),
        lambda: form.within.set_microseconds(5000),
    ):
        with qtbot.waitSignal(form.changed):
            answer()


def test_it_is_worked_by_keyboard_and_read_aloud(form: ClockForm) -> None:
    assert unnamed(form) == []
    assert form.within.accessibleName()
