"""Which tracks and which findings a question lets through: its classes and its direction."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import class_number
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding


def rows_asked(tracks: Tracks, query: Query) -> NDArray[np.int64]:
    """Rows of the tracks that have points and a class of the question (all when it names none)."""
    chosen = np.diff(tracks.starts) > 0
    if query.classes:
        wanted = [class_number(name) for name in query.classes]
        chosen &= np.isin(tracks.kind, wanted)
    return np.flatnonzero(chosen).astype(np.int64)


def directed(findings: list[Finding], query: Query) -> list[Finding]:
    """The findings of the question's direction (all when it names none)."""
    if not query.direction:
        return findings
    return [finding for finding in findings if finding.direction == query.direction]
