"""Delays of the law counted in calendar years, on the microsecond axis."""

from datetime import UTC, date, datetime, timedelta

from vsa_core.errors import WrongUsage

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def years_after(t: int, years: int) -> int:
    """The same day and hour `years` later; 28 February for a 29 that does not exist.

    Microseconds since 1970 UTC. Raises WrongUsage (LAW-019) outside the calendar.
    """
    try:
        moment = _EPOCH + timedelta(microseconds=t)
        return (_shifted(moment, years) - _EPOCH) // _MICROSECOND
    except (OverflowError, ValueError) as error:
        raise WrongUsage("LAW-019", time=t) from error


def date_of(t: int) -> date:
    """The UTC date of microseconds since 1970; the last one of the calendar beyond it."""
    try:
        return (_EPOCH + timedelta(microseconds=t)).date()
    except OverflowError:
        return date.max


def day(t: int) -> str:
    """The UTC date (2026-11-21) of microseconds since 1970; outside the calendar, `t` itself."""
    try:
        return (_EPOCH + timedelta(microseconds=t)).date().isoformat()
    except OverflowError:
        return str(t)


def _shifted(moment: datetime, years: int) -> datetime:
    if (moment.month, moment.day) == (2, 29):
        moment = moment.replace(day=28)
    return moment.replace(year=moment.year + years)
