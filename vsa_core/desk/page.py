"""A page of thumbnails: one small masked picture around each hit, each file decoded once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.matches import matched
from vsa_core.desk.projector import Projector, masked
from vsa_core.desk.watched import Watched, file_of, watched
from vsa_core.domain.case import Basis
from vsa_core.domain.footage import Footage
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault
from vsa_core.store.answer_rows import KeptHit

CONTEXT = 2.5
"""A thumbnail shows this many times the width and the height of the hit's box."""

WIDE, HIGH = 16, 9

Box = tuple[int, int, int, int]
Shrink = Callable[[Picture, int, int], Picture]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A hit to be shown: as it was asked for, as it is kept, and the file it begins in."""

    name: str
    kept: KeptHit
    footage: Footage

    @property
    def pts(self) -> int:
        """When it begins."""
        return int(self.kept.fields["start"]["pts"])


def wanted(archive: Archive, basis: Basis, name: str) -> Wanted | str:
    """A hit by its name, or the code of why it may not be seen or is not there."""
    try:
        kept = archive.catalogue.answers.hit(name)
        one = Wanted(name, kept, file_of(archive, kept.fields["start"]["footage"]))
    except Fault as fault:
        return fault.code
    if one.footage.camera not in basis.cameras:
        return "LAW-007"
    at = one.footage.corrected(one.pts)
    return one if basis.window.overlaps(at, at + 1) else "LAW-008"


class Page:
    """Makes the thumbnails of one page; `width` is their width in pixels at most."""

    def __init__(self, archive: Archive, projector: Projector, shrink: Shrink, width: int) -> None:
        self._archive = archive
        self._projector = projector
        self._shrink = shrink
        self._width = width

    def pictures(self, hits: Sequence[Wanted]) -> dict[str, Picture | str]:
        """By the name asked for: a picture, or the code of why there is none.

        What fails for one file or one hit is told there, and the rest goes on.
        """
        told: dict[str, Picture | str] = {}
        by_file: dict[str, list[Wanted]] = {}
        for one in sorted(hits, key=lambda one: (one.footage.digest, one.pts)):
            by_file.setdefault(one.footage.digest, []).append(one)
        for seen in watched(self._archive, by_file):
            accepted = matched(self._archive, seen.recording, seen.tracks)
            for footage in seen.recording.files:
                told |= self._of_file(seen, accepted, by_file.get(footage.digest, []))
        return told

    def _of_file(
        self, seen: Watched, accepted: frozenset[int], hits: Sequence[Wanted]
    ) -> Mapping[str, Picture | str]:
        if not hits:
            return {}
        try:
            source = self._projector.open(self._archive, hits[0].footage)
        except Fault as fault:
            return {one.name: fault.code for one in hits}
        told: dict[str, Picture | str] = {}
        world = seen.world()
        try:
            movers = self._projector.movers(self._archive, hits[0].footage)
            for one in hits:
                try:
                    seen.check(one.footage, one.pts)
                    frame = source.at(one.pts)
                    seen.check(one.footage, frame.at.pts)
                    moving = movers.regions(frame, source, seen.looked[one.footage.digest])
                    whole = masked(frame, one.footage, world, accepted, moving=moving).picture
                    told[one.name] = self._cut(whole, one.kept.fields["box"])
                except Fault as fault:
                    told[one.name] = fault.code
        finally:
            source.close()
        return told

    def _cut(self, whole: Picture, box: Iterable[int]) -> Picture:
        height, width = whole.shape[:2]
        left, top, right, bottom = around(tuple(box), (width, height), self._width)
        piece = whole[top:bottom, left:right]
        across = min(self._width, right - left)
        if across == right - left:
            return piece.copy()
        return self._shrink(piece, across, max(1, round(across * (bottom - top) / (right - left))))


def around(box: tuple[int, ...], size: tuple[int, int], least: int) -> Box:
    """Left, top, right, bottom in pixels of the 16:9 cut around a box in a picture of `size`.

    box: left, top, width, height in frame units. The cut shows CONTEXT times
    the box, at least `least` pixels across so that nothing is blown up, and
    lies within the picture, which may make it smaller.
    """
    width, height = size
    left, top, wide, high = (
        edge * side / UNITS for edge, side in zip(box, (width, height, width, height), strict=True)
    )
    across = max(CONTEXT * wide, CONTEXT * high * WIDE / HIGH, least)
    across = min(across, width, height * WIDE / HIGH)
    columns, rows = max(1, int(across)), max(1, int(across * HIGH / WIDE))
    first = round(left + wide / 2 - columns / 2)
    upper = round(top + high / 2 - rows / 2)
    first, upper = min(max(first, 0), width - columns), min(max(upper, 0), height - rows)
    return first, upper, first + columns, upper + rows
