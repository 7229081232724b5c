import time

from vsa_core.clock import SystemClock


def test_the_machine_tells_microseconds_since_1970() -> None:
    before = time.time_ns()
    assert before // 1000 <= SystemClock().now() <= time.time_ns() // 1000


def test_the_other_clock_never_goes_back() -> None:
    clock = SystemClock()
    times = [clock.monotonic() for _ in range(100)]
    assert times == sorted(times)
