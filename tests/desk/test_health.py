from collections.abc import Callable

import pytest

from tests.desk.scene import FixedClock
from vsa_core.desk.health import UNLOADED, Finding, Health, State, fit


def finder(finding: Finding) -> Callable[[], Finding]:
    return lambda: finding


def lacks() -> Finding:
    raise ImportError("libGL.so.1: cannot open shared object file")


def test_subjects_are_looked_at_in_their_order_and_anew_each_time() -> None:
    seen: list[str] = []

    def look(what: str) -> Callable[[], Finding]:
        def probe() -> Finding:
            seen.append(what)
            return Finding(what, State.GOOD, "well")

        return probe

    health = Health(FixedClock(), [(what, look(what)) for what in ("b", "a")])
    assert [finding.what for finding in health.examine()] == ["b", "a"]
    health.examine()
    assert seen == ["b", "a", "b", "a"]


def test_a_subject_that_cannot_be_loaded_is_bad_and_hides_no_other() -> None:
    well = Finding("clock", State.GOOD, "plausible")
    told = Health(FixedClock(), [("encoder", lacks), ("clock", finder(well))]).examine()
    why = (("why", "libGL.so.1: cannot open shared object file"),)
    assert told == (Finding("encoder", State.BAD, UNLOADED, why), well)


def test_the_doctor_tells_the_time() -> None:
    clock = FixedClock()
    assert Health(clock, ()).now() == clock.time


@pytest.mark.parametrize(
    ("states", "good"),
    [
        ((), True),
        ((State.GOOD, State.WARNING), True),
        ((State.WARNING, State.BAD, State.GOOD), False),
    ],
)
def test_a_machine_is_fit_when_nothing_is_bad(states: tuple[State, ...], good: bool) -> None:
    assert fit([Finding("x", state, "y") for state in states]) is good
