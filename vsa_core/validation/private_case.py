"""The case that labelled films are admitted to: of its own, and entered by nobody else."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Aipd, Basis, Framework, Role
from vsa_core.domain.coverage import Looked, Stretch
from vsa_core.domain.footage import Footage, Stream
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.errors import Unreadable

START = 946_684_800 * MICROSECONDS
"""1 January 2000: where every labelled film is placed in time, since only its length matters."""

DAY = 86_400 * MICROSECONDS
MOTIVE = "M06"
WHO = "validation"
ASSESSMENT = Aipd(WHO, hashlib.sha256(WHO.encode()).hexdigest())
"""Labelled films are nobody's procedure, and need no assessment of their own."""


@dataclass(frozen=True, slots=True)
class PrivateCase:
    """The case, its only person signed in; the admitted films by camera."""

    desks: Desks
    who: SignedIn
    where: InCase
    films: Mapping[str, Footage]

    def stream(self, camera: str) -> Stream:
        """The pictures of a film."""
        stream = self.films[camera].stream
        assert stream is not None  # what has none is not admitted here
        return stream

    def picture_times(self, camera: str) -> NDArray[np.int64]:
        """(n,) microseconds since the first picture, in order of display."""
        digest = self.films[camera].digest
        return self.desks.footage.picture_times(self.who, self.where, digest) - START

    def fates(self) -> Mapping[str, Mapping[Looked, int]]:
        """For each film, by camera, the microseconds that were looked at, skipped, and so on."""
        sheets = self.desks.footage.listed(self.who, self.where)
        return {sheet.footage.camera: _fates(sheet.footage, sheet.stretches) for sheet in sheets}


@contextmanager
def private_case(desks: Desks, folder: Path, films: Mapping[str, Path]) -> Iterator[PrivateCase]:
    """Open the case in `folder`, and admit the films, given by camera; signed out at the end.

    Raises Unreadable for a film without pictures, and what admitting raises.
    """
    passphrase = secrets.token_hex(16)
    desks.people.add(NewPerson(WHO, Role.ANALYST, "Validation", WHO), passphrase)
    who = desks.people.sign_in(WHO, passphrase)
    try:
        now = desks.health.now()
        new = NewCase(WHO, _basis(tuple(films), now), (), now + DAY, ASSESSMENT)
        where = desks.cases.open(who, str(folder), new, MOTIVE)
        admitted = {
            camera: _admitted(desks, who, where, path, camera) for camera, path in films.items()
        }
        yield PrivateCase(desks, who, where, admitted)
    finally:
        desks.people.sign_out(who)


def _basis(cameras: tuple[str, ...], now: int) -> Basis:
    return Basis(
        framework=Framework.FLAGRANCE,
        requisition=WHO,
        magistrate=WHO,
        authorisation="",
        offence=WHO,
        cameras=cameras,
        window=Window(START, START + 365 * DAY),
        expires=now + DAY,
    )


def _admitted(desks: Desks, who: SignedIn, where: InCase, path: Path, camera: str) -> Footage:
    clock = ClockClaim(START, 0, 0, WHO)
    admission = Admission(str(path), camera, WHO, clock)
    footage = desks.footage.admit(who, where, admission, MOTIVE)
    if footage.stream is None:
        raise Unreadable(footage.reason, name=footage.name)
    return footage


def _fates(footage: Footage, stretches: tuple[Stretch, ...]) -> dict[Looked, int]:
    stream = footage.stream
    assert stream is not None
    ticks = dict.fromkeys(Looked, 0)
    for stretch in stretches:
        ticks[stretch.looked] += stretch.span.end - stretch.span.start
    scale = stream.time_base * MICROSECONDS
    return {looked: (count * scale).__floor__() for looked, count in ticks.items()}
