"""Composition root: the one file that knows which decoder, detector, tracker and store we use."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from vsa_core import checkup
from vsa_core.bench.detect import Rivals
from vsa_core.bench.looks_detector import DetectorLooks
from vsa_core.bench.looks_mobilenet import MobileNetLooks
from vsa_core.bench.trackers import COLOUR, DETECTOR, MOBILENET, Stable
from vsa_core.bench.trackers_shown import Eyes as BenchEyes
from vsa_core.clock import SystemClock
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.desk.approvals import Approvals
from vsa_core.desk.archive import Archive
from vsa_core.desk.audit_export import Handover
from vsa_core.desk.audit_intrusions import record_intrusions
from vsa_core.desk.audit_replays import Replays
from vsa_core.desk.audit_witness import Witnessing
from vsa_core.desk.audits import Audits
from vsa_core.desk.calibration import Calibration
from vsa_core.desk.capabilities import Capabilities
from vsa_core.desk.capabilities_build import build
from vsa_core.desk.capabilities_list import Looks
from vsa_core.desk.capabilities_start import Start
from vsa_core.desk.cases import Cases
from vsa_core.desk.consents import Consents
from vsa_core.desk.desks import Desks
from vsa_core.desk.erasing import Erasing
from vsa_core.desk.exports import Exports, Press
from vsa_core.desk.footage import Admission, FootageDesk
from vsa_core.desk.holdings import Holdings
from vsa_core.desk.identity import Identity
from vsa_core.desk.indexing import Indexing, Lab
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import Models
from vsa_core.desk.models_list import ModelList
from vsa_core.desk.orders import Orders
from vsa_core.desk.people import People
from vsa_core.desk.phrases import phrases_in
from vsa_core.desk.playing import Playing
from vsa_core.desk.projector import Projector
from vsa_core.desk.queries import Queries
from vsa_core.desk.rack import rack
from vsa_core.desk.register import Register
from vsa_core.desk.renewing import Renewing
from vsa_core.desk.retention import Retention
from vsa_core.desk.reviews import Reviews
from vsa_core.desk.roles import Roles
from vsa_core.desk.roll import Roll
from vsa_core.desk.saved import SavedQueries
from vsa_core.desk.shards import Shards
from vsa_core.desk.tickets import Tickets
from vsa_core.desk.viewing import Viewing
from vsa_core.desk.widening import Widening
from vsa_core.domain.assessment import Subject
from vsa_core.domain.case import Case
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.objects import CLASSES, UNNAMED
from vsa_core.domain.ports import (
    Clock,
    Embedder,
    FrameSource,
    TrackerMaker,
    TrackShelf,
)
from vsa_core.intake.admit import Admitted, admit, resting, verify
from vsa_core.intake.opening import open_source
from vsa_core.keys.people import Cost
from vsa_core.keys.subkeys import CaseKeys, subkeys
from vsa_core.looking import MOTION, Looking
from vsa_core.pipeline.weave import weave
from vsa_core.settings import PROGRAM, Settings
from vsa_core.stock import Stock
from vsa_core.store.catalog import Catalog
from vsa_core.store.ledger import read_ledger
from vsa_core.store.packets import Packets
from vsa_core.store.shelf import Shelf
from vsa_core.store.stacks import Stacks
from vsa_core.store.writer import Segments
from vsa_core.validation.following import followed
from vsa_core.validation.mot import Labelled, Rows
from vsa_core.validation.tools import Tools
from vsa_core.validation.watching import DoubleSight, Watch
from vsa_core.vision.appearance import ColourEmbedder
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.motion import SceneMotion
from vsa_core.vision.names import kind_of
from vsa_core.vision.photograph import photograph
from vsa_core.vision.readers import runnable
from vsa_core.vision.still import png, shrunk
from vsa_core.vision.twostage import TwoStageTracker

SCREEN_THREADS = 4
"""Threads at most that decode one film for the screen: a person waits for each picture."""


def desks(settings: Settings, cost: Cost | None = None, clock: Clock | None = None) -> Desks:
    """All the desks of the installation in `settings.home`, ready to be asked.

    Nothing heavy is imported and no file opened before somebody asks. `cost`
    is that of a passphrase guess, `clock` the machine's; tests hand in theirs.
    """
    clock = clock or SystemClock()
    machine = Machine(settings.home, clock, PROGRAM, settings.head_path)
    stock = Stock(settings)
    start = _start(settings, machine, stock)
    roll = Roll(settings.home / "people", machine)
    register = Register(start.journal, clock, PROGRAM, roll.standing)
    tickets = Tickets()
    record_intrusions(tickets, register)
    consents = Consents(register, roll, machine)
    approvals = Approvals(register, tickets, machine, consents)
    look = Looking(settings)
    identity = Identity(_check, clock.now)
    threads = min(settings.threads, SCREEN_THREADS)
    projector = Projector(partial(open_footage, threads=threads), identity, SceneMotion)
    exports = Exports(register, tickets, _press(settings, machine, identity, look))
    queries = Queries(register, tickets)
    return Desks(
        people=People(machine, register, roll, tickets, cost or Cost()),
        roles=Roles(register, roll, machine, approvals, consents),
        approvals=approvals,
        cases=Cases(register, roll, tickets, machine, _create, _reopen),
        widening=Widening(register, tickets, approvals, consents),
        orders=Orders(register, tickets),
        erasing=Erasing(register, tickets, machine, approvals, consents),
        footage=FootageDesk(register, tickets, partial(_admit, clock)),
        indexing=Indexing(
            register, tickets, Lab(identity, look.sight, look.crew, rack, look.workers)
        ),
        queries=queries,
        phrases=phrases_in(settings.resources / "i18n"),
        saved=SavedQueries(register, tickets),
        calibration=Calibration(register, tickets),
        reviews=Reviews(register, tickets),
        viewing=Viewing(register, tickets, projector, png),
        playing=Playing(register, tickets, projector, shrunk),
        exports=exports,
        audits=Audits(machine, register, tickets),
        replays=Replays(machine, register, tickets, queries),
        witnessing=Witnessing(machine, register, tickets),
        handover=Handover(machine, register, tickets, settings.resources),
        shards=Shards(register, tickets, machine, approvals, consents),
        renewing=Renewing(machine, register, roll, consents),
        retention=Retention(machine, register, tickets),
        models=Models(register, tickets, ModelList(machine), stock),
        capabilities=Capabilities(register, tickets, start),
        health=checkup.health(settings, clock),
    )


def examiners(settings: Settings) -> Tools:
    """What the validation room measures with; opened when it is first needed."""
    look = Looking(settings)

    def follow(sequence: Labelled) -> Rows:
        maker, _ = look.tracker()
        return followed(sequence, maker)

    def watch() -> Watch | None:
        everything, told = look.everything(), look.sight().eyes.detector
        if everything is None or told is None:
            return None
        return Watch(DoubleSight(everything, told), _film, photograph)

    return Tools(follow, watch, partial(_subject, look))


def rivals(settings: Settings, baseline: Path | None) -> Rivals:
    """What `bench detect` times, each on one thread: what looks here, and a known file beside it.

    Raises what choosing and opening weights raise.
    """
    alone = replace(settings, threads=1)
    other = None
    if baseline is not None:
        maker = "auto" if settings.detector == MOTION else settings.detector
        other = Looking(replace(alone, weights=baseline, detector=maker)).sight().eyes.detector
    look = Looking(alone)
    return Rivals(look.sight().eyes.detector, look.exact(), other, SceneMotion, _film)


def stable(settings: Settings) -> Stable:
    """What `bench trackers` compares, each on one thread; opened when it is first needed."""
    enclose(settings.home / "ultralytics")
    return Stable(TwoStageTracker, _deepsort, partial(_bench_eyes, replace(settings, threads=1)))


def _deepsort(cosine: float | None) -> TrackerMaker:
    from vsa_core.vision.deepsort import DEFAULT, DeepSortTracker  # slow to import

    if cosine is None:
        return DeepSortTracker
    return partial(DeepSortTracker, settings=replace(DEFAULT, cosine=cosine))


def _bench_eyes(settings: Settings) -> BenchEyes:
    detector, weights = Looking(settings).everything(), Stock(settings).chosen()
    embedders: dict[str, Embedder] = {COLOUR: ColourEmbedder(), MOBILENET: MobileNetLooks()}
    if detector is not None and weights is not None:
        embedders[DETECTOR] = DetectorLooks(runnable(weights), weights.entry.size)
    return BenchEyes(detector, embedders, _film)


def _subject(look: Looking, level: Level) -> Subject:
    sight = look.sight()
    return Subject(
        program=sight.program,
        detector=sight.detector,
        detector_digest=sight.detector_digest,
        named=sight.eyes.detector is not None,
        tracker=sight.tracker,
        settings=sight.settings,
        level=level,
        thresholds=_told(sight.thresholds),
    )


def _told(thresholds: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Thresholds by our own class names, the least where a model has several for one."""
    least: dict[int, int] = {}
    for name, score in thresholds:
        kind = kind_of(name)
        if kind > UNNAMED:
            least[kind] = min(score, least.get(kind, score))
    return tuple((CLASSES[kind], least[kind]) for kind in sorted(least))


def _film(path: Path) -> tuple[Footage, FrameSource]:
    """A film outside any case, opened as the footage of one is."""
    admitted = admit(path.absolute(), camera="", exhibit="", clock=None, walker=walk)
    return admitted.footage, open_footage(admitted.footage, admitted.packets)


def _admit(clock: Clock, admission: Admission) -> Admitted:
    return admit(
        Path(admission.path).absolute(),
        camera=admission.camera,
        exhibit=admission.exhibit,
        clock=admission.clock,
        walker=walk,
        rest=resting(clock, time.sleep),
    )


def _check(footage: Footage, tell: Callable[[], None]) -> None:
    """The file's bytes are those that were admitted; Tampered (SRC-…) when they are not."""
    with open_source(Path(footage.path)) as file:
        verify(footage, file, tell)


def bare_archive(folder: Path, case_key: bytes, case: Case | None = None) -> Archive:
    """A case of made-up observations with nobody in it, made for `case` or opened by its key."""
    return _create(folder, case_key, case) if case else _reopen(folder, case_key)


def _create(folder: Path, case_key: bytes, case: Case) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog.create(folder, keys.catalogue, case))


def _reopen(folder: Path, case_key: bytes) -> Archive:
    keys = subkeys(case_key)
    return _archive(folder, keys, Catalog(folder, keys.catalogue))


def _archive(folder: Path, keys: CaseKeys, catalogue: Catalog) -> Archive:
    segments = Segments(folder, keys.segment)
    alone = threading.RLock()
    stacks = Stacks(segments, lambda name: read_ledger(folder, name, keys.segment))

    def shelf() -> TrackShelf:
        with alone:
            weave(folder, catalogue, segments, keys.segment)  # after a kill, or what joined files
            return Shelf(stacks, catalogue.ledgers())

    packets = Packets(folder, keys.segment)
    return Archive(folder, keys, catalogue, segments, packets, shelf, alone, Holdings(catalogue))


def _start(settings: Settings, machine: Machine, stock: Stock) -> Start:
    looks = Looks(settings.detector, settings.tracker, settings.experimental)
    return Start(machine, partial(build, PROGRAM, settings.resources.parent), looks, stock.sheets)


def _press(settings: Settings, machine: Machine, identity: Identity, look: Looking) -> Press:
    names = ("av", "numpy", "opencv-python")
    software = {"relecture": PROGRAM, **{name: version(name) for name in names}}
    i18n = settings.resources / "i18n"
    return Press(open_footage, identity, i18n, machine, software, look.lens)
