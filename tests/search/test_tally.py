"""Counts are those of the answer, never without the right receipt, never without coverage."""

from dataclasses import replace

import pytest

from tests.events.worlds import tracks
from tests.search.archive import Shelf, crossing, footage, grant, looked, of_file, pedigree, planned
from vsa_core.domain.coverage import Looked
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Fault, Unreadable
from vsa_core.search.plan import Plan
from vsa_core.search.run import Failure
from vsa_core.search.tally import tally

QUERY = Query("line_crossing", place=Line(Point(10_000, 30_000), Point(50_000, 30_000)))
A, C = footage("a"), footage("c", "south")
HELD: dict[str, Tracks | Fault] = {
    A.digest: of_file(tracks(crossing(1000), crossing(6000)), A),
    C.digest: of_file(tracks(crossing(1000)), C),
}


def made() -> Plan:
    """A plan over two cameras, and a third of which nothing is there."""
    known = {f.digest: looked(f) for f in (A, C)}
    pedigrees = {f.digest: pedigree(f.digest[0]) for f in (A, C)}
    return planned(QUERY, grant("north", "south", "west"), (A, C), known, pedigrees)


def test_hits_are_counted_by_camera() -> None:
    planned = made()
    found = tally(planned, Receipt(7, "e" * 64, QUERY.digest), Shelf(HELD))
    assert found.cameras == {"north": 2, "south": 1, "west": 0}
    assert found.coverage == planned.coverage
    assert found.failures == ()


def test_a_receipt_of_another_question_counts_nothing() -> None:
    shelf = Shelf(HELD)
    other = replace(QUERY, direction="to_left").digest
    with pytest.raises(Bug, match="ASK-001"):
        tally(made(), Receipt(7, "e" * 64, other), shelf)
    assert shelf.asked == []


def test_what_could_not_be_read_is_said() -> None:
    held = {**HELD, A.digest: Unreadable("STO-001", name="x")}
    found = tally(made(), Receipt(7, "e" * 64, QUERY.digest), Shelf(held))
    assert found.cameras == {"north": 0, "south": 1, "west": 0}
    assert found.failures == (Failure(A.digest, "STO-001"),)
    assert found.coverage.microseconds(Looked.UNDECODABLE) > 0
