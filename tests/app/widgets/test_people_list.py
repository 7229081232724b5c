from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.people_list import PeopleList
from app.widgets.table import Row
from tests.app.doorstep import nameless


def test_people_are_listed_and_one_more_is_asked_for(qtbot: QtBot, theme: Theme) -> None:
    people = PeopleList(theme)
    qtbot.addWidget(people)
    people.fill([Row(("alice", "Alice A.", "analyste", "H-1"), "alice", "person")])
    assert people.table.topLevelItemCount() == 1
    assert people.table.value == "alice"
    with qtbot.waitSignal(people.enrol_wanted):
        people.enrol.click()
    assert nameless(people) == []
