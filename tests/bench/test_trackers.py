"""Everybody runs on the same sightings; only who has looks is shown them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.bench.test_trackers_shown import Looker, Source, eyes
from vsa_core.bench import trackers
from vsa_core.bench.trackers import ENTRANTS, ROUNDS, TICKS, Course, Run, Stable, run
from vsa_core.bench.trackers_shown import Eyes
from vsa_core.domain.assessment import OWN, PUBLIC, TrackFigures
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Sightings
from vsa_core.errors import Unreadable

FIGURES = TrackFigures(*[0.5] * 6, *[1] * 7)


@dataclass(slots=True)
class Diary:
    """What each tracker was made with and shown."""

    made: list[tuple[str, Fraction, tuple[int, int]]] = field(default_factory=list)
    shown: list[tuple[str, int, bool]] = field(default_factory=list)
    limits: list[float | None] = field(default_factory=list)
    judged: list[tuple[int, int, int]] = field(default_factory=list)
    agreed: list[int] = field(default_factory=list)


class Pupil:
    """A tracker that writes down what it is shown and follows nobody."""

    def __init__(self, diary: Diary, name: str, base: Fraction, size: tuple[int, int]) -> None:
        self.name, self._diary = name, diary
        diary.made.append((name, base, size))

    def update(self, pts: int, sightings: Sightings, features: np.ndarray | None) -> np.ndarray:
        assert features is None or len(features) == len(sightings)
        self._diary.shown.append((self.name, pts, features is not None))
        return np.full(len(sightings), -1)

    def finish(self) -> list[Trail]:
        return []


@pytest.fixture
def diary(monkeypatch: pytest.MonkeyPatch) -> Diary:
    made = Diary()
    monkeypatch.setattr(trackers, "ByteTracker", lambda b, s: Pupil(made, "bytetrack", b, s))
    return made


def stable(diary: Diary, looking: Eyes | None = None) -> Stable:
    def deepsort(limit: float | None):  # type: ignore[no-untyped-def]
        diary.limits.append(limit)
        return lambda base, size: Pupil(diary, "deepsort", base, size)

    def seen() -> Eyes:
        assert looking is not None, "nobody looks where there is no film"
        return looking

    return Stable(lambda b, s: Pupil(diary, "twostage", b, s), deepsort, seen)


def course(diary: Diary, film: Path | None = None, published: bool = True) -> Course:
    def judge(trails: Sequence[Trail], instants: np.ndarray, fill: int):  # type: ignore[no-untyped-def]
        diary.judged.append((len(trails), len(instants), fill))
        return FIGURES

    person = Sightings(np.float32([[0, 0, 9, 20]]), np.float32([0.8]), np.uint8([PERSON]))
    public = [person] * 3 if published else None
    return Course("a", Fraction(7), 3, (768, 576), film, public, judge, diary.agreed.append)


def names(runs: Sequence[Run]) -> list[str]:
    return [one.name for one in runs]


def test_without_a_film_those_without_looks_run_on_what_is_published(diary: Diary) -> None:
    (runs,) = run(stable(diary), course(diary), lambda done: None)
    assert names(runs) == ["twostage", "deepsort", "bytetrack"]
    assert {(one.source, one.frames, one.looks_ms) for one in runs} == {(PUBLIC, 3, 0.0)}
    assert diary.agreed == []
    assert not any(looks for *_, looks in diary.shown)


def test_everybody_sees_every_frame_at_the_sequences_own_rate(diary: Diary) -> None:
    run(stable(diary), course(diary), lambda done: None)
    assert set(diary.made) == {
        (name, Fraction(1, 7 * TICKS), (768, 576)) for name in ("twostage", "deepsort", "bytetrack")
    }
    for name in ("twostage", "deepsort", "bytetrack"):
        pts = [at for who, at, _ in diary.shown if who == name]
        assert pts == [TICKS, 2 * TICKS, 3 * TICKS] * (ROUNDS + 1)


def test_figures_come_with_gaps_of_two_seconds_filled_and_with_none(diary: Diary) -> None:
    run(stable(diary), course(diary), lambda done: None)
    assert diary.judged == [(0, 3, 14 * TICKS), (0, 3, 0)] * 3


def test_a_film_gives_looks_to_those_who_read_them_on_either_source(diary: Diary) -> None:
    looking = eyes(Looker(), Source(3))
    (embedder,) = looking.embedders.values()
    both = dict.fromkeys(("colour", "mobilenetv2"), embedder)
    looking = Eyes(looking.detector, both, looking.opened)
    public, own = run(stable(diary, looking), course(diary, Path("a.mp4")), lambda done: None)
    expected = [
        "twostage", "twostage+colour", "deepsort", "deepsort+colour", "deepsort+mobilenetv2",
        "bytetrack",
    ]  # fmt: skip
    assert names(public) == names(own) == expected
    assert [runs[0].source for runs in (public, own)] == [PUBLIC, OWN]
    assert diary.agreed == [3]
    assert {looks for name, _, looks in diary.shown if name == "bytetrack"} == {False}
    assert {looks for name, _, looks in diary.shown if name == "twostage"} == {False, True}


def test_the_house_keeps_its_own_limit_and_a_foreign_embedding_has_one_read_off(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trackers, "limit_of", lambda frames, looks: 0.125)
    looking = eyes(None, Source(3))
    (embedder,) = looking.embedders.values()
    three = ("colour", "mobilenetv2", "detector")
    looking = Eyes(None, dict.fromkeys(three, embedder), looking.opened)
    run(stable(diary, looking), course(diary, Path("a.mp4")), lambda done: None)
    assert diary.limits == [None, None, 0.125, 0.125]


def test_another_film_is_told_before_anybody_runs(diary: Diary) -> None:
    def refuse(found: int) -> None:
        raise Unreadable("VAL-010", name="a", told=3, found=found)

    told = course(diary, Path("a.mp4"))
    other = Course("a", told.rate, 3, told.size, told.film, told.public, told.judge, refuse)
    with pytest.raises(Unreadable, match="VAL-010"):
        run(stable(diary, eyes(None, Source(9))), other, lambda done: None)
    assert diary.made == []


def test_nothing_published_and_nobody_to_look_is_no_run(diary: Diary) -> None:
    assert run(stable(diary), course(diary, published=False), lambda done: None) == []


def test_the_last_entrant_is_what_the_others_are_held_beside() -> None:
    assert ENTRANTS[-1] == ("bytetrack", "")
