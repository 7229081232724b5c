"""What is known of a recording at one instant: who was there, and where that is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.matches import closely
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Tracks
from vsa_core.errors import Refused, Unreadable
from vsa_core.legal.onshow import World
from vsa_core.legal.stature import stature


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """One recording with all its tracks, and where it was looked at closely.

    looked: pts spans by digest of the file. Both are of one instant: a
    stretch never counts as looked at with the tracks of another look.
    """

    recording: Recording
    tracks: Tracks
    looked: Mapping[str, tuple[Span, ...]]

    def world(self) -> World:
        """The tracks with what they tell of how tall people are there; worked out at each call."""
        return World(self.tracks, stature(self.tracks))

    def check(self, footage: Footage, pts: int) -> None:
        """Refused (CAS-050) where nobody looked closely: whom to mask there is not known."""
        if not any(span.start <= pts < span.end for span in self.looked[footage.digest]):
            raise Refused("CAS-050", name=footage.name)


def watched(archive: Archive, files: Iterable[str]) -> tuple[Watched, ...]:
    """What is known of the recordings that some files (digests) lie in, all as of now."""
    wanted = frozenset(files)
    with archive.alone:
        shelf = archive.shelf()
        found = recordings(archive.catalogue.footage.all())
        chosen = (r for r in found if not wanted.isdisjoint(f.digest for f in r.files))
        return tuple(Watched(r, shelf.tracks(r, Wanted()), _looked(archive, r)) for r in chosen)


def file_of(archive: Archive, digest: str) -> Footage:
    """A file with pictures of the case; Unreadable (CAS-052) when there is none."""
    for footage in archive.catalogue.footage.all():
        if footage.digest == digest and footage.stream is not None:
            return footage
    raise Unreadable("CAS-052", footage=digest)


def _looked(archive: Archive, recording: Recording) -> dict[str, tuple[Span, ...]]:
    stretches = archive.catalogue.runs.stretches
    return {
        footage.digest: touching(s.span for s in stretches(footage.digest) if closely(s))
        for footage in recording.files
    }


def touching(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order of time, those that touch made one: a calm stretch parts no look."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and found[-1].end == span.start:
            span = Span(found.pop().start, span.end)
        found.append(span)
    return tuple(found)
