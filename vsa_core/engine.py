"""Composition root: the one file that knows which decoder, detector, tracker and store we use."""

import time
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.desk.archive import Archive
from vsa_core.desk.audits import Audits
from vsa_core.desk.cases import Cases
from vsa_core.desk.desks import Desks
from vsa_core.desk.exports import Exports, Press
from vsa_core.desk.footage import Admission, FootageDesk
from vsa_core.desk.health import Finding, Health
from vsa_core.desk.indexing import Indexing, Lab, Sight
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import Models, ModelSheet
from vsa_core.desk.people import People
from vsa_core.desk.queries import Queries
from vsa_core.desk.register import Register
from vsa_core.desk.roll import Roll
from vsa_core.desk.tickets import Tickets
from vsa_core.desk.viewing import Viewing
from vsa_core.domain.case import Case
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Clock, Detector, Embedder, TrackerMaker, TrackShelf
from vsa_core.domain.provenance import digest
from vsa_core.errors import Fault
from vsa_core.intake.admit import Admitted, admit, verify
from vsa_core.intake.opening import open_source
from vsa_core.keys.people import Cost
from vsa_core.keys.subkeys import CaseKeys, subkeys
from vsa_core.pipeline.observe import Eyes
from vsa_core.pipeline.slices import SLICE_SECONDS
from vsa_core.pipeline.weave import is_current, weave
from vsa_core.settings import PROGRAM, Settings
from vsa_core.store.catalog import Catalog
from vsa_core.store.ledger import ledger_of, read_ledger
from vsa_core.store.packets import Packets
from vsa_core.store.shelf import Shelf
from vsa_core.store.writer import Segments
from vsa_core.validation.following import followed
from vsa_core.validation.mot import Labelled, Rows
from vsa_core.vision.appearance import ColourEmbedder
from vsa_core.vision.colour import name_colours
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.motion import SceneMotion
from vsa_core.vision.openvino import OpenVinoDetector
from vsa_core.vision.still import png
from vsa_core.vision.twostage import TwoStageTracker
from vsa_core.vision.weights import Manifest, Weights, open_weights
from vsa_core.vision.yolo import YoloDetector

MOTION = "motion"
"""Name of the maker that needs no weights."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> int:
        """Microseconds since 1970 UTC."""
        return time.time_ns() // 1000

    def monotonic(self) -> int:
        """Microseconds since this boot."""
        return time.monotonic_ns() // 1000


def desks(settings: Settings, cost: Cost | None = None, clock: Clock | None = None) -> Desks:
    """All the desks of the installation in `settings.home`, ready to be asked.

    Nothing heavy is imported and no file opened before somebody asks. `cost`
    is that of a passphrase guess, `clock` the machine's; tests hand in theirs.
    """
    clock = clock or SystemClock()
    machine = Machine(settings.home, clock, PROGRAM)
    register = Register(machine.journal, clock, PROGRAM)
    tickets = Tickets()
    roll = Roll(settings.home / "people", machine)
    look = Looking(settings)
    exports = Exports(register, tickets, _press(settings, machine))
    return Desks(
        people=People(machine, register, roll, tickets, cost or Cost()),
        cases=Cases(register, roll, tickets, machine, _create, _reopen),
        footage=FootageDesk(register, tickets, _admit),
        indexing=Indexing(register, tickets, Lab(_check, open_footage, look.sight)),
        queries=Queries(register, tickets),
        viewing=Viewing(register, tickets, open_footage, _check, png),
        exports=exports,
        audits=Audits(machine, register, tickets),
        models=Models(register, look.sheets),
        health=Health(settings.home, clock, (look.model, _encoder(exports), _journal(machine))),
    )


def follower(settings: Settings) -> Callable[[Labelled], Rows]:
    """Runs labelled public detections through the installation's tracker, for validation."""
    maker, _ = Looking(settings).tracker()

    def follow(sequence: Labelled) -> Rows:
        return followed(sequence, maker)

    return follow


class Looking:
    """What looks at footage on this machine, chosen once and opened when first needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.sight = cache(self._sight)

    def sheets(self) -> tuple[ModelSheet, ...]:
        """Every listed model; files present are opened, so that a changed one is told."""
        chosen = self._weights()
        return tuple(
            ModelSheet(
                name=entry.name,
                digest=entry.digest,
                licence=entry.licence,
                source=entry.source,
                classes=entry.classes,
                present=chosen is not None and chosen.digest == entry.digest,
                chosen=chosen is not None and chosen.digest == entry.digest,
            )
            for entry in self._manifest().entries
        )

    def model(self) -> Finding:
        """For the doctor: which model looks, or that motion alone does."""
        try:
            weights = self._weights()
        except Fault as fault:
            return Finding("models", False, (("code", str(fault)),))
        return Finding("models", True, (("model", weights.entry.name if weights else MOTION),))

    def _sight(self) -> Sight:
        detector = self._detector()
        motion = SceneMotion()
        tracker, embedder = self.tracker()
        return Sight(
            eyes=Eyes(detector, SceneMotion, tracker, embedder, name_colours),
            detector=detector.name if detector else MOTION,
            detector_digest=detector.digest if detector else motion.digest,
            tracker=self._settings.tracker,
            settings=digest({"motion": motion.digest, "slice_s": SLICE_SECONDS}),
            program=PROGRAM,
        )

    def _manifest(self) -> Manifest:
        return Manifest.read(self._settings.manifest)

    def _weights(self) -> Weights | None:
        path = self._settings.weights
        return open_weights(path, self._manifest()) if path else None

    def _detector(self) -> Detector | None:
        weights = self._weights()
        if weights is None or self._settings.detector == MOTION:
            return None
        enclose(self._settings.home / "ultralytics")
        if self._settings.detector == "yolo":
            return YoloDetector(weights, threads=self._settings.threads)
        converted = self._settings.home / "models"
        return OpenVinoDetector(weights, converted, threads=self._settings.threads)

    def tracker(self) -> tuple[TrackerMaker, Embedder | None]:
        """The tracker of the settings, and what reads appearance for it."""
        if self._settings.tracker == "deepsort":
            from vsa_core.vision.deepsort import DeepSortTracker  # slow to import

            return DeepSortTracker, ColourEmbedder()
        return TwoStageTracker, ColourEmbedder()


def _admit(admission: Admission) -> Admitted:
    return admit(
        Path(admission.path).absolute(),
        camera=admission.camera,
        exhibit=admission.exhibit,
        clock=admission.clock,
        walker=walk,
    )


def _check(footage: Footage) -> None:
    """The file's bytes are those that were admitted; Tampered (SRC-…) when they are not."""
    with open_source(Path(footage.path)) as file:
        verify(footage, file)


def _create(folder: Path, case_key: bytes, case: Case) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog.create(folder, keys.catalogue, case))


def _reopen(folder: Path, case_key: bytes) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog(folder, keys.catalogue))


def _archive(folder: Path, keys: CaseKeys, catalogue: Catalog) -> Archive:
    segments = Segments(folder, keys.segment)

    def shelf() -> TrackShelf:
        name = catalogue.ledger()
        ledger = read_ledger(folder, name, keys.segment) if name else ledger_of((), (), ())
        if not is_current(ledger, catalogue):
            name = weave(folder, catalogue, segments, keys.segment)
            ledger = read_ledger(folder, name, keys.segment)
        return Shelf(segments, ledger)

    return Archive(folder, keys, catalogue, segments, Packets(folder, keys.segment), shelf)


def _press(settings: Settings, machine: Machine) -> Press:
    names = ("av", "numpy", "opencv-python")
    software = {"relecture": PROGRAM, **{name: version(name) for name in names}}
    return Press(open_footage, _check, settings.resources / "i18n", machine, software)


def _encoder(exports: Exports) -> Callable[[], Finding]:
    return lambda: Finding("encoder", exports.can_encode(), (("codec", "H.264"),))


def _journal(machine: Machine) -> Callable[[], Finding]:
    def probe() -> Finding:
        if not machine.founded:
            return Finding("journal", True, (("records", "–"),))
        try:
            with machine.journal() as journal:
                return Finding("journal", True, (("records", str(journal.size)),))
        except Fault as fault:
            return Finding("journal", False, (("code", str(fault)),))

    return probe
