"""One picture on its way at a time; of those wanted meanwhile only the last is fetched."""

from collections.abc import Callable
from dataclasses import dataclass

from app.state.loan import Loan
from app.tasks import Job, Lane, Tasks
from vsa_core.desk.playing import Shot
from vsa_core.errors import Fault

STEPS = 16
"""Pictures between two wants that still make a walk, and not a jump."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One picture of a reel on loan: its index in the strip, its address, how wide (0: its own).

    within: a picture beside it is of use only when nearer than so many
    microseconds; None for any.
    """

    loan: Loan
    index: int
    footage: str
    pts: int
    width: int
    within: int | None = None

    def way_from(self, last: "Aim | None") -> int:
        """Whether it is a few pictures on from the last want, +1, or back, -1; 0 for a jump."""
        if last is None or (last.loan, last.footage) != (self.loan, self.footage):
            return 0
        count = self.index - last.index
        return (count > 0) - (count < 0) if abs(count) <= STEPS else 0


class Shots:
    """Fetches pictures for the screen; what comes late is skipped, never queued.

    What can be had at once comes first; where that is a picture beside the one
    wanted, the right one is decoded ahead, and follows unless another is
    wanted by then. On a walk the pictures that come next are prepared.
    """

    def __init__(
        self,
        tasks: Tasks,
        fetched: Callable[[Aim, Shot], None],
        failed: Callable[[Aim, Fault], None],
    ) -> None:
        self._tasks = tasks
        self._fetched = fetched
        self._failed = failed
        self._flying: Job | None = None
        self._ahead: Job | None = None
        self._next: Aim | None = None
        self._latest: Aim | None = None
        self._way = 0

    @property
    def busy(self) -> bool:
        """Whether a picture is on its way, and will be told: on leaving it is not."""
        return self._flying is not None and not self._flying.dropped

    def want(self, aim: Aim) -> None:
        """Fetch this picture as soon as the one on its way has come."""
        self._way = aim.way_from(self._latest)
        if not self._way:
            self._prepare_no_more()
        self._next = self._latest = aim
        if not self.busy:
            self._send()

    def forget(self) -> None:
        """Want nothing any more; the one on its way still comes, and is told."""
        self._next = self._latest = None
        self._prepare_no_more()

    def _send(self) -> None:
        aim, self._next = self._next, None
        if aim is not None:
            self._fetch(aim, lambda: self._glimpsed(aim))

    def _fetch(self, aim: Aim, call: Callable[[], Shot | None]) -> None:
        self._flying = self._tasks.ask(
            call,
            lambda shot: self._came(aim, shot),
            lambda fault: self._fell(aim, fault),
            Lane.PICTURES,
        )

    def _glimpsed(self, aim: Aim) -> Shot | None:
        return aim.loan.glimpse(aim.footage, aim.pts, aim.width, aim.within)

    def _came(self, aim: Aim, shot: Shot | None) -> None:
        self._flying = None
        if self._next is not None:
            self._send()
        elif aim is self._latest:
            self._go_on(aim, shot)
        if shot is not None:
            self._fetched(aim, shot)

    def _fell(self, aim: Aim, fault: Fault) -> None:
        self._flying = None
        if self._next is not None:
            self._send()
        self._failed(aim, fault)

    def _go_on(self, aim: Aim, shot: Shot | None) -> None:
        """The right picture follows one beside it; after the right one, those on the way."""
        if shot is None or not shot.exact:
            self._prepare(aim, 0)
        elif self._way and (self._ahead is None or self._ahead.over):
            self._prepare(aim, self._way)

    def _prepare(self, aim: Aim, way: int) -> None:
        self._prepare_no_more()
        self._ahead = self._tasks.errand(
            lambda _, cancel: aim.loan.warm(aim.footage, aim.pts, aim.width, way, cancel),
            lambda _: self._prepared(aim, way),
            lambda _: self._prepared(aim, way),  # fetched for good, the fault is told
            lane=Lane.AHEAD,
        )

    def _prepared(self, aim: Aim, way: int) -> None:
        self._ahead = None
        if aim is self._latest and not way and not self.busy:
            self._fetch(aim, lambda: aim.loan.shot(aim.footage, aim.pts, aim.width))

    def _prepare_no_more(self) -> None:
        if self._ahead is not None:
            self._ahead.drop()
            self._ahead = None
