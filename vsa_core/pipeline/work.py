"""One call of indexing: what is to do, what is on its way, and what was heard of it."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, count

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Cancel
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Unreadable
from vsa_core.pipeline.bar import Bar
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome, Reached
from vsa_core.pipeline.means import Means, Report, Stopped
from vsa_core.pipeline.observe import Observed
from vsa_core.pipeline.plan import Plan, Task
from vsa_core.pipeline.priority import key_pictures_first, turns
from vsa_core.pipeline.putting import nothing_of, put, seen

DEADLY = 2
"""Workers that may die on one slice in one call before it is put in quarantine."""

QUARANTINE = "SRC-035"


@dataclass(slots=True)
class Work:
    """One call of `index`: what is to do, what is on its way, what was heard of it."""

    means: Means
    level: Level
    report: Report
    bar: Bar
    cancel: Cancel
    plans: list[Plan] = field(default_factory=list)
    flying: dict[int, Task] = field(default_factory=dict)
    again: deque[Task] = field(default_factory=deque)
    coming: Iterator[Task] = field(default_factory=lambda: iter(()))
    numbers: Iterator[int] = field(default_factory=count)

    def plan(self, files: Sequence[Footage], fields: Mapping[str, Canonical]) -> None:
        """What is to be done of each file; `fields` name the run of a first pass."""
        self.plans = [plan for plan in map(self._planned, files) if plan is not None]
        passes = [self._pass(self.report.run, self.level, False)]
        due = sum(plan.due for plan in self.plans)
        if key_pictures_first(self.level, due, self.means.workers):
            run = self.means.catalog.runs.add(fields).digest
            passes.insert(0, self._pass(run, Level.SCAN, True))
        else:
            for plan in self.plans:
                plan.unseen = 0
        self.coming = chain.from_iterable(passes)
        self.bar.begin(self.plans)

    def all(self) -> None:
        """Look at everything."""
        more = True
        while more:
            with closing(self.means.crew.look(self._orders(), self._poll)) as outcomes:
                for outcome in outcomes:
                    self._heard(outcome)
            more = bool(self.again)

    def ensure(self) -> None:
        """Nobody touched a file while it was looked at: Tampered (SRC-009) when somebody did.

        Not the whole reading again, which may take minutes.
        """
        for plan in self.plans:
            if plan.under_way:
                self.means.same(plan.footage)

    def _planned(self, footage: Footage) -> Plan | None:
        """What there is to look at; None where nothing may be. Its slices are cut later."""
        allowed = self.means.allowed(footage)
        if footage.stream is None or allowed is None:
            return None
        plan = Plan(footage, footage.stream, allowed)
        live = self.means.catalog.runs.slices(footage.digest)
        finished = sum(plan.length(done.span) for done in live if done.run == self.report.run)
        plan.due = max(0, plan.length(allowed) - finished)
        plan.unseen = max(0, plan.length(allowed) - sum(plan.length(done.span) for done in live))
        return plan

    def _pass(self, run: str, level: Level, first: bool) -> Iterator[Task]:
        """Slices of every camera in turn; a file is cut when its turn has come."""
        cameras: dict[str, list[Plan]] = {}
        for plan in self.plans:
            cameras.setdefault(plan.footage.camera, []).append(plan)
        return turns(self._tasks(plans, run, level, first) for plans in cameras.values())

    def _tasks(self, plans: list[Plan], run: str, level: Level, first: bool) -> Iterator[Task]:
        for plan in plans:
            if plan.given_up:
                continue
            try:
                cut = plan.cut(self.means.packets.read(plan.footage.digest))
            except Unreadable as fault:
                self._give_up(plan, fault.code)
                continue
            known = self.means.catalog.runs.slices(plan.footage.digest)
            if first:
                todo = [s for s in cut if not any(s.overlaps(done.span) for done in known)]
            else:
                finished = {done.span for done in known if done.run == run}
                todo = [span for span in cut if span not in finished]
                plan.left = len(todo)
                if not todo:
                    self._over(plan)
            for span in todo:
                yield Task(next(self.numbers), plan, span, level, run, first)

    def _orders(self) -> Iterator[Order]:
        while True:
            task = self.again.popleft() if self.again else next(self.coming, None)
            if task is None:
                return
            if task.plan.given_up or not self._verified(task.plan):
                continue
            footage = task.plan.footage
            packets = self.means.packets.read(footage.digest)
            self.flying[task.number] = task
            yield Order(task.number, footage, packets, task.span, task.level)

    def _verified(self, plan: Plan) -> bool:
        """Whether its bytes are those admitted; they are read once before its first slice."""
        if not plan.verified:
            try:
                self.means.check(plan.footage, self._tend)
            except Unreadable as fault:
                self._give_up(plan, fault.code)
                return False
            plan.verified = True
        return True

    def _heard(self, outcome: Outcome) -> None:
        task = self.flying[outcome.number]
        if isinstance(outcome, Reached):
            if not task.plan.given_up:
                self.bar.reach(task, outcome.pts, self.flying.values())
            return
        del self.flying[outcome.number]
        if task.plan.given_up:
            return
        match outcome:
            case Done():
                self._finish(task, outcome.observed)
            case Failed(fault=Unreadable() as fault):
                self._give_up(task.plan, fault.code)
            case Failed():
                raise outcome.fault
            case Died():
                self._mourn(task)

    def _mourn(self, task: Task) -> None:
        """Try once more what killed a worker, then put it where it can kill nobody."""
        task.deaths += 1
        self.bar.again(task)
        if task.deaths < DEADLY:
            self.again.append(task)
        elif task.first:
            self.bar.finish(task)  # the closer look will say what is to become of it
        else:
            self.report.quarantined += 1
            failure = (task.plan.footage.name, QUARANTINE)
            if failure not in self.report.failures:
                self.report.failures.append(failure)
            self._finish(task, nothing_of(task))

    def _finish(self, task: Task, observed: Observed) -> None:
        try:
            self.means.same(task.plan.footage)
        except Unreadable as fault:
            self._give_up(task.plan, fault.code)
            return
        if task.first:
            self._put_first(task, observed)
            self.bar.finish(task)
            return
        put(self.means, task, observed)
        self.report.slices += 1
        self.report.frames += observed.frames
        self.report.tracks += len(observed.segment.table)
        self.report.points += len(observed.segment.points)
        self.bar.finish(task)
        assert task.plan.left is not None  # it was cut before it was looked at
        task.plan.left -= 1
        if not task.plan.left:
            self._reread(task.plan)

    def _put_first(self, task: Task, observed: Observed) -> None:
        """Put down a first look, unless a closer one was quicker."""
        if not seen(self.means, task):
            put(self.means, task, observed)
            self.report.firsts += 1

    def _reread(self, plan: Plan) -> None:
        """The bytes that were looked at are the bytes that were admitted, still."""
        try:
            self.means.check(plan.footage, self._tend)
        except Unreadable as fault:
            self._give_up(plan, fault.code)
            return
        self._over(plan)

    def _over(self, plan: Plan) -> None:
        self.report.files += 1
        self.bar.close(plan)

    def _give_up(self, plan: Plan, code: str) -> None:
        plan.given_up = True
        self.report.failures.append((plan.footage.name, code))
        self.bar.close(plan)

    def _poll(self) -> None:
        if self.cancel():
            raise Stopped

    def _tend(self) -> None:
        self._poll()
        self.means.crew.tend()
