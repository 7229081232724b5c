from pytestqt.qtbot import QtBot

from app.state.counting import Counting
from app.tasks import Tasks
from tests.app.inquiry import LINE, Inquiry, inquiry, sheet
from vsa_core.errors import Refused


def ready(tasks: Tasks) -> tuple[Inquiry, Counting]:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    return it, Counting(it.session, it.question)


def test_a_count_is_of_the_question_as_it_stands_and_goes_with_it(
    qtbot: QtBot, tasks: Tasks
) -> None:
    it, counting = ready(tasks)
    it.question.drawing.draw(LINE)
    counting.ask("M03")
    assert counting.busy
    qtbot.waitUntil(lambda: counting.count is not None)
    assert it.counts.counted == [(it.question.query(), "M03")]
    assert counting.count is not None
    assert counting.count.total == 7
    it.question.choose_classes(("car",))
    assert counting.count is None


def test_what_cannot_be_asked_is_not_counted(tasks: Tasks) -> None:
    it, counting = ready(tasks)
    counting.ask("M01")
    assert not counting.busy
    assert it.counts.counted == []


def test_a_refusal_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    it, counting = ready(tasks)
    it.question.drawing.draw(LINE)
    it.counts.fault = Refused("LAW-005", case="2024/17", expired="2024-06-04")
    with qtbot.waitSignal(counting.failed):
        counting.ask("M01")
    assert counting.fault is it.counts.fault
    assert not counting.busy
