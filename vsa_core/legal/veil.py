"""What hides people in a picture that leaves: their tracks, a fresh look at it, and what moves."""

from dataclasses import replace

from vsa_core.domain.footage import Footage
from vsa_core.domain.ports import Picture
from vsa_core.domain.track import Sightings
from vsa_core.legal.fresh import Fresh, shown_afresh, strangers
from vsa_core.legal.masking import Area, Shown, areas, mask
from vsa_core.legal.onshow import World, on_show
from vsa_core.legal.unexplained import Box, Regions

HOLD = 1_000_000
"""Microseconds that a mask comes before a track's first point and stays after its last."""


class Veil:
    """Hides everybody but the revealed tracks in the pictures of one file, of `size` pixels."""

    def __init__(
        self,
        world: World,
        footage: Footage,
        fresh: Fresh,
        size: tuple[int, int],
        revealed: frozenset[int],
    ) -> None:
        """`world`: of the file's recording; `size`: (width, height) of the upright picture."""
        self._world = world
        self._footage = footage
        self._size = size
        self._revealed = revealed
        self._fresh = replace(
            fresh, seen=tuple(self._strangers(fresh, n) for n in range(len(fresh.pts)))
        )

    def over(self, picture: Picture, pts: int) -> Picture:
        """A copy of the whole picture at `pts` as it may leave."""
        shown, moving = self._known(pts)
        return mask(picture, shown, moving)

    def areas(self, pts: int) -> tuple[Area, ...]:
        """What is filled in the picture at `pts`."""
        shown, moving = self._known(pts)
        return areas(shown, self._size, moving)

    def marked(self, pts: int) -> list[Shown]:
        """The tracks of the picture at `pts`, to be drawn on it."""
        at = self._footage.corrected(pts)
        return on_show(self._world, at, 0, self._size, self._revealed)

    def _known(self, pts: int) -> tuple[list[Shown], Regions]:
        at = self._footage.corrected(pts)
        tracks = on_show(self._world, at, HOLD, self._size, self._revealed)
        here, moving = self._fresh.at(pts)
        return [*tracks, *shown_afresh(self._fresh.around(pts), here)], moving

    def _strangers(self, fresh: Fresh, place: int) -> Sightings:
        seen = fresh.seen[place]
        if not self._revealed or not len(seen):
            return seen
        at = self._footage.corrected(int(fresh.pts[place]))
        return strangers(seen, self._boxes(at))

    def _boxes(self, at: int) -> list[Box]:
        """The boxes of the revealed tracks, in pixels."""
        shown = on_show(self._world, at, HOLD, self._size, self._revealed)
        return [one.box for one in shown if one.revealed]
