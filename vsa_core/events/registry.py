"""The tuple of all event kinds, in menu order; nothing is discovered."""

from dataclasses import replace

from vsa_core.domain.geometry import UNITS, corners_of, shape_of
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.dwell import Dwell
from vsa_core.events.interface import EventKind
from vsa_core.events.line_crossing import LineCrossing
from vsa_core.events.zone_entry import ZoneEntry
from vsa_core.events.zone_exit import ZoneExit

KINDS: tuple[EventKind, ...] = (LineCrossing(), ZoneEntry(), ZoneExit(), Dwell())


def kind_named(name: str) -> EventKind:
    """The kind of that name. Raises WrongUsage (EVT-001) with the names there are."""
    for kind in KINDS:
        if name == kind.KIND:
            return kind
    raise WrongUsage("EVT-001", name=name, known=", ".join(kind.KIND for kind in KINDS))


def checked(query: Query) -> EventKind:
    """The kind of a question that makes sense.

    Raises WrongUsage: EVT-001 unknown kind, EVT-002 no place of the right
    sort, EVT-003 unknown direction, EVT-004 unknown setting, EVT-005 setting
    out of range, EVT-006 unknown class, EVT-007 place outside the picture,
    EVT-008 a setting given twice.
    """
    kind = kind_named(query.kind)
    _check_place(kind, query)
    if query.direction and query.direction not in kind.DIRECTIONS:
        known = ", ".join(kind.DIRECTIONS) or "-"
        raise WrongUsage("EVT-003", kind=kind.KIND, direction=query.direction, known=known)
    names = [setting.name for setting in query.settings]
    for setting in query.settings:
        if names.count(setting.name) > 1:
            raise WrongUsage("EVT-008", name=setting.name)
        _check_setting(kind, setting)
    for name in query.classes:
        if name not in CLASSES:
            raise WrongUsage("EVT-006", name=name, known=", ".join(CLASSES))
    return kind


def completed(query: Query) -> Query:
    """The same question with every setting written out, so that its digest covers them all.

    Settings come in the kind's own order; those that the question does not
    carry get the default and the slider's full range. Raises WrongUsage as
    `checked` does.
    """
    given = {setting.name: setting for setting in query.settings}
    settings = [
        given.get(p.name, Setting(p.name, p.default, p.low, p.high))
        for p in checked(query).PARAMETERS
    ]
    return replace(query, settings=tuple(settings))


def _check_place(kind: EventKind, query: Query) -> None:
    place = query.place
    if (shape_of(place) if place else "") not in kind.PLACES:
        wanted = ", ".join(filter(None, kind.PLACES)) or "-"
        raise WrongUsage("EVT-002", kind=kind.KIND, place=wanted)
    for corner in corners_of(place) if place else ():
        if not (0 <= corner.x <= UNITS and 0 <= corner.y <= UNITS):
            raise WrongUsage("EVT-007", x=corner.x, y=corner.y, most=UNITS)


def _check_setting(kind: EventKind, setting: Setting) -> None:
    for parameter in kind.PARAMETERS:
        if parameter.name == setting.name:
            if setting.low < parameter.low or setting.high > parameter.high:
                raise WrongUsage(
                    "EVT-005",
                    name=setting.name,
                    low=setting.low,
                    high=setting.high,
                    least=parameter.low,
                    most=parameter.high,
                )
            return
    known = ", ".join(parameter.name for parameter in kind.PARAMETERS)
    raise WrongUsage("EVT-004", kind=kind.KIND, name=setting.name, known=known)
