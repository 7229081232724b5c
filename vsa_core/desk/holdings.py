"""What a question needs to know of the cameras it asks, read once for each state of the case."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from vsa_core.domain.coverage import Stretch
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.provenance import Pedigree
from vsa_core.store.catalog import Catalog
from vsa_core.store.run_rows import Run, Slice


@dataclass(frozen=True, slots=True)
class Held:
    """What a question needs to know of a case: files, what became of them, and by which run.

    recordings: the files that were joined, in order of camera, then time.
    """

    files: tuple[Footage, ...]
    recordings: tuple[Recording, ...]
    stretches: Mapping[str, Sequence[Stretch]]
    pedigrees: Mapping[str, Pedigree]


KEPT = 8
"""Windows and sets of cameras asked about lately for which what is held is kept together."""

Key = TypeVar("Key")

Found = TypeVar("Found")


class Holdings:
    """Files, stretches and pedigrees by camera, as the catalogue knows them.

    Read when they are first asked for, and again once something was admitted,
    dated or looked at. Threads may share it.
    """

    def __init__(self, catalogue: Catalog) -> None:
        self._catalogue = catalogue
        self._alone = threading.Lock()
        self._edition: tuple[int, ...] = ()
        self._cameras: dict[str, Held] = {}
        self._together: dict[tuple[str, ...], Held] = {}
        self._scopes: dict[tuple[object, ...], object] = {}

    def of(self, cameras: Iterable[str]) -> Held:
        """What is held of these cameras, together; those of which nothing is held add nothing."""
        wanted = tuple(dict.fromkeys(cameras))
        with self._alone:
            self._refresh()
            found = self._together.pop(wanted, None) or self._joined(wanted)
            _keep(self._together, wanted, found)
            return found

    def scope(self, key: tuple[object, ...], make: Callable[[], Found]) -> Found:
        """What `make` made of what is held for the same key before, while nothing changed."""
        with self._alone:
            self._refresh()
            found = self._scopes.pop(key, None)
        made = cast("Found", found) if found is not None else make()
        with self._alone:
            _keep(self._scopes, key, made)
        return made

    def _refresh(self) -> None:
        edition = self._catalogue.edition()
        if edition != self._edition:
            self._cameras.clear()
            self._together.clear()
            self._scopes.clear()
            self._edition = edition

    def _joined(self, cameras: Sequence[str]) -> Held:
        missing = [camera for camera in cameras if camera not in self._cameras]
        runs = {run.digest: run for run in self._catalogue.runs.all()} if missing else {}
        for camera in missing:
            self._cameras[camera] = self._read(camera, runs)
        held = [self._cameras[camera] for camera in sorted(cameras)]
        return Held(
            tuple(footage for one in held for footage in one.files),
            tuple(recording for one in held for recording in one.recordings),
            {name: found for one in held for name, found in one.stretches.items()},
            {name: found for one in held for name, found in one.pedigrees.items()},
        )

    def _read(self, camera: str, runs: Mapping[str, Run]) -> Held:
        files = self._catalogue.footage.of_camera(camera)
        slices = self._catalogue.runs.of_camera(camera)
        stretches = {
            name: tuple(s for one in done for s in one.stretches) for name, done in slices.items()
        }
        pedigrees = {
            name: pedigree(name, done, runs) for name, done in slices.items() if stretches[name]
        }
        return Held(
            files,
            recordings(files),
            {footage.digest: stretches.get(footage.digest, ()) for footage in files},
            pedigrees,
        )


def _keep(kept: dict[Key, Found], key: Key, made: Found) -> None:
    """Keep the newest of these; the oldest goes when there is no room."""
    kept[key] = made
    if len(kept) > KEPT:
        del kept[next(iter(kept))]


def pedigree(footage: str, slices: Sequence[Slice], runs: Mapping[str, Run]) -> Pedigree:
    """Which runs looked at a footage, with what, and in which segments it lies."""
    looked = [runs[name] for name in dict.fromkeys(done.run for done in slices)]
    return Pedigree(
        footage=(footage,),
        segments=tuple(dict.fromkeys(done.segment for done in slices if done.segment)),
        detector=_all(str(run.fields["detector"]) for run in looked),
        tracker=_all(str(run.fields["tracker"]) for run in looked),
        settings=_all(run.digest for run in looked),
        program=_all(str(run.fields["program"]) for run in looked),
    )


def _all(names: Iterable[str]) -> str:
    return ",".join(dict.fromkeys(names))
