"""Archives of a few recordings of two cameras, drawn by Hypothesis, and a shelf that prunes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st

from tests.events.test_presence import YARD
from tests.events.worlds import Walk, ask, only, tracks
from tests.search.archive import crossing, footage, grant, looked, of_file, pedigree, planned
from vsa_core.domain.case import Grant
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.search.plan import Plan
from vsa_core.search.run import Batch, run

SECOND = 1_000_000
LINE = Line(Point(10_000, 30_000), Point(50_000, 30_000))
STAYS = ask("dwell", YARD, minimum=0)
CROSSINGS = ask("line_crossing", LINE)


def staying(at: int, length: int, kind: str = "person") -> Walk:
    """A walk that stands in the yard for `length` milliseconds from `at`."""
    return Walk([(at, 30_000.0, 30_000.0), (at + length, 30_000.0, 30_000.0)], kind)


@dataclass(frozen=True, slots=True)
class Archive:
    """Files, each a recording of its own, with the tracks of each by digest."""

    files: tuple[Footage, ...]
    held: dict[str, Tracks]

    def plan(self, query: Query, leave: Grant | None = None) -> Plan:
        """The plan of a question over all of it."""
        return planned(
            query,
            leave or grant("north", "south"),
            self.files,
            {f.digest: looked(f) for f in self.files},
            {f.digest: pedigree(f.digest[0]) for f in self.files},
        )

    def batches(self, query: Query, leave: Grant | None = None, size: int = 1000) -> list[Batch]:
        """The answer to a question."""
        made = self.plan(query, leave)
        return list(run(made, Receipt(7, "e" * 64, query.digest), Pruned(self.held), size))


@dataclass(slots=True)
class Pruned:
    """A shelf that gives no track which may be ruled out: by class, time or cells."""

    held: dict[str, Tracks]
    asked: list[tuple[str, Wanted]] = field(default_factory=list)

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        """The tracks that are wanted."""
        self.asked.append((recording.name, wanted))
        world = self.held.get(recording.name, tracks())
        return only(world, [row for row in range(len(world)) if _may(world, row, wanted)])


def _may(world: Tracks, row: int, wanted: Wanted) -> bool:
    points = world.points_of(row)
    t, x, y = world.t[points], world.x[points], world.y[points]
    cells = (y // 8192).astype(np.int64) * 8 + (x // 8192).astype(np.int64)
    return (
        (not wanted.kinds or int(world.kind[row]) in wanted.kinds)
        and (wanted.start is None or int(t[-1]) >= wanted.start)
        and (wanted.end is None or int(t[0]) < wanted.end)
        and any(wanted.cells >> int(cell) & 1 for cell in cells)
    )


def archive(*recordings: tuple[Footage, Sequence[Walk]]) -> Archive:
    """Files with their walks."""
    held = {file.digest: of_file(tracks(*walks), file) for file, walks in recordings}
    return Archive(tuple(file for file, _ in recordings), held)


KINDS = st.sampled_from(["person", "car"])
WALKS = st.one_of(
    st.builds(crossing, st.integers(1, 20).map(lambda i: i * 1000), KINDS),
    st.builds(
        staying,
        st.integers(0, 20).map(lambda i: i * 1000),
        st.integers(1, 9).map(lambda i: i * 1000),
        KINDS,
    ),
)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Up to four recordings, at most a minute apart, some without a clock."""
    made = []
    for letter in "abcd"[: draw(st.integers(1, 4))]:
        at = draw(st.none() | st.integers(0, 60).map(lambda i: i * SECOND))
        camera = draw(st.sampled_from(["north", "south"]))
        file = footage(letter, camera, at, length=30 * SECOND)
        made.append((file, draw(st.lists(WALKS, max_size=4))))
    # Files that would follow each other are one recording: keep them apart by their overlap.
    return archive(*_apart(made))


def _apart(made: list[tuple[Footage, list[Walk]]]) -> list[tuple[Footage, list[Walk]]]:
    kept: list[tuple[Footage, list[Walk]]] = []
    for file, walks in made:
        alone = recordings((*(f for f, _ in kept), file))
        if len(alone) == len(kept) + 1:
            kept.append((file, walks))
    return kept


ARCHIVES = archives()
