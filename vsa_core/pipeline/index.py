"""Footage to observations, slice by slice: what is finished stays finished, whatever happens."""

from collections.abc import Mapping, Sequence

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.provenance import Canonical
from vsa_core.pipeline.bar import Bar
from vsa_core.pipeline.means import Means, Report, Stopped
from vsa_core.pipeline.work import Work


def index(
    means: Means,
    files: Sequence[Footage],
    level: Level,
    fields: Mapping[str, Canonical],
    progress: Progress,
    cancel: Cancel,
) -> Report:
    """Look at every slice of `files` that this run has not finished yet, cameras in turn.

    `fields` describe the run (detector, tracker, level, settings, program)
    and name it. Each slice is sealed, synced and entered in the catalogue in
    one transaction when it is done, in whatever order; what is on its way
    when the program is killed is done again. Where there is more than a
    minute of work, key pictures of what nobody looked at come first, as a run
    of their own that this one supersedes slice by slice. A file that
    cannot be read goes into the failures and the rest goes on, and so does a
    slice on which two workers died, which is put in quarantine; Tampered stops
    everything, and a disk that takes nothing more (STO-…) too. Files of which
    the basis lets nothing be looked at are not counted.

    `progress` hears milliseconds of footage: of what is still to be looked at
    in this call, so that what an earlier call finished, or the basis leaves
    out, neither lengthens nor shortens an estimate. `cancel` is asked every
    few milliseconds, and may take its time: nothing is locked meanwhile, and
    whoever looks holds within seconds.
    """
    report = Report(run=_run(means, files, fields))
    work = Work(means, level, report, Bar(progress, level), cancel)
    work.plan(files, {**fields, "level": Level.SCAN.value, "again": 0})
    try:
        work.all()
    except Stopped:
        report.cancelled = True
        work.ensure()
    return report


def _run(means: Means, files: Sequence[Footage], fields: Mapping[str, Canonical]) -> str:
    """The run's digest; asking again for what was superseded, or lost, makes a new run."""
    catalog = means.catalog
    gone = {s.run for f in files for s in catalog.runs.slices(f.digest, superseded=True)}
    live = [s for f in files for s in catalog.runs.slices(f.digest)]
    gone |= {s.run for s in live if s.segment and not means.segments.path(s.segment).exists()}
    again = 0
    while (run := catalog.runs.add({**fields, "again": again}).digest) in gone:
        again += 1
    return run
