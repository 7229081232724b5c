"""Having footage looked at: as far as the basis allows, recorded, resumable."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

from vsa_core.desk.archive import Archive
from vsa_core.desk.identity import Identity
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, recordings
from vsa_core.domain.moment import MICROSECONDS, Span, Window
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.errors import Fault
from vsa_core.pipeline.crew import Crew
from vsa_core.pipeline.index import index
from vsa_core.pipeline.means import Means, Report
from vsa_core.pipeline.observe import Eyes


@dataclass(frozen=True, slots=True)
class Indexed:
    """What a run of indexing did; `failures` are (file name, code).

    firsts: slices of which key pictures were looked at before anything else;
    quarantined: slices at which nobody could look, for it ended whoever did.

    `named`: whether a detector gave names, or motion alone looked.
    """

    run: str
    level: Level
    detector: str
    named: bool
    tracker: str
    files: int
    slices: int
    tracks: int
    points: int
    frames: int
    cancelled: bool
    failures: tuple[tuple[str, str], ...]
    firsts: int = 0
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """What looks at footage on this machine, and how it is named in every pedigree.

    thresholds: the classes that are kept, each with its least score in
    thousandths; they are part of the digest `settings`.
    """

    eyes: Eyes
    detector: str
    detector_digest: str
    tracker: str
    settings: str
    program: str
    thresholds: tuple[tuple[str, int], ...] = ()

    def names(self) -> dict[str, str]:
        """What all who look side by side must have in common, by which they know each other."""
        return {
            "detector": f"{self.detector}:{self.detector_digest}",
            "tracker": self.tracker,
            "settings": self.settings,
            "program": self.program,
        }

    def fields(self, level: Level, window: Window) -> dict[str, Canonical]:
        """What a run of indexing is named by; `window` is the basis'."""
        return {
            "window_us": [window.start, window.end],
            "level": level.value,
            **self.names(),
        }


@dataclass(frozen=True, slots=True)
class Lab:
    """The rooms behind this desk: how files are verified, with what it is looked, and who looks.

    workers: how many slices the crew looks at side by side; rack: the crew
    that the machines of a rack are, of the folder with its papers and the
    case's private key for what they see (X25519).
    """

    identity: Identity
    sight: Callable[[], Sight]
    crew: Callable[[Sight], Crew]
    rack: Callable[[Path, Sight, bytes], Crew]
    workers: int = 1


class Indexing:
    """The looking."""

    def __init__(self, register: Register, tickets: Tickets, lab: Lab) -> None:
        self._register = register
        self._tickets = tickets
        self._lab = lab

    def index(
        self,
        who: SignedIn,
        where: InCase,
        level: Level,
        cameras: tuple[str, ...],
        motive: str,
        progress: Progress,
        cancel: Cancel,
        rack: Path | None = None,
    ) -> Indexed:
        """Look at the files of these cameras (of all in the basis when empty), as the basis allows.

        rack: the folder with the papers of a gateway, where machines of a rack
        are to look. Finished slices are kept whatever happens; asking again
        goes on from there. Raises Tampered (SRC-…) when a file is no longer
        what was admitted, Unreadable (CLU-…) when the rack cannot look.
        """
        archive = self._tickets.archive(who, where)
        wanted = cameras or where.case.basis.cameras
        sight = self._lab.sight()
        order: dict[str, Canonical] = {**sight.fields(level, where.case.basis.window)}
        order["cameras"] = list(wanted)
        if level is not Level.SCAN:
            order["first_level"] = Level.SCAN.value  # where there is much to do
        if rack is not None:
            order["rack"] = True
        deed = Deed(
            Act.INDEX,
            where.case,
            motive,
            question=digest(order),
            about=order,
            models=(sight.detector_digest,),
        )
        grant, receipt = self._register.permit(who.person, deed, wanted)
        done = Deed(Act.RESULT, where.case, question=receipt.question)
        try:
            means = self._means(where, archive, sight, rack)
            report = self._index(where, means, grant.cameras, level, sight, progress, cancel)
            archive.weave()
        except Fault as fault:
            about: dict[str, Canonical] = {"of": receipt.sequence, "code": fault.code}
            aborted = Deed(Act.ABORTED, where.case, question=receipt.question, about=about)
            self._register.write(who.person, aborted)
            raise
        self._register.write(who.person, _told(done, receipt.sequence, report))
        return _indexed(report, level, sight)

    def _index(
        self,
        where: InCase,
        means: Means,
        cameras: tuple[str, ...],
        level: Level,
        sight: Sight,
        progress: Progress,
        cancel: Cancel,
    ) -> Report:
        with means.alone:
            means.catalog.sweep()
        files = means.catalog.footage.all()
        chosen = [f for r in recordings(files) for f in r.files if f.camera in cameras]
        fields = sight.fields(level, where.case.basis.window)
        return index(means, chosen, level, fields, progress, cancel)

    def _means(self, where: InCase, archive: Archive, sight: Sight, rack: Path | None) -> Means:
        """What indexing works with; on a rack, machines elsewhere look."""
        lab, private = self._lab, archive.keys.observations
        return Means(
            allowed=partial(_allowed, where.case.basis.window),
            check=lab.identity.verify,
            same=lab.identity.same,
            crew=lab.rack(rack, sight, private) if rack else lab.crew(sight),
            workers=lab.workers,
            catalog=archive.catalogue,
            segments=archive.segments,
            packets=archive.packets,
            alone=archive.alone,
        )


def _allowed(window: Window, footage: Footage) -> Span | None:
    """The part of a footage that lies in the basis' window; None too when its clock is unclaimed.

    A time that nobody claimed cannot be held against the window; the file
    stays in the coverage as outside the clock.
    """
    stream = footage.stream
    if stream is None or footage.clock is None:
        return None
    origin = footage.corrected(stream.span.start)
    first, last = (
        stream.span.start + (Fraction(t - origin, MICROSECONDS) / stream.time_base).__ceil__()
        for t in (window.start, window.end)
    )
    return stream.span.clipped(Span(first, max(first, last)))


def _told(done: Deed, question: int, report: Report) -> Deed:
    about: dict[str, Canonical] = {
        "of": question,
        "files": report.files,
        "slices": report.slices,
        "tracks": report.tracks,
        "points": report.points,
        "first_slices": report.firsts,
        "quarantined": report.quarantined,
        "failures": [code for _, code in report.failures],
        "cancelled": report.cancelled,
    }
    return Deed(done.act, done.case, question=done.question, about=about)


def _indexed(report: Report, level: Level, sight: Sight) -> Indexed:
    return Indexed(
        run=report.run,
        level=level,
        detector=sight.detector,
        named=sight.eyes.detector is not None,
        tracker=sight.tracker,
        files=report.files,
        slices=report.slices,
        tracks=report.tracks,
        points=report.points,
        frames=report.frames,
        firsts=report.firsts,
        quarantined=report.quarantined,
        cancelled=report.cancelled,
        failures=tuple(report.failures),
    )
