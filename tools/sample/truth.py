"""What happens before each camera, computed from the play (docs/truth-format.md)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.sample import acts, street, yard
from tools.sample.acts import Act, Patch
from tools.sample.view import View

_FINE = 0.002  # seconds between the instants at which the play is examined
_PERSON = '["person"]'


@dataclass(frozen=True, slots=True)
class Happening:
    """One event on the camera's own time, in seconds since the first picture of all its files.

    `end` is None for an instant, or for a stay that outlasts the film.
    """

    start: float
    end: float | None
    direction: str
    figure: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to one camera, its place already written for the file, and its answers."""

    name: str
    kind: str
    place: str
    tolerance: str
    settings: str
    answers: tuple[Happening, ...]


def street_questions(seconds: float) -> tuple[Asked, ...]:
    """Who crosses the line, and who comes to the door."""
    crossings = _all(acts.STREET, seconds, _crossings)
    entries = _all(acts.STREET, seconds, lambda act: _visits(act, acts.DOORSTEP, 0.0))
    arrivals = tuple(Happening(one.start, None, "", one.figure) for one in entries)
    return (
        Asked("franchissement", "line_crossing", _line(street.VIEW), "1.0", "", crossings),
        Asked("porte", "zone_entry", _zone(street.VIEW, acts.DOORSTEP), "1.0", "", arrivals),
    )


def yard_questions(seconds: float) -> tuple[Asked, ...]:
    """Who stays long before the gate."""
    stays = _all(acts.YARD, seconds, lambda act: _visits(act, acts.WAIT, acts.LONG))
    minimum = f"minimum = {round(acts.LONG * 1000)}"
    place = _zone(yard.VIEW, acts.WAIT)
    return (Asked("attente", "dwell", place, "2.0", minimum, stays),)


def document(clip: str, camera: str, begin: float, end: float, asked: tuple[Asked, ...]) -> str:
    """The truth of one file, which shows [begin, end) seconds of its camera's film, as TOML.

    An event within a second of a cut belongs to the recording, not to one of
    its files: see `across`.
    """
    head = [
        "truth = 1",
        f'clip = "{clip}"',
        f'camera = "{camera}"',
        f"length = {end - begin:.3f}",
        'note = "Images de synthèse : la vérité est calculée, non relevée."',
    ]
    return "\n".join([*head, *(_table(one, begin, end) for one in asked)]) + "\n"


def across(asked: tuple[Asked, ...], cuts: tuple[float, ...]) -> tuple[tuple[str, Happening], ...]:
    """Questions and answers that only the joined files show: within a second of a cut."""
    return tuple(
        (one.name, answer)
        for one in asked
        for answer in one.answers
        if any(abs(answer.start - cut) < 1 for cut in cuts)
    )


def _table(one: Asked, begin: float, end: float) -> str:
    lines = [
        "",
        "[[questions]]",
        f'name = "{one.name}"',
        f'kind = "{one.kind}"',
        one.place,
        f"classes = {_PERSON}",
        f"tolerance = {one.tolerance}",
    ]
    if one.settings:
        lines.append(f"settings = {{ {one.settings} }}")
    told = [answer for answer in one.answers if _within(answer, begin, end)]
    return "\n".join([*lines, *(_event(answer, begin) for answer in told)])


def _within(answer: Happening, begin: float, end: float) -> bool:
    first, last = begin + (1 if begin else 0), end - 1
    return first <= answer.start < last


def _event(answer: Happening, begin: float) -> str:
    lines = ["", "[[questions.events]]", f"time = {answer.start - begin:.3f}"]
    if answer.end is not None:
        lines.append(f"end = {answer.end - begin:.3f}")
    if answer.direction:
        lines.append(f'direction = "{answer.direction}"')
    return "\n".join([*lines, f'note = "{answer.figure}"'])


def _all(
    play: tuple[Act, ...], seconds: float, find: Callable[[Act], Iterator[Happening]]
) -> tuple[Happening, ...]:
    """Every round's happenings that begin before the film ends, in order."""
    found: list[Happening] = []
    for turn in range(int(seconds // acts.ROUND) + 1):
        shift = turn * acts.ROUND
        for act in play:
            found += (_moved(one, shift, seconds) for one in find(act))
    return tuple(sorted((h for h in found if h.start < seconds), key=lambda h: h.start))


def _moved(one: Happening, shift: float, seconds: float) -> Happening:
    end = None if one.end is None or one.end + shift >= seconds else one.end + shift
    return Happening(one.start + shift, end, one.direction, one.figure)


def _crossings(act: Act) -> Iterator[Happening]:
    """Where a walker passes the line; vehicles are not asked for."""
    if act.figure == "bus":
        return
    for (t0, x0, _), (t1, x1, _) in pairwise(act.knots):
        if (x0 - acts.STREET_LINE) * (x1 - acts.STREET_LINE) < 0:
            at = t0 + (t1 - t0) * (acts.STREET_LINE - x0) / (x1 - x0)
            yield Happening(at, None, "right" if x1 > x0 else "left", act.figure)


def _visits(act: Act, patch: Patch, least: float) -> Iterator[Happening]:
    """When a walker's feet are in the patch for at least that many seconds."""
    if act.figure == "bus":
        return
    times = np.arange(act.knots[0][0], act.knots[-1][0], _FINE)
    inside = np.concatenate([[False], patch.holds(act.at(times)), [False]])
    turns = np.flatnonzero(np.diff(inside.astype(np.int8)))
    for first, last in zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True):
        start, end = float(times[first]), float(times[last - 1])
        if end - start >= least:
            yield Happening(start, end, "", act.figure)


def _line(view: View) -> str:
    """From near to far: walking along it, its right-hand side is the picture's right."""
    ends = [(acts.STREET_LINE, street.FRONT - 0.2), (acts.STREET_LINE, 2.55)]
    return f"line = {_points(view, ends[::-1])}"


def _zone(view: View, patch: Patch) -> str:
    corners = [
        (patch.left, patch.near),
        (patch.right, patch.near),
        (patch.right, patch.far),
        (patch.left, patch.far),
    ]
    return f"zone = {_points(view, corners)}"


def _points(view: View, spots: list[tuple[float, float]]) -> str:
    """Fractions of the picture, to a thousandth."""
    width, height = view.size
    pixels = [view.pixel(x, y) for x, y in spots]
    told = (f"[{min(1, max(0, x / width)):.4f}, {min(1, max(0, y / height)):.4f}]"
            for x, y in pixels)  # fmt: skip
    return f"[{', '.join(told)}]"
