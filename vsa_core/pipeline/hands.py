"""A crew of processes on this machine, one thread each: started for a call, ended with it."""

import selectors
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vsa_core.errors import Bug, Fault
from vsa_core.pipeline.berth import Ends
from vsa_core.pipeline.card import LOST, Card, CardAtWork
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome
from vsa_core.pipeline.envelope import Malformed, Message, written
from vsa_core.pipeline.hand import Hand
from vsa_core.pipeline.wire import fault_from, outcome_from

TICK = 0.02
"""Seconds at most between two calls of `poll`."""

STARTS = 3
"""Processes in a row that may end before they are ready."""

CLAIMS = 2
"""Times in a row that a card which is there may be said not to answer."""


@dataclass(slots=True)
class Hands:
    """Processes that look; implements Crew.

    count: how many at most; command: what starts one; environment: all that
    it is told of ours; greeting: fields of the first message it gets; sight:
    with what it must see, as it says itself; card: who runs the network for
    all of them, where they do not run it themselves.

    Raises Bug (SYS-015 when they do not start, SYS-016 when they see with
    something else) and what choosing and opening weights raise in them.
    """

    count: int
    command: Sequence[str]
    environment: Mapping[str, str]
    greeting: Mapping[str, object] = field(repr=False)
    sight: Mapping[str, str]
    card: Card | None = None
    _shift: "_Shift | None" = None

    def look(
        self, orders: Iterable[Order], poll: Callable[[], None]
    ) -> Generator[Outcome, None, None]:
        """As the protocol says; nobody is left when it ends, however it ends."""
        shift = self._shift = _Shift(self, iter(orders))
        kindly = False
        try:
            yield from shift.outcomes(poll)
            kindly = True
        finally:
            self._shift = None
            shift.end(kindly)

    def tend(self) -> None:
        """As the protocol says."""
        if self._shift is not None:
            self._shift.attend(0)


@dataclass(slots=True)
class _Shift:
    """One call of `look`: who is at work, and what they said that was not told yet."""

    crew: Hands
    orders: Iterator[Order]
    hands: list[Hand] = field(default_factory=list)
    told: deque[Outcome] = field(default_factory=deque)
    again: deque[Order] = field(default_factory=deque)
    starts: int = 0
    claims: int = 0
    more: bool = True
    card: CardAtWork | None = None
    berths: dict[int, Ends] = field(default_factory=dict)

    def outcomes(self, poll: Callable[[], None]) -> Iterator[Outcome]:
        while True:
            self._give()
            if not any(hand.order for hand in self.hands) and not self.told:
                return
            poll()
            self.attend(TICK)
            while self.told:
                yield self.told.popleft()

    def attend(self, seconds: float) -> None:
        """Hear whoever speaks within so many seconds, and keep everybody at work."""
        with selectors.DefaultSelector() as ready:
            for hand in self.hands:
                ready.register(hand.out, selectors.EVENT_READ, hand)
                if hand.writes:
                    ready.register(hand.into, selectors.EVENT_WRITE, hand)
            speaking = [k.data for k, _ in ready.select(seconds) if k.fd == k.data.out]
        for hand in tuple(self.hands):
            try:
                stuck = not hand.beat() and hand.order is not None
                for message in hand.hear() if hand in speaking else ():
                    self._said(hand, message)
            except (EOFError, Malformed):
                stuck = True
            if stuck:
                self._lost(hand)

    def end(self, kindly: bool) -> None:
        """Let nobody go on."""
        while self.hands:
            self._end(self.hands[-1], kindly)
        if self.card is not None:
            self.card.end()
            self.card = None

    def _give(self) -> None:
        """An order for everybody who is free, or who could be started."""
        while (hand := self._free()) is not None or len(self.hands) < self.crew.count:
            order = self._next()
            if order is None:
                return
            if hand is None:
                hand = self._started()
            hand.give(order)

    def _next(self) -> Order | None:
        if self.again:
            return self.again.popleft()
        order = next(self.orders, None) if self.more else None
        self.more = order is not None
        return order

    def _free(self) -> Hand | None:
        return next((hand for hand in self.hands if hand.order is None), None)

    def _started(self) -> Hand:
        greeting: Mapping[str, object] = self.crew.greeting
        handles: tuple[int, ...] = ()
        berth = self._berth()
        if self.card is not None and berth is not None:
            greeting, handles = {**greeting, **self.card.greeting(berth)}, berth.handles
        hand = Hand(self.crew.command, self.crew.environment, written(greeting), handles)
        if berth is not None:
            self.berths[hand.number] = berth
        self.hands.append(hand)
        return hand

    def _berth(self) -> Ends | None:
        """A berth at the card, which is started for the first; None where there is no card."""
        if self.crew.card is None:
            return None
        if self.card is None:
            self.card = CardAtWork(self.crew.card, self.crew.count)
        return self.card.lend()

    def _end(self, hand: Hand, kindly: bool = False) -> None:
        """End and bury one; whoever comes next may have its berth."""
        self.hands.remove(hand)
        hand.end(kindly)
        berth = self.berths.pop(hand.number, None)
        if self.card is not None and berth is not None:
            self.card.give_back(berth)

    def _said(self, hand: Hand, message: Message) -> None:
        if not hand.ready:
            self._begun(hand, message)
            return
        if not message.header.holds("kind"):
            self._claimed(fault_from(message))
        if hand.order is None:
            raise Malformed("number")
        outcome = outcome_from(message.data, hand.order)
        if isinstance(outcome, Died):
            raise Malformed("kind")
        if isinstance(outcome, Done | Failed):
            hand.order, self.claims = None, 0
        self.told.append(outcome)

    def _claimed(self, fault: Fault) -> None:
        """One says that the card is gone: believed where it is, or when two say so in a row.

        Else a film that has taken its worker over could end the looking at all others.
        """
        if self.card is None or fault.code != LOST:
            raise Malformed("fault")
        cause = self.card.cause(fault)
        self.claims += 1
        if cause is None and self.claims < CLAIMS:
            raise Malformed("fault")
        raise cause or fault

    def _begun(self, hand: Hand, message: Message) -> None:
        if message.header.holds("fault"):
            raise fault_from(message)
        sight = message.header.inner("sight")
        if {name: sight.text(name) for name in sight.names()} != dict(self.crew.sight):
            raise Bug("SYS-016")
        hand.ready, self.starts = True, 0

    def _lost(self, hand: Hand) -> None:
        """Bury it; its slice died with it, unless it had not begun to look."""
        order = hand.order
        self._end(hand)
        if hand.ready:
            if order is not None:
                self.told.append(Died(order.number))
            return
        self.starts += 1
        if self.starts >= STARTS:
            raise Bug("SYS-015", status=hand.status)
        if order is not None:
            self.again.append(order)
