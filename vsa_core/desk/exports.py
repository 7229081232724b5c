"""The only door out: basis, masks, journal, clip, manifest; and the check that anybody can run."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from vsa_core.desk.archive import Archive
from vsa_core.desk.hiding import Hiding
from vsa_core.desk.identity import Identity
from vsa_core.desk.leaving import Gate, leaving
from vsa_core.desk.machine import Machine
from vsa_core.desk.matches import matched
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.scope import Scope, Wish, covered, scope_of
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.desk.watched import Watched, watched
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Cancel, FrameOpener, Progress
from vsa_core.domain.provenance import Canonical, Pedigree
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Fault, Refused, Unreadable
from vsa_core.export.check import check_package
from vsa_core.export.clip import Watch, can_encode
from vsa_core.export.manifest import JournalHead, Paper, Source
from vsa_core.export.order import Cut, ExportOrder
from vsa_core.export.package import Package, Request, write_package
from vsa_core.export.seal import Party, Signer
from vsa_core.export.shots import Piece
from vsa_core.export.words import Words, read_words
from vsa_core.keys.signatures import verify
from vsa_core.legal.masking import RULE
from vsa_core.pipeline.sweep import Lens
from vsa_core.store.answer_rows import Exported as ExportRow

EXPORTS = "exports"
"""Folder of a case's exports, unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A written export; `head` is `size : root` of the journal as printed in it."""

    folder: str
    clip: str
    manifest: str
    frames: int
    microseconds: int
    head: str
    receipt: int


@dataclass(frozen=True, slots=True)
class CheckedExport:
    """A package found whole: its files, its case, the fingerprints of who signed it."""

    files: int
    case: str
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """The means of exporting: how to open and verify footage, words, machine, software, lens."""

    opener: FrameOpener
    identity: Identity
    i18n: Path
    machine: Machine
    software: Mapping[str, str]
    lens: Callable[[], Lens]

    def gate(self, progress: Progress, cancel: Cancel) -> Gate:
        """What opens and looks at the files of one export."""
        return Gate(self.opener, self.identity, self.lens, progress, cancel)

    def words(self) -> tuple[Words, ...]:
        """French and English, in that order."""
        return tuple(read_words(self.i18n, language) for language in ("fr", "en"))

    def signer(self) -> Signer:
        """The installation, which signs beside the person."""
        party = Party("installation", self.machine.origin, self.machine.public_key)
        return Signer(party, self.machine.sign)


@dataclass(frozen=True, slots=True)
class _Job:
    """One export on its way: who, where, of what, under which order and receipt."""

    who: SignedIn
    where: InCase
    archive: Archive
    scope: Scope
    seen: Watched
    coverage: Coverage
    pedigrees: tuple[Pedigree, ...]
    order: ExportOrder
    receipt: Receipt


class Exports:
    """What leaves a case."""

    def __init__(self, register: Register, tickets: Tickets, press: Press) -> None:
        self._register = register
        self._tickets = tickets
        self._press = press
        self.hiding = Hiding(register, tickets, press.gate)

    def export(
        self,
        who: SignedIn,
        where: InCase,
        wish: Wish,
        motive: str,
        progress: Progress,
        cancel: Cancel,
    ) -> Exported:
        """Write one annotated clip with its paper; everybody masked but accepted tracks.

        The order is recorded before anything is written, its end after.
        Raises Refused (LAW-…, CAS-064) outside the basis, (CAS-050) where
        nobody looked closely yet, WrongUsage (CAS-060 to CAS-063) for a wish
        that is not one stretch of one recording.
        """
        archive = self._tickets.archive(who, where)
        with archive.alone:
            scope = scope_of(archive, wish)
            (seen,) = watched(archive, (scope.recording.name,))
            coverage = covered(archive, scope)
            pedigrees = tuple(archive.pedigree(footage) for footage, _ in scope.shares())
        accepted = matched(archive, scope.recording, seen.tracks)
        order = _order(who, where, wish, scope, accepted, motive)
        receipt = self._permit(who, where, wish, scope, order)
        job = _Job(who, where, archive, scope, seen, coverage, pedigrees, order, receipt)
        try:
            package = self._write(job, wish, Watch(progress, cancel))
        except Fault as fault:
            about: dict[str, Canonical] = {"of": receipt.sequence, "code": fault.code}
            self._end(job, Act.ABORTED, about)
            raise
        return self._done(job, package)

    @staticmethod
    def can_encode() -> bool:
        """Whether H.264 can be written here, by encoding two frames; says nothing of any case."""
        return can_encode()

    def verify(self, folder: str, key: str = "") -> CheckedExport:
        """Check a package from its own bytes alone; needs no case, no person, no journal.

        `key`: fingerprint that must be among the signers'. Raises Tampered
        (EXP-…) naming the file that is not what was signed.
        """
        checked = check_package(Path(folder), verify, (key,) if key else ())
        prints = tuple(party.fingerprint for party in checked.signers)
        case = str(checked.manifest["order"]["case"])
        return CheckedExport(len(checked.manifest["files"]) + 2, case, prints)

    def _permit(
        self, who: SignedIn, where: InCase, wish: Wish, scope: Scope, order: ExportOrder
    ) -> Receipt:
        about: dict[str, Canonical] = {
            "camera": order.camera,
            "window_us": [scope.start, scope.end],
            "matched": list(order.matched),
            "hits": len(order.hits),
            "recipient": wish.recipient or "procedure",
        }
        deed = Deed(Act.EXPORT, where.case, order.motive, order.digest, about)
        window = Window(scope.start, scope.end)
        grant = self._register.grant(who.person, deed, (order.camera,), window)
        claimed = all(f.clock is not None for f in scope.recording.files)
        if not claimed or grant.window != window:
            # An answer may lie at the edge of the basis; its picture may not leave beyond it.
            refusal = Refused("CAS-064", camera=order.camera)
            self._register.deny(who.person, deed, refusal)
            raise refusal
        return self._register.write(who.person, deed)

    def _write(self, job: _Job, wish: Wish, watch: Watch) -> Package:
        folder = _folder(job, wish)
        with ExitStack() as open_files:
            gate = self._press.gate(_half(watch.progress, 0), watch.cancel)
            shares = leaving(job.archive, job.scope, job.seen, gate, open_files)
            pieces = tuple(
                Piece(one.footage, one.frames, one.span, one.looked, one.fresh) for one in shares
            )
            request = Request(job.order, job.receipt, pieces, job.seen.tracks)
            person = Party("person", job.who.person.name, job.who.person.signing_key)
            signer = Signer(person, self._tickets.keys(job.who).sign)
            return write_package(
                folder,
                request,
                self._paper(job, pieces),
                self._press.words(),
                (signer, self._press.signer()),
                Watch(_half(watch.progress, 1), watch.cancel),
            )

    def _paper(self, job: _Job, pieces: tuple[Piece, ...]) -> Paper:
        journal = self._register.journal
        files = tuple(footage for footage, _ in job.scope.shares())
        return Paper(
            made=self._register.now(),
            person=job.who.person,
            basis=job.where.case.basis,
            sources=tuple(Source(footage) for footage in files),
            pedigrees=job.pedigrees,
            coverage=job.coverage,
            hits=job.scope.hits,
            journal=JournalHead(journal.origin, journal.size, journal.root),
            masking=RULE,
            software=self._press.software,
            fresh=next((piece.fresh.fields for piece in pieces if piece.fresh.fields), {}),
        )

    def _done(self, job: _Job, package: Package) -> Exported:
        about: dict[str, Canonical] = {
            "of": job.receipt.sequence,
            "clip": package.facts.sha256,
            "manifest": package.manifest,
            "frames": len(package.facts.frames),
        }
        self._end(job, Act.EXPORT_DONE, about)
        now = self._register.now()
        row = ExportRow(job.receipt.number, job.who.person.name, now, about)
        job.archive.catalogue.exports.add(row)
        return Exported(
            folder=str(package.folder),
            clip=package.facts.sha256,
            manifest=package.manifest,
            frames=len(package.facts.frames),
            microseconds=job.scope.end - job.scope.start,
            head=self._register.journal.head_line(),
            receipt=job.receipt.number,
        )

    def _end(self, job: _Job, act: Act, about: Mapping[str, Canonical]) -> None:
        deed = Deed(act, job.where.case, question=job.order.digest, about=about)
        self._register.write(job.who.person, deed)


def _half(progress: Progress, half: int) -> Progress:
    """Tells the first (0) or second (1) half of an export: looking afresh, then writing."""

    def told(done: int, total: int, what: str) -> None:
        progress(half * total + done, 2 * total, what)

    return told


def _order(
    who: SignedIn,
    where: InCase,
    wish: Wish,
    scope: Scope,
    accepted: frozenset[int],
    motive: str,
) -> ExportOrder:
    return ExportOrder(
        case=where.case.number,
        person=who.person.name,
        camera=scope.recording.camera,
        recording=scope.recording.name,
        cuts=tuple(Cut(footage.digest, span) for footage, span in scope.shares()),
        matched=tuple(sorted(accepted)),
        hits=tuple(hit.name for hit in scope.hits),
        query="",
        language=wish.language,
        zone=wish.zone,
        motive=motive,
    )


def _folder(job: _Job, wish: Wish) -> Path:
    if wish.folder:
        folder = Path(wish.folder)
    else:
        folder = Path(job.where.folder) / EXPORTS / f"export-{job.receipt.number:06d}"
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unreadable("EXP-005", file=folder.name, reason=error.strerror or "") from error
    return folder
