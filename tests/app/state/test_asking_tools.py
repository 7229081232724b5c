from app.state.asking_tools import AskingTools
from app.tasks import Tasks
from tests.app.inquiry import LINE, inquiry, sheet


def test_all_of_them_know_the_same_question(tasks: Tasks) -> None:
    it = inquiry(tasks)
    it.question.know([sheet("rue")])
    tools = AskingTools(it.session, it.question)
    it.question.drawing.draw(LINE)
    tools.wording.write()
    assert tools.wording.text
    assert tools.saved.keepable
    assert not tools.counting.busy
    assert tools.grounds.calibrated == frozenset()
