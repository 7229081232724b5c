"""One who looks: the file stays open while orders name it, and faults are told."""

from dataclasses import replace
from pathlib import Path

from tests.desk.scene import film, settings
from tests.pipeline.street import orders_of
from vsa_core.decode.pyav import PyavSource, open_footage
from vsa_core.domain.footage import Footage, PacketIndex
from vsa_core.looking import Looking
from vsa_core.pipeline.crew import Done, Failed, Order
from vsa_core.pipeline.looker import Looker


class Opener:
    """Opens footage, and counts."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, footage: Footage, packets: PacketIndex) -> PyavSource:
        self.opened.append(footage.name)
        return open_footage(footage, packets)


def looked(looker: Looker, order: Order) -> Done | Failed:
    return looker.look(order, lambda: None, lambda pts: None)


def test_a_file_is_opened_once_for_slices_that_follow_each_other(tmp_path: Path) -> None:
    opener = Opener()
    looker = Looker(opener, Looking(settings(tmp_path)).sight().eyes)
    first = orders_of(film(tmp_path / "a.mp4", 3))
    (second, *_) = orders_of(film(tmp_path / "b.mp4", 2, seed=2))
    for order in (*first, second, first[0]):
        assert isinstance(looked(looker, order), Done)
    assert opener.opened == ["a.mp4", "b.mp4", "a.mp4"]
    looker.close()
    looker.close()


def test_footage_without_pictures_is_a_fault_with_its_own_reason(tmp_path: Path) -> None:
    (order, *_) = orders_of(film(tmp_path / "a.mp4", 2))
    bare = replace(order, footage=replace(order.footage, stream=None, reason="SRC-016"))
    looker = Looker(open_footage, Looking(settings(tmp_path)).sight().eyes)
    outcome = looked(looker, bare)
    assert isinstance(outcome, Failed)
    assert outcome.fault.code == "SRC-016"


def test_the_pictures_passed_are_told(tmp_path: Path) -> None:
    (order, *_) = orders_of(film(tmp_path / "a.mp4", 2))
    told: list[int] = []
    looker = Looker(open_footage, Looking(settings(tmp_path)).sight().eyes)
    looker.look(order, lambda: None, told.append)
    assert told == sorted(told)
    assert len(told) == 10
