"""A package written once for the tests that read or bend it."""

from pathlib import Path

from tests.export.signing import signer
from tests.export.world import (
    StillSource,
    english,
    footage,
    french,
    order_of,
    piece,
    receipt_of,
    tracks_of,
)
from vsa_core.domain.case import Basis, Framework, Person, Role
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.event import Event, Hit, Measure, Stamp
from vsa_core.domain.moment import Span, Window
from vsa_core.domain.provenance import Pedigree
from vsa_core.export.manifest import JournalHead, Paper, Source
from vsa_core.export.package import Package, Request, write_package
from vsa_core.export.seal import Signer
from vsa_core.legal.masking import RULE

SIGNERS = (signer(1, "person"), signer(2, "installation"))
FILE = footage()
PIECES = (piece(StillSource((0, 80, 160, 233, 320)), FILE, Span(0, 400)),)
ORDER = order_of(PIECES)
PEDIGREE = Pedigree((FILE.digest,), ("aa" * 32,), "bb" * 32, "iou 1", "cc" * 32, "dd" * 32)


def hit() -> Hit:
    at = Stamp(FILE.digest, 80, PIECES[0].footage.stream.time_base, FILE.corrected(80))
    event = Event(
        "line_crossing", 1, "Entrée", FILE.digest, 7, "person", at, at, (1, 2, 3, 4), 910,
        "to_right", "line_crossing", (Measure("beyond", 900, 100, "per_mille_size"),), PEDIGREE,
    )  # fmt: skip
    return Hit("ab" * 32, event)


def paper() -> Paper:
    basis = Basis(
        Framework.FLAGRANCE, "R-7", "Mme Petit", "réputée donnée", "vol", ("Entrée",),
        Window(0, 2**50), 2**50,
    )  # fmt: skip
    start, end = FILE.corrected(0), FILE.corrected(400)
    covered = Covered("Entrée", FILE.digest, start, end, Looked.LOOKED, Level.STANDARD)
    return Paper(
        made=1_709_900_000_000_000,
        person=Person("cmorel", Role.ANALYST, "Claire Morel", "Hab. 12/2024", "00", "00"),
        basis=basis,
        sources=(Source(FILE, ("ee" * 32,)),),
        pedigrees=(PEDIGREE,),
        coverage=Coverage((covered,)),
        hits=(hit(),),
        journal=JournalHead("relecture.example/poste-3", 42, "ff" * 32),
        masking=RULE,
        software={"pyav": "18.1.0", "ffmpeg": "8.1.2"},
        fresh={"rule": "fresh-look 1"},
    )


def request() -> Request:
    return Request(ORDER, receipt_of(ORDER), PIECES, tracks_of(FILE))


def packed(folder: Path, signers: tuple[Signer, ...] = SIGNERS) -> Package:
    return write_package(folder, request(), paper(), (french(), english()), signers)
