"""Decisions of people in the catalogue."""

from dataclasses import replace

from vsa_core.domain.verdict import Verdict
from vsa_core.store.catalog import Catalog
from vsa_core.store.mark_rows import Mark

MARK = Mark("a" * 64, 7, Verdict.MATCH, "anne", "M01", 41, 1_700_000_000_000_000, "f" * 64)


def test_a_decision_comes_back(catalog: Catalog) -> None:
    catalog.marks.add(MARK)
    assert catalog.marks.all() == (MARK,)
    assert catalog.marks.latest("a" * 64) == {7: MARK}
    assert catalog.marks.latest("b" * 64) == {}


def test_the_last_decision_counts_and_none_is_forgotten(catalog: Catalog) -> None:
    later = replace(MARK, verdict=Verdict.REJECT, person="basile", sequence=50)
    other = replace(MARK, chain=3)
    for mark in (MARK, other, later):
        catalog.marks.add(mark)
    assert catalog.marks.latest("a" * 64) == {7: later, 3: other}
    assert catalog.marks.all() == (MARK, other, later)
    assert catalog.marks.count() == 3
