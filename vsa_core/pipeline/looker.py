"""One who looks at slices, one after the other: the file stays open while orders name it."""

from collections.abc import Callable

from vsa_core.domain.ports import FrameOpener, FrameSource
from vsa_core.errors import Fault, Unreadable
from vsa_core.pipeline.crew import Done, Failed, Order
from vsa_core.pipeline.observe import Eyes, Observed, observe


class Looker:
    """Looks at slices with one set of eyes; not for two threads at once."""

    def __init__(self, opener: FrameOpener, eyes: Eyes) -> None:
        """`opener`: how admitted footage is opened."""
        self._opener, self._eyes = opener, eyes
        self._open: tuple[str, str, FrameSource] | None = None

    def look(
        self, order: Order, poll: Callable[[], None], tell: Callable[[int], None]
    ) -> Done | Failed:
        """Look at one slice; `poll` and `tell` are those of `observe`.

        A fault of ours is told by the outcome; what `poll` raises ends it.
        """
        try:
            return Done(order.number, self._looked(order, poll, tell))
        except Fault as fault:
            self.close()
            return Failed(order.number, fault)

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open[2].close()
            self._open = None

    def _looked(
        self, order: Order, poll: Callable[[], None], tell: Callable[[int], None]
    ) -> Observed:
        footage, stream = order.footage, order.footage.stream
        if stream is None:
            raise Unreadable(footage.reason, name=footage.name)
        source, packets = self._source(order), order.packets
        span, level = order.span, order.level
        return observe(source, footage, stream, span, level, self._eyes, poll, tell, packets)

    def _source(self, order: Order) -> FrameSource:
        name = order.footage.digest, order.footage.path
        if self._open is None or self._open[:2] != name:
            self.close()
            self._open = (*name, self._opener(order.footage, order.packets))
        return self._open[2]
