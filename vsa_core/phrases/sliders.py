"""The settings of a question in a text, each by its own words, with its declared range."""

from vsa_core.domain.query import Setting
from vsa_core.events.combining import Combination
from vsa_core.events.interface import EventKind, Parameter
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.quantities import ANGLE, SHARE, TIME, measured, needed


def setting(cursor: Cursor, sort: EventKind | Combination) -> Setting | None:
    """Take one setting of this kind, or None.

    Without a range of its own it has the slider's whole range. Raises
    WrongUsage (EVT-005) outside the slider.
    """
    first = cursor.index
    named = {_key(cursor.lexicon, sort, p): p for p in sort.PARAMETERS}
    key = cursor.phrase("setting", named.keys())
    if key is not None:
        parameter = named[key]
        value = _value(cursor, parameter)
        return _ranged(cursor, first, parameter, value, _range(cursor, parameter))
    return _said(cursor, sort) or _generic(cursor, sort)


def _key(lexicon: Lexicon, sort: EventKind | Combination, parameter: Parameter) -> str:
    """The lexicon's key for a setting: its kind's own words, where there are some."""
    own = f"{sort.KIND}_{parameter.name}"
    return own if lexicon.has("setting", own) else parameter.name


def _said(cursor: Cursor, sort: EventKind | Combination) -> Setting | None:
    """A setting whose value is said by a word of its own."""
    every = {
        f"{sort.KIND}_{p.name}_{value}": Setting(p.name, value, p.low, p.high)
        for p in sort.PARAMETERS
        for value in range(p.low, min(p.high, p.low + 9) + 1)
    }
    key = cursor.phrase("said", every.keys())
    return None if key is None else every[key]


def _generic(cursor: Cursor, sort: EventKind | Combination) -> Setting | None:
    """setting(NAME=VALUE) or setting(NAME=VALUE; LOW..HIGH), in the unit that is kept."""
    first = cursor.index
    if cursor.phrase("generic", {"setting"}) is None:
        return None
    parameters = {p.name: p for p in sort.PARAMETERS}
    name = cursor.name()
    if name not in parameters:
        cursor.index = first  # it may be a setting of the whole that this is a part of
        return None
    cursor.need("=")
    value = cursor.integer()
    span = None
    if cursor.sign(";"):
        low = cursor.integer()
        span = (low, _dots(cursor, parameters[name], raw=True))
    cursor.need(")")
    return _ranged(cursor, first, parameters[name], value, span)


def _range(cursor: Cursor, parameter: Parameter) -> tuple[int, int] | None:
    """[LOW..HIGH], in the words of the value."""
    if not cursor.sign("["):
        return None
    low = _value(cursor, parameter)
    high = _dots(cursor, parameter, raw=False)
    cursor.need("]")
    return low, high


def _dots(cursor: Cursor, parameter: Parameter, raw: bool) -> int:
    cursor.need(".")
    cursor.need(".")
    return cursor.integer() if raw else _value(cursor, parameter)


def _ranged(
    cursor: Cursor, first: int, parameter: Parameter, value: int, span: tuple[int, int] | None
) -> Setting:
    least, most = parameter.low, parameter.high
    low, high = span or (least, most)
    if not least <= low <= value <= high <= most:
        low, high = min(low, value), max(high, value)
        raise cursor.span(first).fault(
            "EVT-005", name=parameter.name, low=low, high=high, least=least, most=most
        )
    return Setting(parameter.name, value, low, high)


def _value(cursor: Cursor, parameter: Parameter) -> int:
    unit = parameter.unit
    choices = _choices(cursor.lexicon, unit)
    if choices:
        choice = cursor.phrase("choice", choices)
        if choice is None:
            cursor.fail()
        return int(choice.rpartition("_")[2])
    sort = _sort(unit)
    return needed(cursor, {sort}).value if sort else cursor.integer()


def _choices(lexicon: Lexicon, unit: str) -> list[str]:
    keys = {phrase.key for phrase in lexicon.tables["choice"].every}
    return sorted(key for key in keys if key.rpartition("_")[0] == unit)


def _sort(unit: str) -> str:
    if unit == "ms":
        return TIME
    if unit.startswith("per_mille"):
        return SHARE
    return ANGLE if unit == "degrees" else ""


def setting_text(lexicon: Lexicon, sort: EventKind | Combination, told: Setting) -> str:
    """A setting in words; ValueError when the kind has no such setting."""
    found = [p for p in sort.PARAMETERS if p.name == told.name]
    if not found:
        raise ValueError(told.name)
    parameter = found[0]
    whole = (told.low, told.high) == (parameter.low, parameter.high)
    said = f"{sort.KIND}_{told.name}_{told.value}"
    if whole and lexicon.has("said", said):
        return lexicon.say("said", said)
    key = _key(lexicon, sort, parameter)
    values = (told.value, told.low, told.high)
    if not lexicon.has("setting", key):
        span = "" if whole else f"; {told.low}..{told.high}"
        return f"{lexicon.say('generic', 'setting')}{told.name}={told.value}{span})"
    value, low, high = (_told(lexicon, parameter.unit, one) for one in values)
    span = "" if whole else f" [{low}..{high}]"
    return f"{lexicon.say('setting', key)} {value}{span}"


def _told(lexicon: Lexicon, unit: str, value: int) -> str:
    if lexicon.has("choice", f"{unit}_{value}"):
        return lexicon.say("choice", f"{unit}_{value}")
    sort = _sort(unit)
    return measured(lexicon, sort, value) if sort else str(value)
