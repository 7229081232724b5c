"""Figures of a measurement in words, as its report writes them: no share without its counts."""

from PySide6.QtCore import QCoreApplication

from app.words import Words
from vsa_core.domain.assessment import EventFigures, Rate
from vsa_core.domain.moment import MICROSECONDS

NOTHING = "–"
"""What stands where there is no figure: nothing was there to count."""

MINUTE = 60 * MICROSECONDS
LEAST, MOST = 0.1, 99.9
"""Per cent: what is nearer to none or to all, and is neither, is told as less or as more."""


def number(value: float, words: Words, digits: int = 0) -> str:
    """A number with that many decimals: 1 234,5 in French, 1,234.5 in English."""
    text = f"{value:,.{digits}f}"
    if words.language == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
    return text.replace("-", "\u2212")


def share(rate: Rate, words: Words) -> str:
    """A share in per cent; "100.0 %" and "0.0 %" are said of all and of none only."""
    if rate.value is None:
        return NOTHING
    per_cent = 100 * rate.value
    sign = ""
    if 0 < rate.count < rate.of and not LEAST <= per_cent <= MOST:
        sign = "<\u202f" if per_cent < LEAST else ">\u202f"
        per_cent = min(max(per_cent, LEAST), MOST)
    return f"{sign}{number(per_cent, words, 1)}\u202f%"


def counts(rate: Rate, words: Words) -> str:
    """How many out of how many."""
    text = QCoreApplication.translate("Assessed", "{count} of {of}")
    return text.format(count=number(rate.count, words), of=number(rate.of, words))


def interval(rate: Rate, words: Words) -> str:
    """The 95 per cent interval."""
    if not rate.of:
        return QCoreApplication.translate("Assessed", "nothing to judge by")
    low, high = (number(100 * end, words, 1) for end in rate.interval)
    text = QCoreApplication.translate("Assessed", "from {low} to {high} %")
    return text.format(low=low, high=high)


def short_rate(rate: Rate, words: Words) -> str:
    """Share and counts, for a cell of a table."""
    return f"{share(rate, words)} ({counts(rate, words)})"


def whole_rate(rate: Rate, words: Words) -> str:
    """Share, counts and interval on one line."""
    return f"{short_rate(rate, words)}, {interval(rate, words)}"


def seconds(microseconds: float | None, words: Words) -> str:
    """A length in seconds, to the hundredth; "–" for none."""
    if microseconds is None:
        return NOTHING
    return f"{number(microseconds / MICROSECONDS, words, 2)}\u00a0s"


def minutes(microseconds: int, words: Words) -> str:
    """A length in minutes, to the tenth."""
    return f"{number(microseconds / MINUTE, words, 1)}\u00a0min"


def ratio(value: float | None, words: Words) -> str:
    """A score with three decimals; "–" for none."""
    return NOTHING if value is None else number(value, words, 3)


def error(figures: EventFigures, words: Words) -> str:
    """The mean time error, and over how many events it was taken."""
    if figures.mean_error is None:
        return NOTHING
    text = QCoreApplication.translate("Assessed", "{mean} over {count}")
    mean = seconds(figures.mean_error, words)
    return text.format(mean=mean, count=number(figures.matched, words))


def largest(figures: EventFigures, words: Words) -> str:
    """The largest time error; "" without any."""
    if figures.largest_error is None:
        return ""
    text = QCoreApplication.translate("Assessed", "{largest} at most")
    return text.format(largest=seconds(figures.largest_error, words))


def tolerance(figures: EventFigures, words: Words) -> str:
    """How far from the true time a hit may be; the widest one where questions are added up."""
    text = QCoreApplication.translate("Assessed", "tolerance: {tolerance}")
    return text.format(tolerance=seconds(figures.tolerance, words))


def errors(figures: EventFigures, words: Words) -> tuple[str, ...]:
    """Everything that is known of time errors, a part each."""
    parts = (
        error(figures, words),
        largest(figures, words),
        tolerance(figures, words),
        ends(figures, words),
    )
    return tuple(part for part in parts if part)


def ends(figures: EventFigures, words: Words) -> str:
    """The mean error of the ends, and over how many; "" where the truth tells none."""
    if figures.mean_end_error is None:
        return ""
    text = QCoreApplication.translate("Assessed", "ends: {mean} over {count}")
    mean = seconds(figures.mean_end_error, words)
    return text.format(mean=mean, count=number(figures.ended, words))


def alarms(figures: EventFigures, words: Words) -> str:
    """How many false alarms, in how many minutes."""
    text = QCoreApplication.translate("Assessed", "{count} in {minutes}")
    looked = minutes(figures.looked, words)
    return text.format(count=number(figures.false_alarms, words), minutes=looked)
