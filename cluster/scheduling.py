"""The scheduler of a rack: it knows which machine is free, and sees orders and digests alone."""

from distributed import Scheduler

from cluster.papers import Seat
from cluster.quiet import NOT_OF_A_SCHEDULER, Pageless, enclosed


class Desk(Pageless, Scheduler):
    """A Dask scheduler that serves no page."""

    def __init__(self, seat: Seat) -> None:
        """Listens where the seat says that the scheduler is."""
        super().__init__(
            host=seat.host,
            port=seat.port,
            protocol="tls://",
            security=enclosed(seat),
            dashboard=False,
            blocked_handlers=list(NOT_OF_A_SCHEDULER),
        )
