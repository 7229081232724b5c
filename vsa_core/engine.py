"""Composition root: the one file that knows which decoder, detector, tracker and store we use."""

import threading
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from vsa_core import checkup
from vsa_core.clock import SystemClock
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.desk.archive import Archive
from vsa_core.desk.audits import Audits
from vsa_core.desk.cases import Cases
from vsa_core.desk.desks import Desks
from vsa_core.desk.exports import Exports, Press
from vsa_core.desk.footage import Admission, FootageDesk
from vsa_core.desk.identity import Identity
from vsa_core.desk.indexing import Indexing, Lab, Sight
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import Models, ModelSheet
from vsa_core.desk.people import People
from vsa_core.desk.playing import Playing
from vsa_core.desk.projector import Projector
from vsa_core.desk.queries import Queries
from vsa_core.desk.register import Register
from vsa_core.desk.roll import Roll
from vsa_core.desk.tickets import Tickets
from vsa_core.desk.viewing import Viewing
from vsa_core.domain.case import Case
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Clock, Detector, Embedder, TrackerMaker, TrackShelf
from vsa_core.domain.provenance import digest
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
from vsa_core.vision.still import png, shrunk
from vsa_core.vision.twostage import TwoStageTracker
from vsa_core.vision.weights import Manifest, Weights, open_weights
from vsa_core.vision.yolo import YoloDetector

MOTION = "motion"
"""Name of the maker that needs no weights."""

SCREEN_THREADS = 4
"""Threads at most that decode one film for the screen: a person waits for each picture."""


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
    identity = Identity(_check, clock.now)
    threads = min(settings.threads, SCREEN_THREADS)
    projector = Projector(partial(open_footage, threads=threads), identity)
    exports = Exports(register, tickets, _press(settings, machine, identity))
    return Desks(
        people=People(machine, register, roll, tickets, cost or Cost()),
        cases=Cases(register, roll, tickets, machine, _create, _reopen),
        footage=FootageDesk(register, tickets, _admit),
        indexing=Indexing(register, tickets, Lab(identity, open_footage, look.sight)),
        queries=Queries(register, tickets),
        viewing=Viewing(register, tickets, projector, png),
        playing=Playing(register, tickets, projector, shrunk),
        exports=exports,
        audits=Audits(machine, register, tickets),
        models=Models(register, look.sheets),
        health=checkup.health(settings, clock),
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
        self._alone = threading.Lock()
        self._chosen: Sight | None = None

    def sight(self) -> Sight:
        """What looks, made at the first call; threads may ask at once."""
        with self._alone:
            self._chosen = self._chosen or self._sight()
            return self._chosen

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


def _check(footage: Footage, tell: Callable[[], None]) -> None:
    """The file's bytes are those that were admitted; Tampered (SRC-…) when they are not."""
    with open_source(Path(footage.path)) as file:
        verify(footage, file, tell)


def _create(folder: Path, case_key: bytes, case: Case) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog.create(folder, keys.catalogue, case))


def _reopen(folder: Path, case_key: bytes) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog(folder, keys.catalogue))


def _archive(folder: Path, keys: CaseKeys, catalogue: Catalog) -> Archive:
    segments = Segments(folder, keys.segment)
    alone = threading.RLock()

    def shelf() -> TrackShelf:
        with alone:
            name = catalogue.ledger()
            ledger = read_ledger(folder, name, keys.segment) if name else ledger_of((), (), ())
            if not is_current(ledger, catalogue):
                name = weave(folder, catalogue, segments, keys.segment)
                ledger = read_ledger(folder, name, keys.segment)
            return Shelf(segments, ledger)

    packets = Packets(folder, keys.segment)
    return Archive(folder, keys, catalogue, segments, packets, shelf, alone)


def _press(settings: Settings, machine: Machine, identity: Identity) -> Press:
    names = ("av", "numpy", "opencv-python")
    software = {"relecture": PROGRAM, **{name: version(name) for name in names}}
    return Press(open_footage, identity, settings.resources / "i18n", machine, software)
