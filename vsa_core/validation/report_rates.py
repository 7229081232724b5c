"""False alarms by the hour, with what the counted minutes allow to say of them."""

from dataclasses import dataclass

from vsa_core.domain.moment import MICROSECONDS

HOUR = 3600 * MICROSECONDS
TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Hourly:
    """How many in an hour, with its 95 per cent interval."""

    value: float
    low: float
    high: float


def hourly(count: int, looked: int) -> Hourly | None:
    """`count` events in `looked` microseconds as a rate by the hour; None of no time at all.

    The interval is the exact one of a Poisson count (Garwood 1936, Biometrika
    28:437): none at all in ten minutes still allows 22 in an hour.
    """
    if looked <= 0:
        return None
    from scipy.special import gammaincinv  # slow to import: not before a command runs

    hours = looked / HOUR
    low = float(gammaincinv(count, TAIL)) if count else 0.0
    high = float(gammaincinv(count + 1, 1 - TAIL))
    return Hourly(count / hours, low / hours, high / hours)
