"""RL5. What is known of a look dies with its recording, and nobody can ask with one."""

import dataclasses
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.desk.scene import MOTIVE, START, Office, film, indexed, office
from tests.redlines.canary import Canary, Floats, Traced
from tests.redlines.walk import calls, types
from vsa_core import looking
from vsa_core.desk.footage import Admission
from vsa_core.domain.moment import MICROSECONDS, ClockClaim
from vsa_core.domain.ports import Tracker
from vsa_core.domain.query import Query
from vsa_core.vision.deepsort import DEFAULT
from vsa_core.vision.twostage import TwoStageTracker

ARRAYS = ("ndarray", "NDArray", "bytes", "Picture", "Embedder")
ENCODES = {"viewing.png"}
"""Turns a picture that a recorded look gave already into a file's bytes; finds nothing."""

BOUND = 100
"""Looks of one track that a tracker may hold at once."""


class Nursery:
    """Makes the house's tracker, and counts the looks that outlived the one before."""

    def __init__(self) -> None:
        self.made = 0
        self.outlived = 0

    def __call__(self, time_base: Fraction, size: tuple[int, int]) -> Tracker:
        self.made += 1
        self.outlived += Traced.alive()
        return TwoStageTracker(time_base, size)


def outliving(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    heard: Callable[[Floats], object] = lambda looks: None,
) -> tuple[int, int]:
    """Looks at two recordings; trackers made, and looks alive when a later one began or at the
    end."""
    Traced.born.clear()
    canary, nursery = Canary(heard), Nursery()
    monkeypatch.setattr(looking, "ColourEmbedder", lambda: canary)
    monkeypatch.setattr(looking, "TwoStageTracker", nursery)
    at = two_recordings(folder)
    indexed(at)
    assert canary.given > 40
    return nursery.made, nursery.outlived + Traced.alive()


def two_recordings(folder: Path) -> Office:
    """A case with two films of one camera, half an hour apart."""
    at = office(folder)
    clock = ClockClaim(START + 1800 * MICROSECONDS, 0, 0, "alice")
    later = Admission(str(film(folder / "later.mp4", seed=2)), "rue", "S2", clock)
    at.desks.footage.admit(at.who, at.where, later, MOTIVE)
    return at


def asking_with_a_look(house: Callable[[], dict[str, Callable[..., object]]]) -> list[str]:
    """Calls of a desk that take pixels, vectors or bytes: with which one could ask for somebody."""
    return sorted(
        f"{call}({name})"
        for call, made in house().items()
        if call not in ENCODES
        for name, kind in types(made).items()
        if any(word in str(kind) for word in ARRAYS)
    )


def test_no_look_outlives_its_recording(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, outlived = outliving(tmp_path, monkeypatch)
    assert made >= 2
    assert outlived == 0


def test_a_gallery_that_holds_looks_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery: list[Floats] = []
    _, outlived = outliving(tmp_path, monkeypatch, gallery.append)
    assert outlived > 0
    gallery.clear()
    assert Traced.alive() == 0


def test_no_call_of_the_desk_takes_a_look() -> None:
    assert asking_with_a_look(lambda: dict(calls())) == []


def test_no_part_of_a_question_can_hold_a_look() -> None:
    kinds = {field.name: str(field.type) for field in dataclasses.fields(Query)}
    assert len(kinds) > 5
    assert [n for n, kind in kinds.items() if any(word in kind for word in ARRAYS)] == []


class Finder:
    """A desk that must not be."""

    def like(self, who: str, look: NDArray[np.float32]) -> None: ...

    def same_as(self, who: str, crop: bytes) -> None: ...


@dataclasses.dataclass
class House:
    """A house with that desk in it."""

    finder: Finder


def test_a_desk_that_asks_by_example_is_seen() -> None:
    found = asking_with_a_look(lambda: dict(calls(House)))
    assert found == ["finder.like(look)", "finder.same_as(crop)"]


def bounded(budget: int | None) -> bool:
    """Whether a tracker holds few enough looks of a track."""
    return budget is not None and 0 < budget <= BOUND


def test_the_other_tracker_holds_few_looks_at_once() -> None:
    assert bounded(DEFAULT.budget)


@pytest.mark.parametrize("budget", [None, 0, 100_000])
def test_a_tracker_without_a_bound_is_seen(budget: int | None) -> None:
    assert not bounded(budget)
