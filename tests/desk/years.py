"""An installation whose journal has four volumes, years later, with everybody signed in."""

from pathlib import Path

from tests.desk.scene import START
from tests.desk.staff import Staff, staff
from vsa_core.domain.moment import MICROSECONDS

DAY = 86_400 * MICROSECONDS
OLD, MIDDLE, YOUNG, NOW = "2024H1", "2024H2", "2025H1", "2029H1"
"""The first volume names the case, the others do not; YOUNG ended when NOW began."""

LATER = START + 200 * DAY
YEARS_LATER = START + 5 * 365 * DAY


def years_later(folder: Path) -> Staff:
    """The case of 2024/17 was opened in the first volume and is still here."""
    at = staff(folder)
    for time in (LATER, 2 * LATER - START, YEARS_LATER):
        at.clock.time = time
        at.desks.people.listed()
    return at
