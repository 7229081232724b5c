"""Filters in words: colours, ranges with their units, ways to go, hours of the day."""

from app.state.amounts import NO_BREAK, length
from app.words import Words
from vsa_core.domain.filters import Colours, Filter, Heading, Hours, Range

TURN = 360
POINTS = 8
"""Ways that have a name: rightwards first, clockwise in the picture."""

KMH = 3_600
"""Metres an hour in one metre a second."""


def told(narrowed: Filter, words: Words) -> str:
    """A filter as a few words of a sentence."""
    match narrowed:
        case Colours(where, names):
            named = [words.name("question.colour", name) for name in names]
            part = words.name("question.part", where)
            return words.say("question.coloured", part=part, colours=listed(named, words))
        case Range(what):
            name = words.name("question.range", what)
            return words.say("question.ranged", what=name, how=between(narrowed, words))
        case Heading(towards, spread):
            way = words.name("question.way", str(way_of(towards)))
            return words.say("question.heading", way=way, spread=spread)
        case Hours(start, end, days):
            hours = words.say("question.hours", start=_time(start), end=_time(end))
            if not days:
                return hours
            named = [words.name("question.day", str(day)) for day in days]
            return words.say("question.hours_on", hours=hours, days=", ".join(named))


def between(asked: Range, words: Words) -> str:
    """The two ends of a range with their unit: at least, at most, or from one to the other."""
    low, high = (
        None if end is None else measure(asked.what, end, words) for end in (asked.low, asked.high)
    )
    if low is not None and high is not None:
        return words.say("question.from_to", low=low, high=high)
    if low is not None:
        return words.say("question.from", low=low)
    if high is not None:
        return words.say("question.to", high=high)
    return words.say("question.whatever")


def measure(what: str, value: int, words: Words) -> str:
    """One value of a range with its unit, as people say it."""
    if what == "duration":
        return length(value, words.language)
    if what == "size":
        return words.say("question.of_height", value=decimal(value, 10, 1, words))
    if what == "speed":
        return words.say("question.of_own_height", value=decimal(value, 1000, 2, words))
    if what == "metres":
        return f"{decimal(value, 1000, 2, words)}{NO_BREAK}m"
    if what == "metric_speed":
        return f"{decimal(value * KMH, 10**6, 1, words)}{NO_BREAK}km/h"
    return f"{value}{NO_BREAK}‰"


def decimal(value: int, over: int, places: int, words: Words) -> str:
    """value / over, rounded to so many places, without zeros that say nothing."""
    text = f"{value / over:.{places}f}".rstrip("0").rstrip(".") if places else str(value // over)
    return text.replace(".", ",") if words.language == "fr" else text


def way_of(towards: int) -> int:
    """The nearest of the eight ways with a name, in degrees."""
    step = TURN // POINTS
    return round(towards / step) % POINTS * step


def listed(names: list[str], words: Words) -> str:
    """Names with "or" before the last."""
    if len(names) < 2:
        return "".join(names)
    return words.say("question.or", first=", ".join(names[:-1]), last=names[-1])


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours:02d}:{rest:02d}"
