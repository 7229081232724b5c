"""The only door to pictures: every look is checked against the basis, recorded, and masked."""

from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.matches import closely, found_again, matched
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Frame, FrameOpener, Picture, Wanted
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.replay import present
from vsa_core.domain.track import Tracks
from vsa_core.errors import Refused, Unreadable
from vsa_core.legal.masking import mask, shown_at
from vsa_core.store.answer_rows import KeptHit
from vsa_core.store.mark_rows import Mark, Verdict

HOLD = 500_000
"""Microseconds by which a mask comes before a track's first point and stays after its last."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit that a person accepted or rejected."""

    hit: str
    track: int
    camera: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class Look:
    """One masked picture: where and when, which tracks are on it, which are unmasked.

    `examined` when a mask was lifted for this look: such a picture is for the
    screen only, and `png` refuses it.
    """

    picture: Picture
    camera: str
    at: Stamp
    tracks: tuple[int, ...]
    revealed: tuple[int, ...]
    masked: int
    examined: bool
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Followed:
    """The tracks of one recording."""

    recording: Recording
    tracks: Tracks


class Viewing:
    """Pictures of a case, always masked but for what a person accepted or examines."""

    def __init__(
        self,
        register: Register,
        tickets: Tickets,
        opener: FrameOpener,
        check: Callable[[Footage], None],
        encode: Callable[[Picture], bytes],
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._opener = opener
        self._check = check
        self._encode = encode

    def look(
        self, who: SignedIn, where: InCase, hit: str, motive: str, examine: bool = False
    ) -> Look:
        """The picture on which a hit begins, by the hit's name or the beginning of it.

        With `examine`, the mask of the hit's own track is lifted for this
        look; the record says so. Raises Refused (LAW-…) outside the basis,
        CAS-050 where nobody looked closely yet: whom to mask is not
        known there.
        """
        archive = self._tickets.archive(who, where)
        kept = archive.catalogue.answers.hit(hit)
        start = kept.fields["start"]
        recording, footage = _place(archive, start["footage"])
        receipt = self._permit(who, where, kept, footage, motive, examine)
        frame = self._frame(archive, footage, int(start["pts"]))
        return self._masked(archive, recording, footage, frame, kept, receipt, examine)

    def tracks(
        self, who: SignedIn, where: InCase, camera: str, motive: str
    ) -> tuple[Followed, ...]:
        """The tracks of one camera, boxes without pictures, each recording on its own.

        What lies outside the basis' window is left out: a track is told when
        it has a point inside. Recorded as a view.
        """
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {"camera": camera, "what": "tracks"}
        deed = Deed(Act.VIEW, where.case, motive, digest(about), about)
        self._register.permit(who.person, deed, (camera,))
        window = where.case.basis.window
        wanted = Wanted(start=window.start, end=window.end)
        found = recordings(archive.catalogue.footage.all())
        shelf = archive.shelf()
        return tuple(Followed(r, shelf.tracks(r, wanted)) for r in found if r.camera == camera)

    def close(self, who: SignedIn, where: InCase, look: Look) -> None:
        """Record what was really shown."""
        self._tickets.archive(who, where)
        about: dict[str, Canonical] = {
            "of": look.receipt.sequence,
            "tracks": len(look.tracks),
            "masked": look.masked,
            "revealed": list(look.revealed),
        }
        act = Act.VIEW_CLOSE
        deed = Deed(act, where.case, question=look.receipt.question, about=about)
        self._register.write(who.person, deed)

    def judge(self, who: SignedIn, where: InCase, hit: str, accepted: bool, motive: str) -> Judged:
        """Accept or reject a hit, with a motive; only a match unmasks in an export."""
        archive = self._tickets.archive(who, where)
        kept = archive.catalogue.answers.hit(hit)
        fields = kept.fields
        act, verdict = (Act.MATCH, Verdict.MATCH) if accepted else (Act.REJECT, Verdict.REJECT)
        about: dict[str, Canonical] = {
            "hit": kept.name,
            "recording": fields["recording"],
            "track": fields["track"],
        }
        order = digest({"hit": kept.name, "verdict": verdict.value})
        deed = Deed(act, where.case, motive, order, about)
        _, receipt = self._register.permit(who.person, deed, (fields["camera"],))
        mark = Mark(
            recording=fields["recording"],
            chain=fields["track"],
            verdict=verdict,
            person=who.person.name,
            motive=motive,
            sequence=receipt.sequence,
            at=self._register.now(),
            hit=kept.name,
        )
        archive.catalogue.marks.add(mark)
        return Judged(kept.name, mark.chain, fields["camera"], accepted)

    def png(self, look: Look) -> bytes:
        """The picture of a look as PNG; Refused (CAS-051) when a mask was lifted to examine."""
        if look.examined:
            raise Refused("CAS-051")
        return self._encode(look.picture)

    def _permit(
        self,
        who: SignedIn,
        where: InCase,
        kept: KeptHit,
        footage: Footage,
        motive: str,
        examine: bool,
    ) -> Receipt:
        start = kept.fields["start"]
        about: dict[str, Canonical] = {
            "hit": kept.name,
            "footage": footage.digest,
            "camera": footage.camera,
            "pts": start["pts"],
            "track": kept.fields["track"] if examine else None,
        }
        at = footage.corrected(start["pts"])
        window = Window(at, at + 1) if footage.clock else None
        deed = Deed(Act.VIEW, where.case, motive, digest(about), about)
        if examine:
            lifted = Deed(Act.EXAMINE, where.case, motive, digest(about), about)
            self._register.permit(who.person, lifted, (footage.camera,), window)
        _, receipt = self._register.permit(who.person, deed, (footage.camera,), window)
        return receipt

    def _frame(self, archive: Archive, footage: Footage, pts: int) -> Frame:
        stretches = archive.catalogue.runs.stretches(footage.digest)
        here = [s for s in stretches if s.span.start <= pts < s.span.end]
        if not any(closely(s) for s in here):
            raise Refused("CAS-050", name=footage.name)
        self._check(footage)
        source = self._opener(footage, archive.packets.read(footage.digest))
        try:
            return source.at(pts)
        finally:
            source.close()

    def _masked(
        self,
        archive: Archive,
        recording: Recording,
        footage: Footage,
        frame: Frame,
        kept: KeptHit,
        receipt: Receipt,
        examine: bool,
    ) -> Look:
        tracks = archive.shelf().tracks(recording, Wanted())
        at = footage.corrected(frame.at.pts)
        here = present(tracks, at, HOLD)
        accepted = matched(archive, recording, tracks)
        own = found_again(recording, tracks, kept.fields) if examine else None
        revealed = accepted | ({own} if own is not None else frozenset())
        picture = frame.bgr()
        size = (picture.shape[1], picture.shape[0])
        shown = shown_at(here, tracks, size, frozenset(revealed))
        stamp = Stamp(
            footage.digest, frame.at.pts, frame.at.time_base, at if footage.clock else None
        )
        return Look(
            picture=mask(picture, shown),
            camera=footage.camera,
            at=stamp,
            tracks=tuple(one.track for one in shown),
            revealed=tuple(one.track for one in shown if one.revealed),
            masked=sum(not one.revealed for one in shown),
            examined=examine,
            receipt=receipt,
        )


def _place(archive: Archive, name: str) -> tuple[Recording, Footage]:
    for recording in recordings(archive.catalogue.footage.all()):
        for footage in recording.files:
            if footage.digest == name:
                return recording, footage
    raise Unreadable("CAS-052", footage=name)
