"""Which tracks and which findings a question lets through: its classes and its direction."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import class_number
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding


def of_classes(rows: NDArray[np.int64], tracks: Tracks, query: Query) -> NDArray[np.int64]:
    """Those of the track rows whose class the question names (all when it names none)."""
    if not query.classes:
        return rows
    wanted = [class_number(name) for name in query.classes]
    return rows[np.isin(tracks.kind[rows], wanted)]


def directed(findings: list[Finding], query: Query) -> list[Finding]:
    """The findings of the question's direction (all when it names none)."""
    if not query.direction:
        return findings
    return [finding for finding in findings if finding.direction == query.direction]
