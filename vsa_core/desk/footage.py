"""Admitting files to a case, and having them looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.archive import Archive
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Stretch
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Unreadable
from vsa_core.intake.admit import Admitted
from vsa_core.legal.basis import check_exhibit


@dataclass(frozen=True, slots=True)
class Admission:
    """A file to admit; `clock` None when nobody knows the recorder's time."""

    path: str
    camera: str
    exhibit: str
    clock: ClockClaim | None


@dataclass(frozen=True, slots=True)
class FootageSheet:
    """One admitted file, and what became of each of its stretches so far."""

    footage: Footage
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Geometry:
    """What places and times of an answer are told with.

    size: width and height of the upright picture of the cameras asked about,
    None when they differ or have none; firsts: pts of the first picture of
    each file of the case, by digest.
    """

    size: tuple[int, int] | None
    firsts: Mapping[str, int]


class FootageDesk:
    """The footage of a case."""

    def __init__(
        self, register: Register, tickets: Tickets, admit: Callable[[Admission], Admitted]
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._admit = admit

    def admit(self, who: SignedIn, where: InCase, admission: Admission, motive: str) -> Footage:
        """Hash, probe and enter one file; whatever its state, it gets a final one.

        The act is recorded before the file is opened, with its outcome
        after. Raises Refused (SRC-…) for what is not a closed regular file,
        LAW-… outside the basis or without an exhibit (CPP art. 230-21), CAS-040 when the case
        holds this file already.
        """
        archive = self._tickets.archive(who, where)
        about = {"camera": admission.camera, "exhibit": admission.exhibit}
        deed = Deed(Act.ADMIT, where.case, motive, about=about)
        try:
            check_exhibit(admission.exhibit)
            self._register.permit(who.person, deed, (admission.camera,))
            admitted = self._admit(admission)
            self._check_new(archive, admitted.footage)
        except (Refused, Unreadable) as fault:
            self._register.deny(who.person, deed, fault)
            raise
        footage = admitted.footage
        outcome: dict[str, Canonical] = {
            **about,
            "footage": footage.digest,
            "state": footage.state.value,
            "reason": footage.reason,
        }
        self._register.write(who.person, Deed(Act.ADMIT, where.case, motive, about=outcome))
        with archive.alone:
            if admitted.footage.stream is not None:
                archive.packets.write(footage.digest, admitted.packets)
            archive.catalogue.footage.add(footage)
        return footage

    def claim_clock(
        self, who: SignedIn, where: InCase, footage: str, claim: ClockClaim, motive: str
    ) -> Footage:
        """State another time for a file, by its digest; the old claim stays in the journal."""
        archive = self._tickets.archive(who, where)
        before = archive.catalogue.footage.get(footage)
        about: dict[str, Canonical] = {
            "footage": footage,
            "before": _claim_fields(before.clock),
            "after": _claim_fields(claim),
        }
        deed = Deed(Act.CLOCK, where.case, motive, about=about)
        self._register.permit(who.person, deed, (before.camera,))
        with archive.alone:
            archive.catalogue.footage.set_clock(footage, claim)
            archive.weave()
        return archive.catalogue.footage.get(footage)

    def listed(self, who: SignedIn, where: InCase) -> tuple[FootageSheet, ...]:
        """Every admitted file with its stretches; the reading is recorded."""
        archive = self._consulted(who, where, "footage")
        rows = archive.catalogue
        return tuple(FootageSheet(f, rows.runs.stretches(f.digest)) for f in rows.footage.all())

    def geometry(self, who: SignedIn, where: InCase, cameras: tuple[str, ...] = ()) -> Geometry:
        """The pictures of these cameras (all of the basis when empty); one reading, recorded."""
        files = self._consulted(who, where, "geometry").catalogue.footage.all()
        wanted = cameras or where.case.basis.cameras
        seen = [f.stream for f in files if f.stream and f.camera in wanted]
        sizes = {(stream.width, stream.height) for stream in seen}
        firsts = {f.digest: f.stream.span.start for f in files if f.stream}
        return Geometry(sizes.pop() if len(sizes) == 1 else None, firsts)

    def picture_times(self, who: SignedIn, where: InCase, digest: str) -> NDArray[np.int64]:
        """(n,) corrected microseconds of each picture of a file, in display order."""
        archive = self._consulted(who, where, "picture_times")
        footage = archive.catalogue.footage.get(digest)
        if footage.stream is None:
            return np.zeros(0, np.int64)
        span, pts = footage.stream.span, archive.packets.read(digest).pts
        shown = np.unique(pts[(pts >= span.start) & (pts < span.end)])
        return np.array([footage.corrected(p) for p in shown.tolist()], np.int64)

    def _consulted(self, who: SignedIn, where: InCase, what: str) -> Archive:
        archive = self._tickets.archive(who, where)
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about={"what": what}))
        return archive

    def _check_new(self, archive: Archive, footage: Footage) -> None:
        for known in archive.catalogue.footage.all():
            if known.digest == footage.digest:
                raise Refused("CAS-040", name=footage.name, known=known.name, camera=known.camera)


def _claim_fields(claim: ClockClaim | None) -> Canonical:
    if claim is None:
        return None
    return {
        "shown_us": claim.shown,
        "offset_us": claim.offset,
        "uncertainty_us": claim.uncertainty,
        "author": claim.author,
    }
