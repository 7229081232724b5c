"""How long something has been worked at; pauses are not work."""

from collections.abc import Callable


class Stopwatch:
    """Begins at once; `clock` gives milliseconds that never go back."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._before = 0
        self._since: int | None = clock()

    @property
    def elapsed(self) -> int:
        """Milliseconds of work so far."""
        return self._before + (self._clock() - self._since if self._since is not None else 0)

    def hold(self) -> None:
        """A pause begins."""
        self._before, self._since = self.elapsed, None

    def go_on(self) -> None:
        """A pause ends."""
        if self._since is None:
            self._since = self._clock()
