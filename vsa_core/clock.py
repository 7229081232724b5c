"""The machine's own clocks, behind the port that tests replace."""

import time


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> int:
        """Microseconds since 1970 UTC."""
        return time.time_ns() // 1000

    def monotonic(self) -> int:
        """Microseconds since this boot."""
        return time.monotonic_ns() // 1000
