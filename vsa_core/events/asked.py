"""Which tracks and which findings a question lets through: classes, filters and direction."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import kinds_asked
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding
from vsa_core.events.narrowing import let_through


def may_answer(rows: NDArray[np.int64], tracks: Tracks, query: Query) -> NDArray[np.int64]:
    """Those of the track rows that may answer: of a class asked, past all filters.

    Every kind asks here, and here only, which tracks it may look at.
    """
    wanted = kinds_asked(query.classes)
    if wanted:
        rows = rows[np.isin(tracks.kind[rows], sorted(wanted))]
    return let_through(rows, tracks, query)


def directed(findings: list[Finding], query: Query) -> list[Finding]:
    """The findings of the question's direction (all when it names none)."""
    if not query.direction:
        return findings
    return [finding for finding in findings if finding.direction == query.direction]
