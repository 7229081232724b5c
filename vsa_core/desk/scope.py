"""What a wish to export comes down to: one recording, one stretch of it, the hits behind it."""

from dataclasses import dataclass
from fractions import Fraction

from vsa_core.desk.archive import Archive
from vsa_core.domain.coverage import Coverage, Covered, Looked, Stretch, joined
from vsa_core.domain.event import Hit, event_of
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.moment import MICROSECONDS, Span, Window
from vsa_core.errors import WrongUsage

LONGEST = 600 * MICROSECONDS
"""One export covers at most ten minutes of one camera, like one view."""


INSTANT = MICROSECONDS // 2
"""Margin at least, each side, of what happened in one instant: between two pictures is nothing."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to take out: hits of one recording, or a window of one camera.

    margin: microseconds before and after hits; folder: "" for one in the
    case; recipient: who will receive it (CSI art. R. 236-59); zone: the time
    zone that burnt times are written in.
    """

    hits: tuple[str, ...]
    camera: str
    window: Window | None
    margin: int
    folder: str
    recipient: str
    language: str
    zone: str = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Scope:
    """One stretch of one recording, on the corrected axis, and the hits that led to it."""

    recording: Recording
    start: int
    end: int
    hits: tuple[Hit, ...]

    def shares(self) -> tuple[tuple[Footage, Span], ...]:
        """Each file with the part of it that lies in the stretch, in time order."""
        found = ((f, _share(f, self.start, self.end)) for f in self.recording.files)
        return tuple((f, span) for f, span in found if span is not None)


def scope_of(archive: Archive, wish: Wish) -> Scope:
    """The stretch that a wish means.

    Raises WrongUsage: CAS-060 neither hits nor a camera with a window,
    CAS-061 hits of several recordings, CAS-062 more than ten minutes,
    CAS-063 no footage there.
    """
    scope = _of_hits(archive, wish) if wish.hits else _of_window(archive, wish)
    if scope.end - scope.start > LONGEST:
        raise WrongUsage("CAS-062", minutes=LONGEST // (60 * MICROSECONDS))
    if not scope.shares():
        raise WrongUsage("CAS-063", camera=scope.recording.camera)
    return scope


def covered(archive: Archive, scope: Scope) -> Coverage:
    """What had been looked at over the stretch."""
    found = []
    for footage, span in scope.shares():
        stretches = archive.catalogue.runs.stretches(footage.digest)
        known = [_covered(footage, s, span) for s in stretches]
        found += [piece for piece in known if piece is not None]
        if not stretches:
            whole = Stretch(span, Looked.NOT_INDEXED, None)
            missing = _covered(footage, whole, span)
            found += [missing] if missing else []
    return joined(found)


def _covered(footage: Footage, stretch: Stretch, span: Span) -> Covered | None:
    part = stretch.span.clipped(span)
    if part is None:
        return None
    start, end = footage.corrected(part.start), footage.corrected(part.end)
    claimed = footage.clock is not None
    return Covered(
        footage.camera, footage.digest, start, end, stretch.looked, stretch.level, claimed
    )


def _of_hits(archive: Archive, wish: Wish) -> Scope:
    kept = [archive.catalogue.answers.hit(name) for name in wish.hits]
    hits = tuple(Hit(one.name, event_of(one.fields)) for one in kept)
    stamps = [stamp for hit in hits for stamp in (hit.event.start, hit.event.end)]
    homes = {_home(archive, stamp.footage).name: stamp.footage for stamp in stamps}
    found = [_home(archive, footage) for footage in homes.values()]
    if len(found) > 1:  # hits of several films, or a sequence from one camera to another
        raise WrongUsage("CAS-061", cameras=", ".join(dict.fromkeys(r.camera for r in found)))
    (recording,) = found
    files = {f.digest: f for f in recording.files}
    starts = [files[h.event.start.footage].corrected(h.event.start.pts) for h in hits]
    ends = [files[h.event.end.footage].corrected(h.event.end.pts) for h in hits]
    first, last = recording.files[0], recording.files[-1]
    margin = wish.margin if min(starts) < max(ends) else max(wish.margin, INSTANT)
    return Scope(
        recording,
        max(min(starts) - margin, _edge(first, last=False)),
        min(max(ends) + margin, _edge(last, last=True)),
        hits,
    )


def _of_window(archive: Archive, wish: Wish) -> Scope:
    if not wish.camera or wish.window is None:
        raise WrongUsage("CAS-060")
    for recording in recordings(archive.catalogue.footage.all()):
        start, end = _edge(recording.files[0], last=False), _edge(recording.files[-1], last=True)
        if recording.camera == wish.camera and wish.window.overlaps(start, end):
            return Scope(recording, max(start, wish.window.start), min(end, wish.window.end), ())
    raise WrongUsage("CAS-063", camera=wish.camera)


def _home(archive: Archive, digest: str) -> Recording:
    for recording in recordings(archive.catalogue.footage.all()):
        if any(footage.digest == digest for footage in recording.files):
            return recording
    raise WrongUsage("CAS-063", camera=digest)


def _edge(footage: Footage, last: bool) -> int:
    if footage.stream is None:
        raise WrongUsage("CAS-063", camera=footage.camera)
    span = footage.stream.span
    return footage.corrected(span.end if last else span.start)


def _share(footage: Footage, start: int, end: int) -> Span | None:
    stream = footage.stream
    if stream is None:
        return None
    origin = footage.corrected(stream.span.start)
    first, last = (
        stream.span.start + (Fraction(t - origin, MICROSECONDS) / stream.time_base).__ceil__()
        for t in (start, end)
    )
    return Span(first, max(first, last)).clipped(stream.span)
