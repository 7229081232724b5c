"""A case is filled with made-up observations, camera by camera, through the store's own writers."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.archive.packing import MONDAY, SPAN, file_of, name_of, segments
from tools.archive.scene import scene_of
from tools.archive.walks import walks
from vsa_core.desk.archive import Archive
from vsa_core.domain.case import Aipd, Basis, Case, Framework
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.store.compaction import ENOUGH
from vsa_core.store.run_rows import Slice

SEED = 20240304

FIELDS = {
    "detector": "made up", "tracker": "made up", "level": "standard", "program": "tools.archive",
}  # fmt: skip

WHOLE = (Stretch(SPAN, Looked.LOOKED, Level.STANDARD),)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up: points in all over so many cameras and days."""

    points: int
    cameras: int = 400
    days: int = 14
    seed: int = SEED

    @property
    def names(self) -> tuple[str, ...]:
        """What the cameras are called."""
        return tuple(name_of(camera) for camera in range(self.cameras))

    @property
    def window(self) -> Window:
        """The days, from Monday 4 March 2024, midnight in Paris."""
        return Window(MONDAY - MICROSECONDS, MONDAY + self.days * 86_400 * MICROSECONDS)


def case_of(size: Size) -> Case:
    """A procedure that covers the whole archive."""
    window = size.window
    wide = Window(window.start - 3600 * MICROSECONDS, window.end + 3600 * MICROSECONDS)
    basis = Basis(
        *(Framework.FLAGRANCE, "R 1", "Mme X", "", "made up", size.names, wide),
        expires=window.end + 90 * 86_400 * MICROSECONDS,
    )
    return Case("made-up/1", basis, ("alice",), basis.expires, window.end, "alice", Aipd())


def fill(archive: Archive, size: Size, tell: Callable[[int, int], None]) -> int:
    """Make up what is not there yet; the points written by this call.

    `tell` hears how many cameras are done, of how many. A camera is there
    whole or not at all: after a kill the next call goes on with the next one.
    """
    catalogue, written = archive.catalogue, 0
    catalogue.sweep()
    run = catalogue.runs.add(FIELDS).digest
    shares = np.random.default_rng([size.seed, 0]).lognormal(0, 0.5, size.cameras)
    goals = np.rint(np.cumsum(shares / shares.sum()) * size.points).astype(np.int64)
    for camera in range(size.cameras):
        if not catalogue.footage.of_camera(name_of(camera)):
            goal = int(goals[camera] - (goals[camera - 1] if camera else 0))
            written += _camera(archive, size, camera, goal, run)
        tell(camera + 1, size.cameras)
    archive.weave()
    return written


def _camera(archive: Archive, size: Size, camera: int, points: int, run: str) -> int:
    files = tuple(file_of(size.seed, camera, hour) for hour in range(24 * size.days))
    rng = np.random.default_rng([size.seed, camera, 2])
    found = walks(scene_of(size.seed, camera), size.days, points, rng)
    with archive.catalogue.transaction():
        for footage in files:
            archive.catalogue.footage.add(footage)
        quiet = set(range(len(files)))
        for sealed in segments(found, files, ENOUGH):
            record = archive.segments.write(sealed.segment, name_of(camera), run)
            done = [_slice(files[hour], run, record.name) for hour in sealed.hours]
            archive.catalogue.runs.finish_together(done, record)
            quiet -= set(sealed.hours)
        for hour in sorted(quiet):
            archive.catalogue.runs.finish(_slice(files[hour], run, None), None)
    return len(found.look)


def _slice(footage: Footage, run: str, segment: str | None) -> Slice:
    return Slice(run, footage.digest, SPAN, segment, WHOLE)
