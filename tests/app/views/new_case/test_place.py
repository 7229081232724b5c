from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.case_folder import ENOUGH_BYTES, Found, Lies
from app.state.draft import Asked
from app.theme import Theme
from app.views.new_case import place
from app.views.new_case.place import PlacePage
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.domain.case import Person, Role

FOLDER = "/cases/2024-17"
BOB = Person("bob", Role.MAGISTRATE, "Bob B.", "H-2", "", "")


@pytest.fixture
def page(qtbot: QtBot, words: Words, theme: Theme) -> PlacePage:
    made = PlacePage(words, theme)
    qtbot.addWidget(made)
    made.begin("M01")
    made.show()
    return made


def test_a_folder_is_proposed_until_somebody_writes_one(qtbot: QtBot, page: PlacePage) -> None:
    page.propose("/cases/one")
    page.propose("/cases/two")
    assert page.folder.text() == "/cases/two"
    qtbot.keyClicks(page.folder, "x")
    page.propose("/cases/three")
    assert page.folder.text() == "/cases/twox"
    page.begin("M01")
    page.propose("/cases/four")
    assert page.folder.text() == "/cases/four"


def test_a_chosen_folder_is_kept(page: PlacePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "ask_folder", lambda parent, title, start, chosen: chosen(FOLDER))
    page.browse.click()
    page.propose("/cases/three")
    assert page.folder.text() == FOLDER


def test_only_a_whole_path_is_looked_for(page: PlacePage) -> None:
    heard: list[str] = []
    page.looked_for.connect(heard.append)
    for text in ("cases", "", " /cases/17 "):
        page.folder.setText(text)
    assert heard == ["/cases/17"]


FOUND = [
    (Lies.NOTHING, False, "will be made"),
    (Lies.EMPTY, False, "left on this disk"),
    (Lies.CASE, True, "left on this disk"),
    (Lies.FILES, True, "left on this disk"),
    (Lies.CLOSED, True, ""),
]


@pytest.mark.parametrize(("lies", "refused", "hint"), FOUND)
def test_what_lies_there_is_told(lies: Lies, refused: bool, hint: str, page: PlacePage) -> None:
    page.folder.setText(FOLDER)
    page.tell(Found(FOLDER, lies, 5 * ENOUGH_BYTES))
    field = page.fields[Asked.FOLDER]
    assert bool(field.complaint) == bool(page.refusal) == refused
    assert hint in field.hint.text()
    page.folder.setText(FOLDER + "x")
    assert page.refusal == ""
    assert field.hint.text() == ""


def test_each_refusal_has_its_own_words(page: PlacePage) -> None:
    page.folder.setText(FOLDER)
    told = set()
    for lies in (Lies.CASE, Lies.FILES, Lies.CLOSED):
        page.tell(Found(FOLDER, lies, ENOUGH_BYTES))
        told.add(page.refusal)
    assert len(told) == 3


def test_little_room_is_told_and_refuses_nothing(page: PlacePage) -> None:
    page.folder.setText(FOLDER)
    page.tell(Found(FOLDER, Lies.EMPTY, ENOUGH_BYTES - 1))
    assert page.fields[Asked.FOLDER].hint.text().startswith("Only 2")
    assert page.refusal == ""


def test_an_answer_about_another_folder_is_not_believed(page: PlacePage) -> None:
    page.folder.setText(FOLDER)
    page.tell(Found("/cases/other", Lies.FILES, ENOUGH_BYTES))
    assert page.refusal == ""


def test_people_are_offered_by_name_and_role(page: PlacePage) -> None:
    page.offer([BOB])
    assert page.people.boxes["bob"].text() == "Bob B. (bob)\nmagistrat"
    alone = page.fields[Asked.PEOPLE].hint.text()
    page.offer([])
    assert not page.people.isVisible()
    assert page.fields[Asked.PEOPLE].hint.text() != alone


def test_a_motive_is_proposed_and_can_be_changed(qtbot: QtBot, page: PlacePage) -> None:
    assert page.motive.code == "M01"
    with qtbot.waitSignal(page.edited) as edited:
        page.motive.choose("M03")
    assert edited.args == [Asked.MOTIVE]


def test_everything_has_a_name_and_a_key(page: PlacePage, tmp_path: Path) -> None:
    page.offer([BOB])
    assert nameless(page) == []
    page.fields[Asked.FOLDER].control.setFocus()
    assert page.fields[Asked.FOLDER].control.focusProxy() is page.folder
