from pytestqt.qtbot import QtBot

from app.state.saved_queries import SavedList
from app.tasks import Tasks
from tests.app.inquiry import LINE, ZONE, inquiry, sheet
from vsa_core.errors import WrongUsage


def test_questions_are_kept_taken_up_renamed_and_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    saved = SavedList(it.session, it.question)
    assert not saved.keepable
    it.question.drawing.draw(LINE)
    asked = it.question.query()
    saved.keep("porte")
    qtbot.waitUntil(lambda: saved.name == "porte")
    it.question.choose_kind("dwell")
    it.question.drawing.draw(ZONE)
    assert saved.name == ""
    saved.take("porte")
    assert it.question.query() == asked
    saved.rename("porte", "entrée")
    qtbot.waitUntil(lambda: [one.name for one in saved.listed] == ["entrée"])
    saved.drop("entrée")
    qtbot.waitUntil(lambda: not saved.listed)


def test_a_name_that_is_taken_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    saved = SavedList(it.session, it.question)
    it.question.drawing.draw(LINE)
    it.shelf.fault = WrongUsage("CAS-145", name="porte")
    with qtbot.waitSignal(saved.failed):
        saved.keep("porte")
    assert saved.listed == ()


def test_leaving_the_case_forgets_what_is_kept_in_it(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    it.question.drawing.draw(LINE)
    saved = SavedList(it.session, it.question)
    saved.keep("porte")
    qtbot.waitUntil(lambda: bool(saved.listed))
    it.session.sign_out()
    assert saved.listed == ()
