"""Everything a question asks about, once, with its fate as far as the catalogue knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vsa_core.domain.case import Grant
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked, Stretch, joined
from vsa_core.domain.filters import Hours
from vsa_core.domain.footage import Footage, Stream
from vsa_core.domain.held import Held
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.events.combining import crosses_cameras
from vsa_core.search.layers import painted

Fate = tuple[Looked, Level | None]

UNSEEN: Fate = (Looked.NOT_INDEXED, None)
DAMAGED: Fate = (Looked.UNDECODABLE, None)
FORBIDDEN: Fate = (Looked.OUTSIDE_BASIS, None)
UNTIMED: Fate = (Looked.OUTSIDE_CLOCK, None)
ABSENT: Fate = (Looked.NO_FOOTAGE, None)

LONG_AGO, FAR_AHEAD = -(2**53) + 1, 2**53 - 1
"""Farther than any corrected time: the open ends of what the basis leaves out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What bears on every stretch: the question's window, the basis' window, its cameras.

    dated: whether only footage with a clock claim can answer.
    """

    window: Window | None
    basis: Window | None
    cameras: frozenset[str]
    dated: bool


def foreseen(query: Query, grant: Grant, camera: str, held: Held) -> Coverage:
    """The coverage of one camera of a question before it runs.

    Each instant of each admitted file within the asked time appears exactly
    once, and so does each instant of the asked time for which no file was
    admitted. The asked time is the question's window; without one, it runs
    from the first dated picture of the camera to the last, or over the
    basis' window when nothing was admitted for the camera. Of the stretches of
    a file a later one replaces an earlier one, and the gaps found at admission
    lie over all of them. Files that overlap in time each count: one of them
    may be unread. What has no length (a file without pictures, a camera
    without any time) is a stretch of no length, so that it is never silent.
    Footage without a clock claim cannot be held against a window, nor against
    hours of the day, nor against what another camera saw: where the question
    asks for one of these, it is OUTSIDE_CLOCK.
    """
    terms = Terms(query.window, grant.window, frozenset(grant.cameras), needs_clock(query))
    pieces = list(_camera(camera, held.files, terms, held.stretches))
    flat = sorted((p for p in pieces if p.start == p.end), key=lambda p: (p.footage, p.start))
    return Coverage((*joined(pieces).stretches, *flat))


def together(coverages: Iterable[Coverage]) -> Coverage:
    """The coverage of cameras in order of name as one; what has no length comes last."""
    every = [stretch for coverage in coverages for stretch in coverage.stretches]
    flat = [stretch for stretch in every if stretch.start == stretch.end]
    if flat:
        every = [stretch for stretch in every if stretch.start < stretch.end]
    return Coverage((*every, *flat))


def needs_clock(query: Query) -> bool:
    """Whether only footage with a clock claim can answer, whatever its window."""
    return any(isinstance(f, Hours) for f in query.filters) or crosses_cameras(query)


def cameras_asked(query: Query, grant: Grant) -> tuple[str, ...]:
    """The cameras of the question, each once, in its own order."""
    return tuple(dict.fromkeys(query.named_cameras() or grant.cameras))


def _camera(
    camera: str,
    files: Sequence[Footage],
    terms: Terms,
    stretches: Mapping[str, Sequence[Stretch]],
) -> Iterator[Covered]:
    dated: list[tuple[int, int]] = []
    asked = terms.window or _hull(files) or (None if files else terms.basis)
    for footage in files:
        if footage.stream is None:
            yield from _pictureless(footage, terms)
        elif footage.clock is None:
            yield from _undated(footage, footage.stream, terms, stretches)
        elif asked is not None:
            start, end = _extent(footage, footage.stream)
            dated.append((start, end))
            start, end = max(start, asked.start), min(end, asked.end)
            layers = [*_layers(footage, stretches), *_forbidden(camera, terms)]
            for a, b, (looked, level) in painted(start, end, UNSEEN, layers):
                yield Covered(camera, footage.digest, a, b, looked, level)
    yield from _absent(camera, files, asked, dated, terms)


def _absent(
    camera: str,
    files: Sequence[Footage],
    asked: Window | None,
    dated: list[tuple[int, int]],
    terms: Terms,
) -> Iterator[Covered]:
    """Asked time without footage; a camera of which nothing at all is known has no length."""
    if asked is None:
        if not files:
            looked = ABSENT[0] if camera in terms.cameras else FORBIDDEN[0]
            yield Covered(camera, "", 0, 0, looked, None, claimed=False)
        return
    here: Fate | None = None
    layers: list[tuple[int, int, Fate | None]] = [*_forbidden(camera, terms)]
    layers += [(start, end, here) for start, end in dated]
    for a, b, fate in painted(asked.start, asked.end, ABSENT, layers):
        if fate is not None:
            yield Covered(camera, "", a, b, fate[0], None)


def _pictureless(footage: Footage, terms: Terms) -> Iterator[Covered]:
    """A file that gives no picture: its length is unknown, its place is its clock claim."""
    clock = footage.clock
    at = clock.shown + clock.offset if clock else 0
    looked = DAMAGED[0] if footage.camera in terms.cameras else FORBIDDEN[0]
    if clock and terms.window:
        if at >= terms.window.end:
            return
        at = max(at, terms.window.start)
    yield Covered(footage.camera, footage.digest, at, at, looked, None, clock is not None)


def _undated(
    footage: Footage, stream: Stream, terms: Terms, stretches: Mapping[str, Sequence[Stretch]]
) -> Iterator[Covered]:
    start, end = _extent(footage, stream)
    layers = _layers(footage, stretches)
    if terms.window or terms.basis or terms.dated:
        layers = [(start, end, UNTIMED)]
    if footage.camera not in terms.cameras:
        layers = [(start, end, FORBIDDEN)]
    for a, b, (looked, level) in painted(start, end, UNSEEN, layers):
        yield Covered(footage.camera, footage.digest, a, b, looked, level, claimed=False)


def _layers(
    footage: Footage, stretches: Mapping[str, Sequence[Stretch]]
) -> list[tuple[int, int, Fate]]:
    seen = [(s.span, (s.looked, s.level)) for s in stretches.get(footage.digest, ())]
    gaps = [(gap.span, DAMAGED) for gap in footage.gaps]
    return [
        (footage.corrected(span.start), footage.corrected(span.end), fate)
        for span, fate in (*seen, *gaps)
    ]


def _forbidden(camera: str, terms: Terms) -> list[tuple[int, int, Fate]]:
    if camera not in terms.cameras:
        return [(LONG_AGO, FAR_AHEAD, FORBIDDEN)]
    if terms.basis is None:
        return []
    return [(LONG_AGO, terms.basis.start, FORBIDDEN), (terms.basis.end, FAR_AHEAD, FORBIDDEN)]


def _hull(files: Sequence[Footage]) -> Window | None:
    """From the first dated picture to the end of the last."""
    spans = [_extent(f, f.stream) for f in files if f.stream is not None and f.clock is not None]
    if not spans:
        return None
    return Window(min(start for start, _ in spans), max(end for _, end in spans))


def _extent(footage: Footage, stream: Stream) -> tuple[int, int]:
    """Corrected start and end; a lone picture of unknown length lasts a microsecond."""
    start = footage.corrected(stream.span.start)
    return start, max(start + 1, footage.corrected(stream.span.end))
