"""The sample case: a rendered archive, opened, admitted and looked at in a place of its own."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.sample.archive import SampleArchive, render
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.indexing import Indexed
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Aipd, Basis, Framework, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.domain.ports import Cancel, Progress

MOTIVE = "M06"
NUMBER = "DEMO/2024/0001"
WHO = "demo"
DAY = 86_400 * MICROSECONDS
ASSESSMENT = Aipd(
    "AIPD de démonstration (inventée)",
    hashlib.sha256("Relecture : analyse d’impact de démonstration".encode()).hexdigest(),
)
"""No real assessment: the sample shows footage of nobody."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample case whose analyst is signed in, in an installation of its own."""

    desks: Desks
    who: SignedIn
    where: InCase
    archive: SampleArchive


def open_sample(folder: Path, throwaway: Callable[[Path], Desks]) -> Sample:
    """Render the archive into `folder`, found an installation there, and open the case on it."""
    archive = render(folder / "archive")
    desks = throwaway((folder / "installation").absolute())
    passphrase = secrets.token_hex(16)
    desks.people.add(NewPerson(WHO, Role.ANALYST, "Démonstration", "démonstration"), passphrase)
    who = desks.people.sign_in(WHO, passphrase)
    basis, due = _basis(archive, desks.health.now()), desks.health.now() + DAY
    new = NewCase(NUMBER, basis, (), due, ASSESSMENT)
    where = desks.cases.open(who, str(folder / "affaire"), new, MOTIVE)
    return Sample(desks, who, where, archive)


def admit_sample(sample: Sample) -> None:
    """Admit every file of the archive under the clock that its camera showed."""
    for file in sample.archive.files:
        claim = ClockClaim(file.shown, file.offset, file.uncertainty, WHO)
        admission = Admission(str(file.path), file.camera, file.exhibit, claim)
        sample.desks.footage.admit(sample.who, sample.where, admission, MOTIVE)


def index_sample(sample: Sample, progress: Progress, cancel: Cancel) -> Indexed:
    """Look at everything."""
    return sample.desks.indexing.index(
        sample.who, sample.where, Level.STANDARD, (), MOTIVE, progress, cancel
    )


def make_sample(
    folder: Path, throwaway: Callable[[Path], Desks], progress: Progress, cancel: Cancel
) -> Sample:
    """A sample case in `folder`, admitted and looked at; ready to be questioned."""
    sample = open_sample(folder, throwaway)
    admit_sample(sample)
    index_sample(sample, progress, cancel)
    return sample


def _basis(archive: SampleArchive, now: int) -> Basis:
    times = [file.shown + file.offset for file in archive.files]
    return Basis(
        framework=Framework.FLAGRANCE,
        requisition="démonstration",
        magistrate="démonstration",
        authorisation="",
        offence="vol (exemple)",
        cameras=tuple(dict.fromkeys(file.camera for file in archive.files)),
        window=Window(min(times) - DAY, max(times) + DAY),
        expires=now + DAY,
    )
