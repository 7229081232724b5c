import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.sweeping import OFTEN, Sweeping


@pytest.fixture
def sweeping(qtbot: QtBot) -> Iterator[Sweeping]:
    made = Sweeping()
    yield made
    made.end()
    gc.disable()  # as every test of the window has it


class Circle(QObject):
    """Held by nobody but itself."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def littered() -> None:
    """More new objects than Python would leave uncollected."""
    kept = [[number] for number in range(gc.get_threshold()[0] * 3)]
    del kept


def test_a_worker_collects_nothing(sweeping: Sweeping) -> None:
    gone = weakref.ref(Circle())
    worker = threading.Thread(target=lambda: [littered() for _ in range(50)])
    worker.start()
    worker.join()
    assert gone() is not None


def test_the_thread_of_the_window_does(qtbot: QtBot, sweeping: Sweeping) -> None:
    gone = weakref.ref(Circle())
    kept = [[number] for number in range(gc.get_threshold()[0] * 2)]
    qtbot.waitUntil(lambda: gone() is None, timeout=OFTEN * 6)
    assert kept


def test_afterwards_python_collects_as_ever(qtbot: QtBot) -> None:
    sweeping = Sweeping()
    assert not gc.isenabled()
    sweeping.end()
    assert gc.isenabled()
    gc.disable()
