"""Every page by its name, and where each of them leads."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.pages import Pages, Ways
from app.sample import Sample
from app.state.bench import Bench
from app.state.preferences import Preferences
from app.tasks import Tasks
from app.theme import Theme
from app.views.capabilities import CapabilitiesView
from app.views.cases import CasesView
from app.views.dpo.view import DpoView
from app.views.enrol import EnrolView
from app.views.founding import FoundingView
from app.views.new_case.view import NewCaseView
from app.views.sign_in import SignInView
from app.views.validation import ValidationView
from app.words import Words
from app.workbench import Workbench
from tests.app import opened
from tests.app.doorstep import at_the_door, sign_in
from tests.app.laboratory import Laboratory
from vsa_core.domain.case import Role

KINDS: dict[str, type[QWidget]] = {
    "founding": FoundingView,
    "sign_in": SignInView,
    "cases": CasesView,
    "new_case": NewCaseView,
    "enrol": EnrolView,
    "journal": DpoView,
    "validation": ValidationView,
    "capabilities": CapabilitiesView,
}


class Map:
    """Pages of an installation with an analyst; writes down where they want to go."""

    def __init__(self, qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme, home: Path) -> None:
        self.session = at_the_door(home, tasks, ("alice", Role.ANALYST))
        instruments = Laboratory().instruments
        self.bench = Bench(self.session, home / "window", instruments, self.session)
        self.gone: list[str] = []
        likes = Preferences(home / "window", "fr")
        self.pages = Pages(self.bench, words, theme, likes, self._ways())
        self._qtbot = qtbot
        self.made: dict[str, QWidget] = {}

    def make(self, name: str) -> QWidget:
        """The page of that name."""
        self.made[name] = page = self.pages.make(name)
        self._qtbot.addWidget(page)
        return page

    def _ways(self) -> Ways:
        return Ways(self._go, lambda: self._go("back"), lambda: self._go("give_way"))

    def _go(self, name: str) -> None:
        self.gone.append(name)
        if name == "sign_in":
            self.make(name)


@pytest.fixture
def map_(qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme, tmp_path: Path) -> Map:
    """The pages."""
    return Map(qtbot, tasks, words, theme, tmp_path / "home")


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_what_its_name_says(qtbot: QtBot, map_: Map, name: str) -> None:
    sign_in(qtbot, map_.session)
    assert type(map_.make(name)) is KINDS[name]
    map_.session.sign_out()


def test_the_page_of_a_case_is_the_workbench(
    qtbot: QtBot, tasks: Tasks, map_: Map, sample: Sample
) -> None:
    map_.session.take(sample)
    assert type(map_.make("case")) is Workbench
    qtbot.waitUntil(lambda: bool(map_.bench.archive.sheets), timeout=opened.PATIENCE)
    map_.session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=opened.PATIENCE)


def test_there_is_no_other_page(map_: Map) -> None:
    with pytest.raises(KeyError):
        map_.make("settings")


def test_whoever_founded_the_installation_is_greeted_by_name(map_: Map) -> None:
    page = map_.make("founding")
    assert isinstance(page, FoundingView)
    page.done.emit("alice")
    assert map_.gone == ["sign_in"]
    greeted = map_.made["sign_in"]
    assert isinstance(greeted, SignInView)
    assert greeted.name.text() == "alice"


def test_each_page_leads_where_it_says(qtbot: QtBot, map_: Map) -> None:
    sign_in(qtbot, map_.session)
    for name, signal, aim in (
        ("sign_in", "enrol_wanted", "enrol"),
        ("cases", "new_case_wanted", "new_case"),
        ("cases", "enrol_wanted", "enrol"),
        ("cases", "journal_wanted", "journal"),
        ("cases", "validation_wanted", "validation"),
        ("journal", "requests_wanted", "approvals"),
        ("journal", "closed", "back"),
        ("validation", "closed", "back"),
        ("new_case", "cancelled", "back"),
        ("enrol", "cancelled", "back"),
    ):
        page = map_.make(name)
        getattr(page, signal).emit()
        assert map_.gone.pop() == aim, (name, signal)
    enrol = map_.make("enrol")
    assert isinstance(enrol, EnrolView)
    enrol.done.emit("bob")
    assert map_.gone == ["back"]
    map_.session.sign_out()
