"""Whether an instant lies in the hours asked, on the clock of a place, summer time and all."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from vsa_core.domain.filters import Hours

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def in_hours(asked: Hours, at: int) -> bool:
    """Whether corrected time `at` (microseconds since 1970 UTC) lies in the hours and days.

    The day is the local one of the instant itself: two o'clock of Tuesday
    is Tuesday's, though the hours asked began on Monday. When clocks go back,
    the hour that comes twice counts twice.
    """
    local = (EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(asked.zone))
    if asked.days and local.weekday() not in asked.days:
        return False
    minute = local.hour * 60 + local.minute
    if asked.start < asked.end:
        return asked.start <= minute < asked.end
    return minute >= asked.start or minute < asked.end
