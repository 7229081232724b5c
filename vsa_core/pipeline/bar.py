"""How far a call of indexing is, over all files at work, in milliseconds of footage."""

from collections.abc import Collection, Sequence

from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Progress
from vsa_core.pipeline.plan import Plan, Task
from vsa_core.pipeline.priority import weight

NAMED = 2
"""Files at work that are named; of the others, how many there are."""


class Bar:
    """Progress over what a call has to do; it goes back when a file is given up only.

    A millisecond of the first pass counts for as much less as it takes less
    time, so that the pace of the one tells something of the other.
    """

    def __init__(self, progress: Progress, level: Level) -> None:
        self._progress, self._level = progress, level
        self._total = self._done = self._done_told = 0
        self._told: tuple[int, int, str] | None = None
        self._reached: dict[Task, int] = {}
        self._what = ""

    def begin(self, plans: Sequence[Plan]) -> None:
        """What there is to do."""
        self._total = sum(plan.due + self._weighed(plan.unseen, True) for plan in plans)
        self._what = next((plan.footage.name for plan in plans if plan.due), "")
        self._tell()

    def reach(self, task: Task, pts: int, at_work: Collection[Task]) -> None:
        """A slice is looked at up to `pts`; `at_work` are all that are on their way."""
        passed = Span(task.span.start, max(task.span.start, min(pts, task.span.end)))
        self._reached[task] = self._weighed(task.plan.length(passed), task.first)
        self._what = _names(at_work)
        self._tell()

    def finish(self, task: Task) -> None:
        """A slice is finished."""
        self._reached.pop(task, None)
        length, plan = task.plan.length(task.span), task.plan
        self._done += self._weighed(length, task.first)
        if task.first:
            plan.peeked += length
        else:
            plan.done += length
        self._what = _names(self._reached or (task,))
        self._tell()

    def again(self, task: Task) -> None:
        """What was looked at of a slice is lost."""
        self._reached.pop(task, None)

    def close(self, plan: Plan) -> None:
        """A file is finished, or given up: what is left of it is no longer to be done."""
        self._total -= plan.due - plan.done + self._weighed(plan.unseen - plan.peeked, True)
        plan.done, plan.peeked = plan.due, plan.unseen
        for task in [task for task in self._reached if task.plan is plan]:
            del self._reached[task]
        self._done_told = 0  # a file given up is no longer counted at all
        self._tell()

    def _weighed(self, length: int, first: bool) -> int:
        counts, of = weight(first, self._level)
        return length * counts // of

    def _tell(self) -> None:
        here = min(self._done + sum(self._reached.values()), self._total)
        self._done_told = max(self._done_told, here)
        told = min(self._done_told, self._total), self._total, self._what
        if told != self._told:
            self._told = told
            self._progress(*told)


def _names(at_work: Collection[Task]) -> str:
    names = list(dict.fromkeys(task.plan.footage.name for task in at_work))
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" +{rest}" if rest > 0 else "")
