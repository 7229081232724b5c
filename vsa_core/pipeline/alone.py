"""A crew of one, in the program's own process: nothing is started."""

from collections.abc import Callable, Generator, Iterable

from vsa_core.domain.ports import FrameOpener
from vsa_core.pipeline.crew import Order, Outcome
from vsa_core.pipeline.looker import Looker
from vsa_core.pipeline.observe import Eyes


class Alone:
    """Looks by itself; implements Crew. It tells of a slice when it is done, not on the way."""

    def __init__(self, opener: FrameOpener, eyes: Eyes) -> None:
        """`opener`: how admitted footage is opened."""
        self._opener, self._eyes = opener, eyes

    def look(
        self, orders: Iterable[Order], poll: Callable[[], None]
    ) -> Generator[Outcome, None, None]:
        """As the protocol says; `poll` is called at every frame that is decoded."""
        looker = Looker(self._opener, self._eyes)
        try:
            for order in orders:
                yield looker.look(order, poll, lambda pts: None)
        finally:
            looker.close()

    def tend(self) -> None:
        """Nobody is at work meanwhile."""
