"""What is wrong with a question's filters and calibrations, by name."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vsa_core.domain.filters import DAY, METRIC, RANGES, WHERE, Colours, Filter, Hours, Range
from vsa_core.domain.objects import COLOURS
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.bearing import TURN
from vsa_core.events.combining import resolved
from vsa_core.events.ground_plane import fitted
from vsa_core.events.motion_measures import MOST

PER_MILLE = 1000


def check_filter(narrowed: Filter) -> None:
    """Raises WrongUsage: EVT-018 a value out of bounds, EVT-019 an unknown colour."""
    match narrowed:
        case Colours():
            _check_colours(narrowed)
        case Range():
            _check_range(narrowed)
        case Hours():
            _check_hours(narrowed)
        case _:
            _demand(0 <= narrowed.towards < TURN, "heading", narrowed.towards, f"0…{TURN - 1}")
            _demand(1 <= narrowed.spread <= TURN // 2, "spread", narrowed.spread, f"1…{TURN // 2}")


def check_grounds(query: Query, cameras: Iterable[str] = ()) -> None:
    """The calibrations of a whole question; `cameras` are asked where it names none.

    Raises WrongUsage: EVT-050 when a metric range is asked of a camera that was
    not calibrated, EVT-051 or EVT-052 when a calibration is none
    (`ground_plane.fitted`), EVT-057 when a camera has two.
    """
    known = [ground.camera for ground in query.grounds]
    twice = [camera for camera in dict.fromkeys(known) if known.count(camera) > 1]
    if twice:
        raise WrongUsage("EVT-057", camera=", ".join(twice))
    for ground in query.grounds:
        _demand(min(ground.width, ground.height) > 0, "size", ground.width * ground.height, "1…")
        fitted(ground)
    missing = [camera for camera in metric_cameras(query, cameras) if camera not in known]
    if missing:
        raise WrongUsage("EVT-050", cameras=", ".join(missing))


def metric_cameras(query: Query, cameras: Iterable[str] = ()) -> tuple[str, ...]:
    """The cameras of which metres are asked, each once; `cameras` where a part names none."""
    every = tuple(cameras)
    return tuple(
        dict.fromkeys(
            camera
            for leaf in resolved(query).leaves()
            if any(isinstance(f, Range) and f.what in METRIC for f in leaf.filters)
            for camera in leaf.cameras or every
        )
    )


def _check_colours(asked: Colours) -> None:
    _demand(asked.where in WHERE, "where", asked.where, ", ".join(WHERE))
    _demand(bool(asked.names), "colours", "-", "1…")
    for name in asked.names:
        if name not in COLOURS:
            raise WrongUsage("EVT-019", name=name, known=", ".join(COLOURS))
    _demand(1 <= asked.share <= PER_MILLE, "share", asked.share, f"1…{PER_MILLE}")


def _check_range(asked: Range) -> None:
    _demand(asked.what in RANGES, "range", asked.what, ", ".join(RANGES))
    ends = [end for end in (asked.low, asked.high) if end is not None]
    _demand(bool(ends), asked.what, "-", f"0…{MOST}")
    for end in ends:
        _demand(0 <= end <= MOST, asked.what, end, f"0…{MOST}")
    _demand(ends == sorted(ends), asked.what, f"{asked.low}…{asked.high}", f"{asked.low}…")


def _check_hours(asked: Hours) -> None:
    for minute in (asked.start, asked.end):
        _demand(0 <= minute <= DAY, "hours", minute, f"0…{DAY}")
    _demand(asked.start != asked.end, "hours", f"{asked.start}…{asked.end}", f"0…{DAY}")
    for day in asked.days:
        _demand(0 <= day <= 6, "days", day, "0…6")
    try:
        ZoneInfo(asked.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongUsage("EVT-018", name="zone", value=asked.zone, wanted="IANA") from None


def _demand(holds: bool, name: str, value: object, wanted: str) -> None:
    if not holds:
        raise WrongUsage("EVT-018", name=name, value=value, wanted=wanted)
