"""How times are written: exact for programs, readable for people."""

from datetime import UTC, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from vsa_core.domain.event import Stamp
from vsa_core.domain.moment import MICROSECONDS


def iso(corrected: int) -> str:
    """ISO 8601 UTC with microseconds of a corrected time."""
    moment = datetime.fromtimestamp(corrected // MICROSECONDS, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{corrected % MICROSECONDS:06d}Z"


def local(corrected: int, language: str, zone: str = "") -> str:
    """Date and time to the millisecond: 21/11/2024 18:07:33,040 in French.

    zone: for example "Europe/Paris", which the window speaks of; "" for the machine's own.
    """
    there = ZoneInfo(zone) if zone else None
    moment = datetime.fromtimestamp(corrected // MICROSECONDS, UTC).astimezone(there)
    thousandths = corrected % MICROSECONDS // 1000
    if language == "fr":
        return f"{moment:%d/%m/%Y %H:%M:%S},{thousandths:03d}"
    return f"{moment:%Y-%m-%d %H:%M:%S}.{thousandths:03d}"


def elapsed(microseconds: int, language: str) -> str:
    """h:mm:ss and milliseconds of a length, floored: 0:00:04,200 in French."""
    whole, rest = divmod(microseconds, MICROSECONDS)
    point = "," if language == "fr" else "."
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}{point}{rest // 1000:03d}"


def doubt(microseconds: int, language: str) -> str:
    """The half-width of an uncertainty: ±0,5 s in French."""
    whole, rest = divmod(microseconds, MICROSECONDS)
    point = "," if language == "fr" else "."
    part = f"{point}{rest // 1000:03d}".rstrip("0") if rest >= 1000 else ""
    return f"±{whole}{part}\u00a0s"


def seconds(value: Fraction) -> str:
    """Seconds with six decimals, floored, as text: no float crosses this boundary."""
    millionths = (value * MICROSECONDS).__floor__()
    sign = "-" if millionths < 0 else ""
    return f"{sign}{abs(millionths) // MICROSECONDS}.{abs(millionths) % MICROSECONDS:06d}"


def duration(microseconds: int) -> str:
    """h:mm:ss of a length."""
    whole = round(microseconds / MICROSECONDS)
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


def stamp(instant: Stamp, first: int) -> dict[str, object]:
    """A stamp for programs; `first` is the pts of its footage's first picture.

    `seconds` counts from the first picture of the footage, `corrected` is
    null when nobody claimed the clock.
    """
    return {
        "footage": instant.footage,
        "pts": instant.pts,
        "time_base": f"{instant.time_base.numerator}/{instant.time_base.denominator}",
        "seconds": seconds((instant.pts - first) * instant.time_base),
        "corrected": iso(instant.corrected) if instant.corrected is not None else None,
        "corrected_us": instant.corrected,
    }
