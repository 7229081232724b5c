"""A camera's ground plane: four places clicked and measured, kept with a motive, and its error."""

import math
from dataclasses import dataclass, replace

from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ground import Ground
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import WrongUsage
from vsa_core.events.ground_plane import fitted, place_error, speed_error

WALK = 1400
"""Millimetres a second of somebody who walks: the speed whose error is told."""

FARTHEST = 10_000_000
"""Millimetres from the origin of the analyst's axes to a place, along each of them, at most."""

_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Fit:
    """How wrong a calibration may be where clicks are wrong by two pixels; None beyond a horizon.

    corners: millimetres at each of the four places; middle: at the middle of
    the four; walk: millimetres a second of a walk from the first to the third.
    """

    corners: tuple[int | None, int | None, int | None, int | None]
    middle: int | None
    walk: int | None


class Calibration:
    """The calibrations of a case's cameras; one in force for each."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def fit(self, ground: Ground) -> Fit:
        """The error of a calibration, which says nothing of any case.

        Raises WrongUsage: CAS-147 for points outside the picture or beyond
        FARTHEST, EVT-051 for points in a line, EVT-052 for points that no
        camera could see so.
        """
        check_ground(ground)
        plane = fitted(ground)
        a, b, c, d = (_rounded(place_error(plane, p.x, p.y)) for p in ground.seen)
        x, y = (sum(values) / 4 for values in zip(*((p.x, p.y) for p in ground.seen), strict=True))
        start, end = ground.seen[0], ground.seen[2]
        lasts = round(math.dist(ground.known[0], ground.known[2]) / WALK * _SECOND)
        walk = speed_error(plane, (start.x, start.y), (end.x, end.y), lasts)
        return Fit((a, b, c, d), _rounded(place_error(plane, x, y)), _rounded(walk))

    def keep(self, who: SignedIn, where: InCase, ground: Ground, motive: str) -> Fit:
        """Put a calibration in force for its camera; the record is there first.

        Its author becomes who keeps it. The points lie sealed in the record.
        Raises what `fit` raises, Refused (LAW-…) outside the basis.
        """
        archive = self._tickets.archive(who, where)
        ground = replace(ground, author=who.person.name)
        fit = self.fit(ground)
        about: dict[str, Canonical] = {"camera": ground.camera, "ground": ground.digest}
        deed = Deed(
            Act.CALIBRATE,
            where.case,
            motive,
            ground.digest,
            about=about,
            secret=ground.fields(),
            log_key=archive.keys.log,
        )
        _, receipt = self._register.permit(who.person, deed, (ground.camera,))
        archive.catalogue.grounds.add(ground, receipt.number)
        return fit

    def of(self, who: SignedIn, where: InCase, camera: str) -> Ground | None:
        """The calibration in force for a camera, or None; the reading is recorded."""
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {"what": "calibration", "camera": camera}
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about=about))
        return archive.catalogue.grounds.of(camera)


def check_ground(ground: Ground) -> None:
    """Raise WrongUsage (CAS-147) unless every number lies where clicks and streets can."""
    clicks = [value for point in ground.seen for value in (point.x, point.y)]
    places = [value for place in ground.known for value in place]
    sane = (
        all(0 <= value <= UNITS for value in clicks)
        and all(abs(value) <= FARTHEST for value in places)
        and all(0 < side <= UNITS for side in (ground.width, ground.height))
    )
    if not sane:
        raise WrongUsage("CAS-147", camera=ground.camera, most=FARTHEST // 1000)


def _rounded(error: float) -> int | None:
    return math.ceil(error) if math.isfinite(error) else None
