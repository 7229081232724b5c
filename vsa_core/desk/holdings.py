"""What a question needs to know of the cameras it asks, read once for each state of the case."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

from vsa_core.domain.footage import recordings
from vsa_core.domain.held import Held
from vsa_core.domain.provenance import Pedigree
from vsa_core.store.catalog import Catalog, View
from vsa_core.store.run_rows import Run, Slice

KEPT = 8
"""Windows and bases asked with lately for which what a question takes in is kept."""

Key = tuple[object, ...]

Sights = tuple[str, str, str, str]
"""Detector, tracker, settings and program of some runs."""

Made = TypeVar("Made")


class State:
    """What was read of one state of the case, camera by camera; threads may share it."""

    def __init__(self) -> None:
        self.alone = threading.Lock()
        self.cameras: dict[str, Held] = {}
        self.runs: dict[str, Run] = {}
        self._made: dict[Key, dict[str, object]] = {}

    def made(self, key: Key) -> dict[str, object]:
        """What was made for a key so far, by camera; the oldest key goes when there is no room."""
        with self.alone:
            found = self._made.pop(key, {})
            self._made[key] = found
            if len(self._made) > KEPT:
                del self._made[next(iter(self._made))]
            return found


class Known:
    """What a case held at one instant, each camera read when it is first asked for.

    What is admitted, dated or looked at meanwhile is not in it. Threads may
    share it.
    """

    def __init__(self, state: State, view: View | None) -> None:
        """`view`: the catalogue at that instant; None when the state knows all that is asked."""
        self._state = state
        self._view = view

    def of(self, camera: str) -> Held:
        """What is held of a camera; Refused (STO-020) after the case was left."""
        state = self._state
        with state.alone:
            if camera not in state.cameras:
                assert self._view is not None, camera
                state.cameras[camera] = _read(self._view, camera, state.runs)
            return state.cameras[camera]

    def made(self, key: Key, make: Callable[[str, Held], Made]) -> Callable[[str], Made]:
        """What `make` makes of what is held of a camera, or made of it before for the same key."""
        kept = self._state.made(key)

        def of(camera: str) -> Made:
            if camera not in kept:
                kept[camera] = make(camera, self.of(camera))
            return cast("Made", kept[camera])

        return of

    def close(self) -> None:
        """Nothing more is read; what was read stays."""
        if self._view is not None:
            self._view.close()


class Holdings:
    """Files, stretches and pedigrees by camera, as the catalogue knows them."""

    def __init__(self, catalogue: Catalog) -> None:
        self._catalogue = catalogue
        self._edition: tuple[int, ...] = ()
        self._state = State()

    def now(self, cameras: Iterable[str]) -> Known:
        """What is held of these cameras at this instant, during which nobody may write."""
        edition = self._catalogue.edition()
        if edition != self._edition:
            self._edition, self._state = edition, State()
        state = self._state
        whole = all(camera in state.cameras for camera in cameras)
        return Known(state, None if whole else self._catalogue.view())


def _read(view: View, camera: str, runs: dict[str, Run]) -> Held:
    files = view.footage.of_camera(camera)
    slices = view.runs.of_camera(camera)
    if any(done.run not in runs for found in slices.values() for done in found):
        runs.update({run.digest: run for run in view.runs.all()})
    stretches = {
        name: tuple(s for one in done for s in one.stretches) for name, done in slices.items()
    }
    alike: dict[tuple[str, ...], Sights] = {}
    pedigrees = {
        name: _pedigree(name, done, runs, alike) for name, done in slices.items() if stretches[name]
    }
    return Held(
        files,
        recordings(files),
        {footage.digest: stretches.get(footage.digest, ()) for footage in files},
        pedigrees,
    )


def pedigree(footage: str, slices: Sequence[Slice], runs: Mapping[str, Run]) -> Pedigree:
    """Which runs looked at a footage, with what, and in which segments it lies."""
    return _pedigree(footage, slices, runs, {})


def _pedigree(
    footage: str,
    slices: Sequence[Slice],
    runs: Mapping[str, Run],
    alike: dict[tuple[str, ...], Sights],
) -> Pedigree:
    """The same; `alike` remembers what the same runs looked with, which most files share."""
    names = tuple(dict.fromkeys(done.run for done in slices))
    if names not in alike:
        alike[names] = _sights([runs[name] for name in names])
    segments = tuple(dict.fromkeys(done.segment for done in slices if done.segment))
    return Pedigree((footage,), segments, *alike[names])


def _sights(looked: Sequence[Run]) -> Sights:
    return (
        _all(str(run.fields["detector"]) for run in looked),
        _all(str(run.fields["tracker"]) for run in looked),
        _all(run.digest for run in looked),
        _all(str(run.fields["program"]) for run in looked),
    )


def _all(names: Iterable[str]) -> str:
    return ",".join(dict.fromkeys(names))
