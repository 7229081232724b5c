"""A question from elsewhere (typed, saved) taken into the panel, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.state.choice import Choice, choice_of
from app.state.narrowing import single
from app.state.parts import EXCEPT, JOINS, Part, Parts
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.filters import Hours
from vsa_core.domain.query import Query, Setting

Sheets = Mapping[str, KindSheet]


def parts_of(query: Query, kinds: Sequence[KindSheet], every: tuple[str, ...]) -> Parts:
    """The parts with which the panel shows that question, and would ask it again.

    What no fields of the panel can say (parts within parts) stays as it is
    written, as one `fixed` part.
    """
    sheets = {sheet.kind: sheet for sheet in kinds}
    parts = _apart(query, sheets, every) if query.parts else _alone(query, sheets, every)
    if parts is not None:
        made = parts.query(every)
        lacks_camera = any(not part.choice.cameras for part in parts.listed)
        if lacks_camera or alike(made, query, sheets, every):
            return parts
    return Parts((Part(0, Choice(kinds[0], every), fixed=query),))


def alike(one: Query, other: Query, sheets: Sheets, every: tuple[str, ...]) -> bool:
    """Whether two questions ask the same, one perhaps with less written out."""
    return _whole(one, sheets, every) == _whole(other, sheets, every)


def spared(query: Query, sheets: Sequence[KindSheet]) -> Query:
    """The question without the settings that are as usual: shorter to read, no less asked."""
    usual = {
        (sheet.kind, p.name): (p.default, p.low, p.high)
        for sheet in sheets
        for p in sheet.parameters
    }
    moved = tuple(
        one
        for one in query.settings
        if usual.get((query.kind, one.name)) != (one.value, one.low, one.high)
    )
    return replace(query, settings=moved, parts=tuple(spared(p, sheets) for p in query.parts))


def _alone(query: Query, sheets: Sheets, every: tuple[str, ...]) -> Parts | None:
    choice = _chosen(query, sheets, every)
    return Parts((Part(0, choice),)) if choice is not None else None


def _apart(query: Query, sheets: Sheets, every: tuple[str, ...]) -> Parts | None:
    if query.kind not in JOINS or len(query.parts) < 2:
        return None
    filler = Choice(next(iter(sheets.values())), every)
    listed = []
    for number, asked in enumerate(query.parts):
        excepted = asked.kind == EXCEPT and len(asked.parts) == 1
        inner = asked.parts[0] if excepted else asked
        choice = _chosen(inner, sheets, every)
        exact = choice is not None and (
            not choice.cameras or alike(choice.query(every), inner, sheets, every)
        )
        part = Part(number, choice) if choice and exact else Part(number, filler, fixed=inner)
        listed.append(replace(part, excepted=excepted))
    outer = replace(query, parts=(), window=None)
    outer = replace(outer, filters=tuple(f for f in query.filters if not isinstance(f, Hours)))
    parts = Parts(tuple(listed), whole=outer)
    period = (query.window.start, query.window.end) if query.window else None
    hours = tuple(one for one in query.filters if isinstance(one, Hours))
    shown = parts.choice
    return parts.with_choice(replace(shown, period=period, filters=(*shown.filters, *hours)))


def _chosen(query: Query, sheets: Sheets, every: tuple[str, ...]) -> Choice | None:
    sheet = sheets.get(query.kind)
    if sheet is None or query.parts or not single(query.filters):
        return None
    if any(camera not in every for camera in query.cameras):
        return None
    return choice_of(query, sheet, every)


def _whole(query: Query, sheets: Sheets, every: tuple[str, ...]) -> Query:
    """The question with its cameras and its settings written out, and no calibration."""
    sheet = sheets.get(query.kind)
    given = {setting.name: setting for setting in query.settings}
    if sheet is not None:
        whole = [Setting(p.name, p.default, p.low, p.high) for p in sheet.parameters]
        given = {setting.name: given.get(setting.name, setting) for setting in whole}
    cameras = query.cameras or (every if sheet is not None else ())
    return replace(
        query,
        cameras=tuple(sorted(cameras)),
        settings=tuple(given[name] for name in sorted(given)),
        parts=tuple(_whole(part, sheets, every) for part in query.parts),
        grounds=(),
    )
