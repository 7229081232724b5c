"""Which tracks a person accepted: a match follows the thing on the screen, not its number."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from vsa_core.desk.archive import Archive
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.footage import Recording
from vsa_core.domain.replay import Present, present
from vsa_core.domain.track import Tracks
from vsa_core.domain.verdict import Verdict
from vsa_core.store.mark_rows import Mark

SAME = 0.5
"""Boxes of the same instant that overlap by this share of their union are the same thing."""


def closely(stretch: Stretch) -> bool:
    """Whether a stretch was looked at closely enough to know whom to mask on each picture.

    Between two key frames people come and go unseen: Scan finds, it cannot mask. In a calm
    stretch whoever comes and goes has no track either: there the mask is what moves against the
    empty scene, picture by picture (`unexplained`).
    """
    close = stretch.looked in (Looked.LOOKED, Looked.CALM)
    return close and stretch.level is not Level.SCAN


def matched(archive: Archive, recording: Recording, tracks: Tracks) -> frozenset[int]:
    """Numbers of the tracks whose last judged hit was accepted.

    Indexing anew renumbers tracks, so each accepted hit is found again by
    its instant and its box; one that no track covers any more unmasks
    nothing.
    """
    numbers: set[int] = set()
    for mark in _accepted(archive, recording):
        fields = archive.catalogue.answers.hit(mark.hit).fields
        number = found_again(recording, tracks, fields)
        if number is not None:
            numbers.add(number)
    return frozenset(numbers)


def found_again(recording: Recording, tracks: Tracks, fields: Mapping[str, Any]) -> int | None:
    """The number of the track that lies where the hit of these fields lay, or None."""
    start = fields["start"]
    footage = next((f for f in recording.files if f.digest == start["footage"]), None)
    if footage is None:
        return None
    shown = present(tracks, footage.corrected(start["pts"]), hold=1_000_000)
    left, top, width, height = fields["box"]
    overlaps = _overlaps(shown, (left, top, left + width, top + height))
    if not len(overlaps) or overlaps.max() < SAME:
        return None
    return int(tracks.number[shown.rows[int(overlaps.argmax())]])


def _accepted(archive: Archive, recording: Recording) -> Iterable[Mark]:
    names = {footage.digest for footage in recording.files}
    last: dict[str, Mark] = {}
    for mark in archive.catalogue.marks.all():
        if mark.recording in names:
            last[mark.hit] = mark
    return (mark for mark in last.values() if mark.verdict is Verdict.MATCH)


def _overlaps(shown: Present, box: tuple[int, int, int, int]) -> np.ndarray:
    boxes = shown.boxes
    left, top = np.maximum(boxes[:, 0], box[0]), np.maximum(boxes[:, 1], box[1])
    right, bottom = np.minimum(boxes[:, 2], box[2]), np.minimum(boxes[:, 3], box[3])
    shared = np.clip(right - left, 0, None) * np.clip(bottom - top, 0, None)
    own = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    other = (box[2] - box[0]) * (box[3] - box[1])
    return np.asarray(shared / np.maximum(own + other - shared, 1.0))
