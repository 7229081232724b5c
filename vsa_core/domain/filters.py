"""What narrows a question down: colour, size, speed, heading, time of day. Values, no rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vsa_core.domain.provenance import Canonical

WHERE = ("any", "upper", "lower", "whole")
"""Where a colour is asked: upper or lower clothing of a person, the whole of anything else, or
any of these: of a person then the part that bears more of it."""

RANGES = ("size", "speed", "duration", "score", "metres", "metric_speed")
"""What a range may be about.

size: median box height, per mille of the picture's height; speed: median
speed of the anchor in per mille of the object's own box height a second
(1000: its own height each second), which needs no calibration; duration: from
first to last sighting, milliseconds; score: mean detector score, per mille;
metres: height above the ground, millimetres, and metric_speed: millimetres a
second, both on cameras whose ground plane was calibrated.
"""

METRIC = frozenset({"metres", "metric_speed"})

DAY = 24 * 60
"""Minutes in a day."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Objects wearing or bearing one of these colours, on at least `share` per mille of the part.

    names: of `domain.objects.COLOURS`; "unknown" asks for those whose colour
    nothing tells (night, infrared), who never answer to another name.
    """

    where: str
    names: tuple[str, ...]
    share: int = 250


@dataclass(frozen=True, slots=True)
class Range:
    """A measure of the track within low..high, both inclusive, None for an open end."""

    what: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """From first to last anchor the object went this way, give or take.

    towards: degrees, 0 rightwards, clockwise in the picture (90 is down);
    spread: degrees to each side, 1 to 180.
    """

    towards: int
    spread: int = 45


@dataclass(frozen=True, slots=True)
class Hours:
    """Events that begin at such a time of day; `end` before `start` goes over midnight.

    start, end: minutes since midnight, half-open, in the time zone `zone`
    (IANA name); days: 0 Monday to 6 Sunday of the local day, empty for all.
    """

    start: int
    end: int
    days: tuple[int, ...] = ()
    zone: str = "Europe/Paris"


Filter = Colours | Range | Heading | Hours


def filter_fields(narrowed: Filter) -> Canonical:
    """A filter as canonical fields."""
    match narrowed:
        case Colours(where, names, share):
            return {"colours": list(names), "where": where, "share": share}
        case Range(what, low, high):
            return {"range": what, "low": low, "high": high}
        case Heading(towards, spread):
            return {"heading": towards, "spread": spread}
        case Hours(start, end, days, zone):
            return {"hours": [start, end], "days": list(days), "zone": zone}


def filter_of(fields: Mapping[str, Any]) -> Filter:
    """The inverse of `filter_fields`; KeyError when it is no filter."""
    if "colours" in fields:
        return Colours(fields["where"], tuple(fields["colours"]), fields["share"])
    if "range" in fields:
        return Range(fields["range"], fields["low"], fields["high"])
    if "heading" in fields:
        return Heading(fields["heading"], fields["spread"])
    start, end = fields["hours"]
    return Hours(start, end, tuple(fields["days"]), fields["zone"])
