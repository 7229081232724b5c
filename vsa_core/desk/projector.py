"""From a file to the screen: the bytes that were verified, and every picture masked."""

from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.identity import Identity
from vsa_core.desk.movers import Movers
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Frame, Motion, Picture, SeekOpener, SeekSource
from vsa_core.legal.masking import NOTHING, Area, Shown, areas, mask
from vsa_core.legal.onshow import World, on_show
from vsa_core.legal.unexplained import Regions

HOLD = 500_000
"""Microseconds by which a mask comes before a track's first point and stays after its last."""


@dataclass(frozen=True, slots=True, eq=False)
class Masked:
    """A picture as a person may see it, (h, w, 3) BGR: when, who is on it, and what is filled."""

    picture: Picture
    at: Stamp
    shown: tuple[Shown, ...]
    filled: tuple[Area, ...]

    @property
    def tracks(self) -> tuple[int, ...]:
        """Numbers of the tracks on show."""
        return tuple(one.track for one in self.shown)

    @property
    def revealed(self) -> tuple[int, ...]:
        """Those without a mask of their own."""
        return tuple(one.track for one in self.shown if one.revealed)

    @property
    def hidden(self) -> tuple[int, ...]:
        """The others."""
        return tuple(one.track for one in self.shown if not one.revealed)


class Projector:
    """Opens footage to be seen by a person."""

    def __init__(
        self, opener: SeekOpener, identity: Identity, motion: Callable[[], Motion]
    ) -> None:
        self._opener = opener
        self._identity = identity
        self._motion = motion

    def open(self, archive: Archive, footage: Footage) -> SeekSource:
        """The file, open, if it is what was admitted; Tampered (SRC-009) otherwise."""
        self._identity.ensure(footage)
        source = self._opener(footage, archive.packets.read(footage.digest))
        try:
            self._identity.same(footage)  # as long as it is, what is open is what was hashed
        except BaseException:
            source.close()
            raise
        return source

    def movers(self, archive: Archive, footage: Footage) -> Movers:
        """What tells movement in the file's pictures."""
        return Movers(self._motion, archive.packets.read(footage.digest))

    def check(self, footage: Footage) -> None:
        """Tampered (SRC-009) when an open file was touched since it was verified."""
        self._identity.same(footage)


def masked(
    frame: Frame,
    footage: Footage,
    world: World,
    revealed: frozenset[int],
    width: int = 0,
    moving: Regions = NOTHING,
) -> Masked:
    """The picture of a frame with everybody masked but the tracks in `revealed`.

    Scaled straight to `width` pixels where its own width is larger; 0 keeps
    its own. `world`: of the recording that the footage lies in; moving: what
    moves in the picture, (n, 4) from 0 to 1.
    """
    at = footage.corrected(frame.at.pts)
    picture = frame.bgr(*scaled(footage, width))
    size = (picture.shape[1], picture.shape[0])
    shown = tuple(on_show(world, at, HOLD, size, revealed))
    stamp = Stamp(footage.digest, frame.at.pts, frame.at.time_base, at if footage.clock else None)
    return Masked(mask(picture, shown, moving), stamp, shown, areas(shown, size, moving))


def scaled(footage: Footage, width: int) -> tuple[int, int]:
    """Width and height of a picture so wide; 0, 0: its own, which is no larger."""
    stream = footage.stream
    if stream is None or not 0 < width < stream.width:
        return 0, 0
    return width, max(1, round(width * stream.height / stream.width))
