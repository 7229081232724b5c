"""A slice is put down once, and a first look never over a closer one."""

from pathlib import Path

from tests.pipeline.street import street, two_films
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.pipeline.plan import Plan, Task
from vsa_core.pipeline.putting import nothing_of, seen


def test_what_nobody_can_look_at_is_told_for_its_whole_span(tmp_path: Path) -> None:
    at = street(tmp_path, two_films(tmp_path, 2))
    footage, *_ = at.archive.catalogue.footage.all()
    assert footage.stream is not None
    plan = Plan(footage, footage.stream, footage.stream.span)
    task = Task(0, plan, footage.stream.span, Level.FULL, "r", False)
    observed = nothing_of(task)
    assert observed.stretches == (Stretch(task.span, Looked.QUARANTINED, Level.FULL),)
    assert not len(observed.segment.table)
    means = at.desks.indexing._means(at.where, at.archive, at.desks.indexing._lab.sight(), None)
    assert not seen(means, task)
    at.index()
    assert seen(means, task)
