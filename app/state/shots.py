"""One picture on its way at a time; of those wanted meanwhile only the last is fetched."""

from collections.abc import Callable
from dataclasses import dataclass

from app.state.loan import Loan
from app.tasks import Job, Lane, Tasks
from vsa_core.desk.playing import Shot
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Aim:
    """One picture of a reel on loan: its index in the strip, its address, how wide (0: its own)."""

    loan: Loan
    index: int
    footage: str
    pts: int
    width: int


class Shots:
    """Fetches pictures for the screen; what comes late is skipped, never queued."""

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
        self._next: Aim | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is on its way, and will be told: on leaving it is not."""
        return self._flying is not None and not self._flying.dropped

    def want(self, aim: Aim) -> None:
        """Fetch this picture as soon as the one on its way has come."""
        self._next = aim
        if not self.busy:
            self._send()

    def forget(self) -> None:
        """Want nothing any more; the one on its way still comes, and is told."""
        self._next = None

    def _send(self) -> None:
        aim, self._next = self._next, None
        if aim is not None:
            self._flying = self._tasks.ask(
                lambda: aim.loan.shot(aim.footage, aim.pts, aim.width),
                lambda shot: self._came(lambda: self._fetched(aim, shot)),
                lambda fault: self._came(lambda: self._failed(aim, fault)),
                Lane.PICTURES,
            )

    def _came(self, tell: Callable[[], None]) -> None:
        self._flying = None
        if self._next is not None:
            self._send()
        tell()
