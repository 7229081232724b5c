"""A camera's picture without what moves: the middle value of masked pictures, pixel by pixel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.archive import Archive
from vsa_core.desk.cutting import files_in, pictures_in
from vsa_core.desk.projector import Projector, masked
from vsa_core.desk.watched import Watched, watched
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault, Refused
from vsa_core.legal.masking import hidden

T = TypeVar("T")

PICTURES = 25
"""Pictures from which a background is learnt."""

FILES = 5
"""Files at most that they come from: each is read whole to be verified."""

GREY = 128
"""What a place becomes that is masked in every picture."""

_ROWS = 32  # lines of the picture taken at a time, which bounds the memory
_MASKED = 256  # above every value: sorts last


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The pictures to be taken from one file."""

    seen: Watched
    footage: Footage
    pts: Sequence[int]


def backdrop(
    archive: Archive, projector: Projector, camera: str, window: Window, width: int
) -> Picture:
    """The camera's background, (h, w, 3) BGR, learnt from the closely-looked stretches.

    Only pictures within the window count; everybody is masked, accepted or
    not. Raises Refused (CAS-076) where nobody looked closely yet, and what
    kept the last file from being read when none could be.
    """
    chosen = _chosen(archive, camera, window)
    if not chosen:
        raise Refused("CAS-076", camera=camera)
    pictures: list[Picture] = []
    covers: list[NDArray[np.bool_]] = []
    failed: Fault | None = None
    for one in chosen:
        try:
            for picture, mask in _taken(archive, projector, one, width):
                if not pictures or picture.shape == pictures[0].shape:
                    pictures.append(picture)
                    covers.append(mask)
        except Fault as fault:
            failed = fault
    if not pictures:
        raise failed or Refused("CAS-076", camera=camera)
    return middle(np.stack(pictures), np.stack(covers))


def middle(pictures: NDArray[np.uint8], hidden: NDArray[np.bool_]) -> Picture:
    """The lower median of (n, h, w, 3) pictures where `hidden` (n, h, w) is false; GREY nowhere."""
    result = np.full(pictures.shape[1:], GREY, np.uint8)
    for first in range(0, pictures.shape[1], _ROWS):
        rows = slice(first, first + _ROWS)
        mask = hidden[:, rows]
        values = pictures[:, rows].astype(np.int16)
        values[mask] = _MASKED
        values.sort(axis=0)
        seen = len(pictures) - mask.sum(axis=0)
        place = np.maximum(seen - 1, 0) // 2
        taken = np.take_along_axis(values, place[None, ..., None], axis=0)[0]
        result[rows][seen > 0] = taken[seen > 0].astype(np.uint8)
    return result


def _chosen(archive: Archive, camera: str, window: Window) -> list[_Chosen]:
    with archive.alone:
        inside = {f.digest for f in files_in(archive, camera, window)}
        found = watched(archive, inside)
    usable = [
        (seen, footage)
        for seen in found
        for footage in seen.recording.files
        if footage.digest in inside and seen.looked[footage.digest]
    ]
    few = _spread(usable, FILES)
    each = -(-PICTURES // max(1, len(few)))
    chosen = []
    for seen, footage in few:
        keys = _keys(archive, footage, seen.looked[footage.digest], window)
        if keys:
            chosen.append(_Chosen(seen, footage, _spread(keys, each)))
    return chosen


def _keys(archive: Archive, footage: Footage, looked: Sequence[Span], window: Window) -> list[int]:
    """pts of the key pictures that may be shown: they decode alone, which is cheap."""
    packets = archive.packets.read(footage.digest)
    pts, _ = pictures_in(archive, footage, window)
    keys = pts[np.isin(pts, packets.pts[packets.key])]
    close = np.zeros(len(keys), np.bool_)
    for span in looked:
        close |= (keys >= span.start) & (keys < span.end)
    return [int(key) for key in keys[close]]


def _spread(found: Sequence[T], most: int) -> list[T]:
    """At most so many of them, evenly."""
    count = min(most, len(found))
    return [found[(2 * n + 1) * len(found) // (2 * count)] for n in range(count)]


def _taken(
    archive: Archive, projector: Projector, chosen: _Chosen, wide: int
) -> Iterator[tuple[Picture, NDArray[np.bool_]]]:
    """Each picture, masked, and which of its pixels the masks hide, (h, w)."""
    source = projector.open(archive, chosen.footage)
    try:
        world = chosen.seen.world()
        for pts in chosen.pts:
            frame = source.at(pts)
            chosen.seen.check(chosen.footage, frame.at.pts)
            result = masked(frame, chosen.footage, world, frozenset(), wide)
            height, width = result.picture.shape[:2]
            yield result.picture, hidden(result.filled, (width, height))
    finally:
        source.close()
