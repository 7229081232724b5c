"""A crew that stays at work from one order to the next: to start one costs seconds."""

from collections.abc import Callable, Generator, Iterator

from vsa_core.pipeline.crew import Crew, Died, Order, Outcome, Reached


class Shift:
    """One crew of one, handed one order at a time; not for two threads at once."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._given: Order | None = None
        self._poll: Callable[[], None] = _nothing
        self._outcomes: Generator[Outcome, None, None] | None = None

    def look(
        self, order: Order, poll: Callable[[], None], reached: Callable[[Reached], None]
    ) -> Outcome:
        """What becomes of one order; a crew that ends without a word of it died.

        What the crew or `poll` raises ends the crew; another one begins with
        the next order.
        """
        self._given, self._poll = order, poll
        if self._outcomes is None:
            self._outcomes = self._crew.look(self._orders(), self._ask)
        try:
            for outcome in self._outcomes:
                if not isinstance(outcome, Reached):
                    return outcome
                reached(outcome)
        except BaseException:
            self._outcomes = None
            raise
        self._outcomes = None
        return Died(order.number)

    def _orders(self) -> Iterator[Order]:
        """The order in hand, whenever the crew asks for the next one."""
        while self._given is not None:
            order, self._given = self._given, None
            yield order

    def _ask(self) -> None:
        self._poll()


def _nothing() -> None:
    """Nobody asks between two orders."""
