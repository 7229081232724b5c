"""Every rival looks at the same decoded frames, turn by turn; the first round does not count."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.search.archive import footage
from vsa_core.bench import detect
from vsa_core.bench.detect import FRAMES, Moving, Rivals, held, timed
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Moment
from vsa_core.domain.ports import Frame, Picture
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.errors import Unreadable

FILM = footage("a", length=1_000_000)
MILLISECOND = 1_000_000


@dataclass(slots=True)
class Clock:
    """A clock of which every look takes as many nanoseconds as its detector says."""

    now: int = 0

    def __call__(self) -> int:
        return self.now


@dataclass(frozen=True, slots=True)
class Still:
    """A frame without a picture."""

    at: Moment
    key: bool = False

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        return np.zeros((height, width, 3), np.uint8)

    def luma(self, width: int) -> Picture:
        return np.zeros((9, width), np.uint8)


@dataclass(slots=True)
class Source:
    """A film of a thousand ticks with a picture every `every` of them."""

    every: int = 10
    closed: bool = False

    def at(self, pts: int) -> Frame:
        assert not self.closed
        return Still(Moment(pts // self.every * self.every, Fraction(1, 1000)))

    def close(self) -> None:
        self.closed = True


@dataclass(slots=True)
class Looker:
    """Takes `costs[n]` milliseconds a frame in its round n; writes down who looked, and when."""

    name: str
    costs: list[int]
    clock: Clock
    diary: list[str]
    digest: str = ""
    looks: int = 0

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        assert size == (768, 576)
        self.clock.now += self.costs[self.looks // FRAMES] * MILLISECOND
        self.looks += 1
        self.diary.append(self.name)
        return no_sightings()


@dataclass(slots=True)
class Quiet:
    """A motion detector that sees nothing; costs nothing."""

    learnt: list[Picture] = field(default_factory=list)
    judged: int = 0

    def prepare(self, pictures: Sequence[Picture]) -> None:
        self.learnt += pictures

    def regions(self, luma: Picture) -> np.ndarray:
        self.judged += 1
        return np.zeros((0, 4), np.float32)

    def moved(self, luma: Picture) -> bool:
        raise AssertionError("the gate is another matter")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(detect.time, "perf_counter_ns", made)
    monkeypatch.setattr(detect.time, "process_time_ns", lambda: made.now // 2)
    return made


def rivals(
    chosen: Looker | None, baseline: Looker | None, source: Source, exact: Looker | None = None
) -> Rivals:
    def opened(path: Path) -> tuple[Footage, Source]:
        assert path == Path("a.mp4")
        return FILM, source

    return Rivals(chosen, exact, baseline, Quiet, opened)  # type: ignore[arg-type]


def test_the_median_round_is_told_and_the_first_is_not_counted(clock: Clock) -> None:
    diary: list[str] = []
    ours = Looker("ours", [900, 10, 50, 20], clock, diary)
    stock = Looker("stock", [900, 40, 40, 80], clock, diary)
    source = Source()
    found = timed(rivals(ours, stock, source), Path("a.mp4"), 3)
    assert (found.film, found.frames, found.rounds) == ("a.mp4", FRAMES, 3)
    told = [(one.detector, one.wall_ms, one.cpu_ms) for one in found.timings]
    assert told == [("ours", 20.0, 10.0), ("stock", 40.0, 20.0), ("motion", 0.0, 0.0)]
    assert source.closed
    assert ours.looks == stock.looks == 4 * FRAMES


def test_the_same_in_f32_stands_before_the_baseline(clock: Clock) -> None:
    ours, same, stock = (Looker(name, [1] * 9, clock, []) for name in ("ours", "f32", "stock"))
    found = timed(rivals(ours, stock, Source(), same), Path("a.mp4"), 1)
    assert [one.detector for one in found.timings] == ["ours", "f32", "stock", "motion"]


def test_rivals_take_turns_so_that_the_machine_weighs_on_all_alike(clock: Clock) -> None:
    diary: list[str] = []
    ours, stock = (Looker(name, [1] * 9, clock, diary) for name in ("ours", "stock"))
    timed(rivals(ours, stock, Source()), Path("a.mp4"), 2)
    turns = [diary[at : at + FRAMES] for at in range(0, len(diary), FRAMES)]
    assert turns == [["ours"] * FRAMES, ["stock"] * FRAMES] * 3


@pytest.mark.parametrize(
    ("ours", "beside", "names"),
    [
        (False, False, ["motion"]),
        (False, True, ["motion", "stock"]),
        (True, False, ["ours", "motion"]),
        (True, True, ["ours", "stock", "motion"]),
    ],
)
def test_the_installations_own_comes_first(
    ours: bool, beside: bool, names: list[str], clock: Clock
) -> None:
    chosen = Looker("ours", [1] * 9, clock, []) if ours else None
    baseline = Looker("stock", [1] * 9, clock, []) if beside else None
    found = timed(rivals(chosen, baseline, Source()), Path("a.mp4"), 1)
    assert [one.detector for one in found.timings] == names


def test_motion_learns_its_scene_before_it_is_timed() -> None:
    quiet = Quiet()
    frames = held(FILM, Source(), FRAMES)  # type: ignore[arg-type]
    moving = Moving(quiet, frames)
    assert (len(quiet.learnt), quiet.judged) == (FRAMES, 0)
    assert len(moving.detect(frames[0], (1, 1))) == 0
    assert quiet.judged == 1
    assert (moving.name, len(moving.digest)) == ("motion", 64)


def test_frames_are_spread_over_the_film_and_none_comes_twice() -> None:
    def told(every: int, count: int) -> list[int]:
        return [frame.at.pts for frame in held(FILM, Source(every), count)]  # type: ignore[arg-type]

    assert told(10, 4) == [120, 370, 620, 870]
    assert told(500, 4) == [0, 500]


def test_a_film_without_pictures_is_refused() -> None:
    empty = replace(FILM, stream=None, reason="SRC-017")
    with pytest.raises(Unreadable, match="SRC-017"):
        held(empty, Source(), 4)  # type: ignore[arg-type]


def test_a_film_that_breaks_off_is_closed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source()

    def broken(self: Source, pts: int) -> Frame:
        raise Unreadable("SRC-022", name="a.mp4")

    monkeypatch.setattr(Source, "at", broken)
    with pytest.raises(Unreadable, match="SRC-022"):
        timed(rivals(None, None, source), Path("a.mp4"), 1)
    assert source.closed
