"""The tuple of all event kinds, in menu order; nothing is discovered."""

from dataclasses import replace

from vsa_core.domain.geometry import UNITS, corners_of, shape_of
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import (
    SAME_CAMERA,
    Combination,
    check_shape,
    combination_named,
)
from vsa_core.events.count import Count
from vsa_core.events.crowd_density import CrowdDensity
from vsa_core.events.dwell import Dwell
from vsa_core.events.filter_checks import check_filter, check_grounds
from vsa_core.events.gathering import Gathering
from vsa_core.events.interface import EventKind, Parameter
from vsa_core.events.line_crossing import LineCrossing
from vsa_core.events.part_checks import check_combination, check_part
from vsa_core.events.path_following import PathFollowing
from vsa_core.events.proximity import Proximity
from vsa_core.events.seen import Seen
from vsa_core.events.stopped import Stopped
from vsa_core.events.wrong_way import WrongWay
from vsa_core.events.zone_entry import ZoneEntry
from vsa_core.events.zone_exit import ZoneExit
from vsa_core.events.zone_presence import ZonePresence

KINDS: tuple[EventKind, ...] = (
    Seen(),
    LineCrossing(),
    ZonePresence(),
    ZoneEntry(),
    ZoneExit(),
    Dwell(),
    Stopped(),
    WrongWay(),
    PathFollowing(),
    Gathering(),
    CrowdDensity(),
    Count(),
    Proximity(),
)


def kind_named(name: str) -> EventKind:
    """The kind of that name. Raises WrongUsage (EVT-001) with the names there are."""
    for kind in KINDS:
        if name == kind.KIND:
            return kind
    raise WrongUsage("EVT-001", name=name, known=", ".join(kind.KIND for kind in KINDS))


def sort_of(query: Query) -> EventKind | Combination:
    """The kind of the question, or the way it combines others. Raises WrongUsage (EVT-001)."""
    return combination_named(query.kind) or kind_named(query.kind)


def checked(query: Query) -> EventKind | Combination:
    """The kind, or the combination, of a question that makes sense, all its parts included.

    Raises WrongUsage: EVT-001 unknown kind, EVT-002 no place of the right
    sort, EVT-003 unknown direction, EVT-004 unknown setting, EVT-005 setting
    out of range, EVT-006 unknown class, EVT-007 place outside the picture,
    EVT-008 a setting given twice, EVT-016 and EVT-017 too deep or too large,
    EVT-054 parts of a kind that combines nothing; EVT-010 to EVT-015, EVT-053,
    EVT-055 to EVT-057 wrong parts (`part_checks`); EVT-018, EVT-019 wrong
    filters and EVT-050 to EVT-052 wrong calibrations (`filter_checks`).
    """
    check_shape(query)
    sort = _check_tree(query, "")
    check_grounds(query)
    return sort


def completed(query: Query) -> Query:
    """The same question with every setting written out, so that its digest covers them all.

    Settings come in the kind's own order; those that the question does not
    carry get the default and the slider's full range, `same_camera` its own
    value only. Parts are completed in
    the same way; what they inherit (`combining.resolved`) is not written out.
    Raises WrongUsage as `checked` does.
    """
    checked(query)
    return _completed(query)


def _completed(query: Query) -> Query:
    given = {setting.name: setting for setting in query.settings}
    settings = tuple(
        _fixed(p, given.get(p.name, Setting(p.name, p.default, p.low, p.high)))
        for p in sort_of(query).PARAMETERS
    )
    return replace(query, settings=settings, parts=tuple(map(_completed, query.parts)))


def _fixed(parameter: Parameter, setting: Setting) -> Setting:
    """The setting; what decides which footage is looked at has no range to slide in."""
    if parameter is not SAME_CAMERA:
        return setting
    return replace(setting, low=setting.value, high=setting.value)


def _check_tree(query: Query, whole: str) -> EventKind | Combination:
    sort = sort_of(query)
    if isinstance(sort, Combination):
        check_combination(sort, query, whole)
    else:
        _check_kind(sort, query)
    names = [setting.name for setting in query.settings]
    for setting in query.settings:
        if names.count(setting.name) > 1:
            raise WrongUsage("EVT-008", name=setting.name)
        _check_setting(sort, setting)
    for narrowed in query.filters:
        check_filter(narrowed)
    for part in query.parts:
        _check_tree(part, query.kind)
        check_part(part, query, _is_many(part))
    return sort


def _is_many(query: Query) -> bool:
    return sort_of(query).MANY or any(map(_is_many, query.parts))


def _check_kind(kind: EventKind, query: Query) -> None:
    if query.parts:
        raise WrongUsage("EVT-054", kind=kind.KIND)
    _check_place(kind, query)
    if query.direction and query.direction not in kind.DIRECTIONS:
        known = ", ".join(kind.DIRECTIONS) or "-"
        raise WrongUsage("EVT-003", kind=kind.KIND, direction=query.direction, known=known)
    for name in query.classes:
        if name not in CLASSES:
            raise WrongUsage("EVT-006", name=name, known=", ".join(CLASSES))


def _check_place(kind: EventKind, query: Query) -> None:
    place = query.place
    if (shape_of(place) if place else "") not in kind.PLACES:
        wanted = ", ".join(filter(None, kind.PLACES)) or "-"
        raise WrongUsage("EVT-002", kind=kind.KIND, place=wanted)
    for corner in corners_of(place) if place else ():
        if not (0 <= corner.x <= UNITS and 0 <= corner.y <= UNITS):
            raise WrongUsage("EVT-007", x=corner.x, y=corner.y, most=UNITS)


def _check_setting(kind: EventKind | Combination, setting: Setting) -> None:
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
    known = ", ".join(parameter.name for parameter in kind.PARAMETERS) or "-"
    raise WrongUsage("EVT-004", kind=kind.KIND, name=setting.name, known=known)
