"""The only door to pictures: every look is checked against the basis, recorded, and masked."""

from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.matches import found_again, matched
from vsa_core.desk.projector import Masked, Projector, masked
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.desk.watched import file_of, watched
from vsa_core.domain.case import Act
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Picture, Wanted
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Refused
from vsa_core.store.answer_rows import KeptHit


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
        projector: Projector,
        encode: Callable[[Picture], bytes],
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._projector = projector
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
        footage = file_of(archive, kept.fields["start"]["footage"])
        receipt = self._permit(who, where, kept, footage, motive, examine)
        seen = self._masked(archive, footage, kept, examine)
        return Look(
            picture=seen.picture,
            camera=footage.camera,
            at=seen.at,
            tracks=seen.tracks,
            revealed=seen.revealed,
            masked=len(seen.hidden),
            examined=examine,
            receipt=receipt,
        )

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
        with archive.alone:
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

    def _masked(self, archive: Archive, footage: Footage, kept: KeptHit, examine: bool) -> Masked:
        (seen,) = watched(archive, (footage.digest,))
        pts = int(kept.fields["start"]["pts"])
        seen.check(footage, pts)
        revealed = matched(archive, seen.recording, seen.tracks)
        own = found_again(seen.recording, seen.tracks, kept.fields) if examine else None
        revealed |= {own} if own is not None else frozenset()
        source = self._projector.open(archive, footage)
        try:
            frame = source.at(pts)
            seen.check(footage, frame.at.pts)
            movers = self._projector.movers(archive, footage)
            moving = movers.regions(frame, source, seen.looked[footage.digest])
            return masked(frame, footage, seen.world(), revealed, moving=moving)
        finally:
            source.close()
