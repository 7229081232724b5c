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


def test_what_is_asked_of_a_person_names_the_line_chosen(qtbot: QtBot, theme: Theme) -> None:
    people = PeopleList(theme)
    qtbot.addWidget(people)
    buttons = (
        (people.role, people.role_wanted),
        (people.end, people.end_wanted),
        (people.renew, people.renew_wanted),
    )
    assert not any(button.isEnabled() for button, _ in buttons)
    people.fill([Row(("alice", "Alice A.", "analyste", "H-1"), "alice", "person")])
    for button, wanted in buttons:
        with qtbot.waitSignal(wanted) as said:
            button.click()
        assert said.args == ["alice"]
