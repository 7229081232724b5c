"""Holds one reel at a time: the one before is closed, and recorded, when the next is opened."""

from collections.abc import Callable

from app.state.loan import Loan
from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.playing import Reel
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.errors import Fault

LENGTH = 600 * MICROSECONDS
"""Reels are cut at whole tens of minutes, so that each instant of a camera is in one reel only."""


class Reels:
    """Opens and closes reels in the lane of the desk, always in the order asked."""

    def __init__(
        self,
        session: Session,
        opened: Callable[[Reel], None],
        refused: Callable[[Fault], None],
        failed: Callable[[Fault], None],
    ) -> None:
        """`refused`: the reel asked for could not be opened; `failed`: one was not closed."""
        self._session = session
        self._opened, self._refused, self._failed = opened, refused, failed
        self._opening: Job | None = None
        self.loan: Loan | None = None

    @property
    def opening(self) -> bool:
        """Whether a reel is asked for, and has not come yet."""
        return self._opening is not None

    def holds(self, camera: str, at: int) -> bool:
        """Whether the reel held, or on its way, is that of corrected time `at` of a camera."""
        return self.loan is not None and self.loan.holds(camera, at)

    def open(self, camera: str, at: int) -> None:
        """Hold the reel of corrected time `at` of a camera instead; recorded once."""
        self.close()
        desk, who, where = self._session.desks.playing, self._session.who, self._session.where
        motive = self._session.motive
        loan = self.loan = Loan(desk, who, where, camera, around(at))
        self._opening = self._session.tasks.ask(
            lambda: loan.open(motive), self._came, self._did_not_come
        )

    def close(self) -> None:
        """Hold none; what was shown is recorded, even when the person leaves right after."""
        loan, self.loan = self.loan, None
        if self._opening is not None:
            self._opening.drop()
            self._opening = None
        if loan is not None:
            self._session.tasks.ask(loan.close, lambda _: None, self._failed)

    def _came(self, reel: Reel) -> None:
        self._opening = None
        self._opened(reel)

    def _did_not_come(self, fault: Fault) -> None:
        self._opening = self.loan = None
        self._refused(fault)


def around(at: int) -> Window:
    """The ten minutes that corrected time `at` lies in."""
    start = at // LENGTH * LENGTH
    return Window(start, start + LENGTH)
