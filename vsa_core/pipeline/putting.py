"""A slice is put down: its segment sealed and synced, then entered in the catalogue at once."""

import numpy as np

from vsa_core.domain.coverage import Looked, Stretch
from vsa_core.domain.track import POINT, TRACK, Part, Segment
from vsa_core.pipeline.means import Means
from vsa_core.pipeline.observe import Observed
from vsa_core.pipeline.plan import Task
from vsa_core.store.run_rows import Slice


def put(means: Means, task: Task, observed: Observed) -> None:
    """Seal a slice and enter it in the catalogue; in between its file belongs to nobody.

    Raises Unreadable (STO-…) when the disk does not take it.
    """
    segment, footage = observed.segment, task.plan.footage
    with means.alone:
        record = None
        if len(segment.table):
            record = means.segments.write(segment, footage.camera, task.run)
        name = record.name if record else None
        done = Slice(task.run, footage.digest, task.span, name, observed.stretches)
        means.catalog.runs.finish(done, record)


def seen(means: Means, task: Task) -> bool:
    """Whether somebody has looked at a part of its span, however closely."""
    live = means.catalog.runs.slices(task.plan.footage.digest)
    return any(task.span.overlaps(done.span) for done in live)


def nothing_of(task: Task) -> Observed:
    """What is put down of a slice at which nobody can look."""
    footage, stream = task.plan.footage, task.plan.stream
    part = Part(footage.digest, stream.time_base, task.span)
    segment = Segment((part,), np.zeros(0, TRACK), np.zeros(0, POINT))
    return Observed(segment, (Stretch(task.span, Looked.QUARANTINED, task.level),), 0)
