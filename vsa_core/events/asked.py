"""Which tracks and which findings a question lets through: its classes and its direction."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import kinds_asked
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding


def of_classes(rows: NDArray[np.int64], tracks: Tracks, query: Query) -> NDArray[np.int64]:
    """Those of the track rows whose class may answer the question (`domain.objects`)."""
    wanted = kinds_asked(query.classes)
    return rows[np.isin(tracks.kind[rows], sorted(wanted))] if wanted else rows


def directed(findings: list[Finding], query: Query) -> list[Finding]:
    """The findings of the question's direction (all when it names none)."""
    if not query.direction:
        return findings
    return [finding for finding in findings if finding.direction == query.direction]
