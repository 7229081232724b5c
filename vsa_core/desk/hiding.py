"""What an export would hide, picture by picture, told as places: no picture comes this way."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from vsa_core.desk.leaving import Gate, leaving
from vsa_core.desk.matches import matched
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.scope import Wish, scope_of
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.desk.watched import watched
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.legal.masking import Area
from vsa_core.legal.veil import Veil

Means = Callable[[Progress, Cancel], Gate]
"""What opens and looks at the files of one export."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is filled in one picture of an export: pixels of the upright picture."""

    footage: str
    pts: int
    areas: tuple[Area, ...]


class Hiding:
    """Rehearses the masks of an export, so that they can be measured before anything leaves."""

    def __init__(self, register: Register, tickets: Tickets, means: Means) -> None:
        self._register = register
        self._tickets = tickets
        self._means = means

    def export(
        self,
        who: SignedIn,
        where: InCase,
        wish: Wish,
        motive: str,
        progress: Progress,
        cancel: Cancel,
    ) -> tuple[Hidden, ...]:
        """What `Exports.export` of that wish would fill, in order; recorded as a view.

        Pictures that would be replaced by a slate are left out. Raises what
        an export raises before it writes.
        """
        archive = self._tickets.archive(who, where)
        with archive.alone:
            scope = scope_of(archive, wish)
            (seen,) = watched(archive, (scope.recording.name,))
        camera = scope.recording.camera
        about: dict[str, Canonical] = {"what": "masks", "camera": camera}
        deed = Deed(Act.VIEW, where.case, motive, digest(about), about)
        self._register.permit(who.person, deed, (camera,), Window(scope.start, scope.end))
        accepted = matched(archive, scope.recording, seen.tracks)
        world = seen.world()
        hidden = []
        with ExitStack() as open_files:
            for one in leaving(archive, scope, seen, self._means(progress, cancel), open_files):
                stream = one.footage.stream
                assert stream is not None  # what leaves has pictures
                size = (stream.width, stream.height)
                veil = Veil(world, one.footage, one.fresh, size, accepted)
                told = (int(pts) for pts in one.fresh.pts)
                inside = (pts for pts in told if one.span.start <= pts < one.span.end)
                hidden += [Hidden(one.footage.digest, pts, veil.areas(pts)) for pts in inside]
        return tuple(hidden)
