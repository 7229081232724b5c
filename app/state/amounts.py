"""How much, in words: lengths of time and settings with their unit."""

from app.words import Words

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000
NO_BREAK = "\u00a0"


def length(milliseconds: int, language: str) -> str:
    """A length of time as people say it: 400 ms, 1,5 s, 2 min 30 s, 1 h 15 min."""
    if milliseconds < SECOND:
        return f"{milliseconds}{NO_BREAK}ms"
    hours, rest = divmod(milliseconds, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = [
        f"{number}{NO_BREAK}{unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number
    ]
    if rest:
        parts.append(f"{_seconds(rest, language)}{NO_BREAK}s")
    return " ".join(parts)


def amount(value: int, unit: str, words: Words) -> str:
    """The value of a setting with its unit: a choice by its name, a time as a length."""
    if unit == "ms":
        return length(value, words.language)
    if unit in ("anchor", "yes_no"):
        return words.name("kinds.choice", f"{unit}_{value}")
    return f"{value}{NO_BREAK}{words.name('kinds.unit', unit)}"


def _seconds(milliseconds: int, language: str) -> str:
    whole, thousandths = divmod(milliseconds, SECOND)
    if not thousandths:
        return str(whole)
    mark = "," if language == "fr" else "."
    return f"{whole}{mark}{thousandths:03d}".rstrip("0")
