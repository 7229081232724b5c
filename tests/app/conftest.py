"""A terminal on a bare machine, and what every test of the window stands on."""

import gc
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.faults import bug_reported
from app.front import Front
from app.sample import Sample
from app.tasks import Tasks
from app.theme import LIGHT, Theme
from app.words import Words, read_words
from tests.app import opened
from tests.app.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A machine where nobody was enrolled yet."""
    return Terminal(tmp_path, monkeypatch)


@pytest.fixture(autouse=True)
def nothing_is_collected_by_a_worker() -> Iterator[None]:
    """A Qt object dies in the thread that made it: what a test leaves waits for the next one."""
    gc.collect(1)
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """No thread that a test began outlives it."""
    before = set(threading.enumerate())
    yield
    left = set(threading.enumerate()) - before
    for thread in left:
        thread.join(5)  # one that was told to end may need a moment to
    assert not [thread for thread in left if thread.is_alive()]


@pytest.fixture(scope="session")
def undressed_looks(qapp: QApplication) -> tuple[QPalette, QFont]:
    """How Qt looks before anybody dressed it."""
    return QPalette(qapp.palette()), QFont(qapp.font())


@pytest.fixture(autouse=True)
def nothing_is_left_on(
    qapp: QApplication, undressed_looks: tuple[QPalette, QFont]
) -> Iterator[None]:
    """No test leaves its language or its colours to the next."""
    yield
    if qapp.styleSheet() or qapp.findChildren(QTranslator):
        opened.undress(qapp, *undressed_looks)


@pytest.fixture
def tasks(qapp: QApplication, tmp_path: Path) -> Iterator[Tasks]:
    """Lanes for desk calls, closed at the end."""
    lanes = Tasks(partial(bug_reported, tmp_path / "home"))
    yield lanes
    lanes.close()
    assert not list(tmp_path.glob("home/faults/*")), "a call failed in a way nobody foresaw"


@pytest.fixture
def theme() -> Theme:
    """The light theme."""
    return LIGHT


@pytest.fixture
def words() -> Words:
    """French words."""
    return read_words("fr")


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application, to speak a language (app.translation) and be silent again at the end."""
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A small sample case, looked at; nobody is signed in. Work on copies of it."""
    return opened.stocked(tmp_path_factory.mktemp("stock"))


@pytest.fixture
def sample(stock: Sample, tmp_path: Path) -> Sample:
    """A copy of that case, whose analyst has just entered."""
    return opened.copied(stock, tmp_path / "sample")


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Front]:
    """The window of an installation where nobody was enrolled yet; nothing of it stays."""
    with opened.fronted(qtbot, qapp, opened.means(tmp_path / "home")) as held:
        yield held
    assert not list(tmp_path.glob("**/faults/*")), "something failed in a way nobody foresaw"
