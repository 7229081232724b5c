"""What was read of a case and is worth keeping in memory: ledgers, segments, lanes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from operator import is_
from typing import Generic, TypeVar

from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.ports import SegmentShelf
from vsa_core.domain.track import Segment
from vsa_core.store.hall import Hall, hall_of
from vsa_core.store.lane import Lane
from vsa_core.store.lane_making import lane_of
from vsa_core.store.ledger import Ledger, place_of

LANES = 1200 * 2**20
"""Bytes of lanes kept; with what else is kept, a case stays under 2 GB."""

LEDGERS = 64 * 2**20
SEGMENTS = 128 * 2**20

Kept = TypeVar("Kept")


class Recent(Generic[Kept]):
    """The things looked at last, by name, as many as `room` bytes hold; the newest always."""

    def __init__(self, room: int, size: Callable[[Kept], int]) -> None:
        self._room = room
        self._size = size
        self._held = 0
        self._things: OrderedDict[str, Kept] = OrderedDict()

    def get(self, name: str, make: Callable[[], Kept]) -> Kept:
        """The thing of that name, made when it is not here."""
        if name in self._things:
            self._things.move_to_end(name)
            return self._things[name]
        thing = make()
        self._things[name] = thing
        self._held += self._size(thing)
        while self._held > self._room and len(self._things) > 1:
            _, oldest = self._things.popitem(last=False)
            self._held -= self._size(oldest)
        return thing


class Stacks:
    """Ledgers, segments and lanes of one case; threads may share it.

    All are named by their content, so that nothing kept is ever out of date.
    The lanes that a question looks at are kept while it does, whatever room
    they take.
    """

    def __init__(
        self, segments: SegmentShelf, ledger: Callable[[str], Ledger], lanes: int = LANES
    ) -> None:
        """`ledger` reads one by name; `lanes`: bytes of lanes to keep at most."""
        self._segments = segments
        self._read_ledger = ledger
        self._alone = threading.RLock()
        self._ledgers: Recent[Ledger] = Recent(LEDGERS, lambda ledger: ledger.rows.nbytes)
        self._recent: Recent[Segment] = Recent(SEGMENTS, _bytes)
        self._lanes: OrderedDict[str, Lane] = OrderedDict()
        self._room, self._held = lanes, 0
        self._listed: dict[tuple[str, str], tuple[tuple[Footage, ...], int]] = {}
        self._hall: Hall | None = None

    def ledger(self, name: str) -> Ledger:
        """The ledger of that name; raises what reading it raises."""
        with self._alone:
            return self._ledgers.get(name, lambda: self._read_ledger(name))

    def segment(self, name: str) -> Segment:
        """The segment of that name; raises what reading it raises."""
        with self._alone:
            return self._recent.get(name, lambda: self._segments.read(name))

    def place(self, name: str, recording: Recording) -> int:
        """Which recording of the ledger of that name this is; -1 when it lists none of its files.

        Raises Unreadable (STO-011) when it was listed with other clocks or files.
        """
        with self._alone:
            key = (name, recording.name)
            known = self._listed.get(key)
            if known is None or known[0] != recording.files:
                known = self._listed[key] = (
                    recording.files,
                    place_of(self.ledger(name), recording),
                )
            return known[1]

    def hall(self, cameras: Sequence[tuple[str, str]], sizes: bool) -> Hall:
        """The lanes of cameras, each with the name of its ledger, side by side.

        `sizes`: whether sizes are wanted too. Raises what reading raises.
        """
        with self._alone:
            names = {name for _, name in cameras}
            for camera, name in cameras:
                self._load(camera, name, sizes, names)
            lanes = [self._lanes[name] for _, name in cameras]
            if len(lanes) == 1:
                return hall_of(lanes)
            if self._hall is None or not _same(self._hall, lanes):
                self._hall = None
                self._hall = hall_of(lanes)
            return self._hall

    def _load(self, camera: str, name: str, sizes: bool, wanted: Collection[str]) -> None:
        """See to it that a lane is here; `wanted`: the lanes that stay whatever room they take."""
        lane = self._lanes.get(name)
        if lane is None or (sizes and lane.sizes is None):
            made = lane_of(camera, self.ledger(name), self._segments.read)
            self._put(name, made if lane is None else replace(lane, sizes=made.sizes))
            self._make_room(wanted, sizes)
        self._lanes.move_to_end(name)

    def _put(self, name: str, lane: Lane) -> None:
        old = self._lanes.get(name)
        self._held += lane.nbytes - (old.nbytes if old else 0)
        self._lanes[name] = lane

    def _make_room(self, wanted: Collection[str], sizes: bool) -> None:
        """Sizes are put away first, the oldest lanes' first; then whole lanes."""
        for name, lane in list(self._lanes.items()):
            if self._held > self._room and not (sizes and name in wanted):
                self._put(name, replace(lane, sizes=None))
        for name in [name for name in self._lanes if name not in wanted]:
            if self._held > self._room:
                self._held -= self._lanes.pop(name).nbytes


def _same(hall: Hall, lanes: Sequence[Lane]) -> bool:
    return len(hall.lanes) == len(lanes) and all(map(is_, hall.lanes, lanes))


def _bytes(segment: Segment) -> int:
    return segment.table.nbytes + segment.points.nbytes
