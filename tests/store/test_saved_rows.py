"""Saved questions in the catalogue."""

from dataclasses import replace

import pytest

from vsa_core.domain.filters import Colours
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.saved_query import Saved
from vsa_core.errors import Bug
from vsa_core.store.catalog import Catalog

PART = Query(
    "line_crossing", place=Line(Point(0, 0), Point(9, 9)), filters=(Colours("whole", ("red",)),)
)
SAVED = Saved("porte nord", Query("any", parts=(PART, Query("seen"))), "alice", 7)


def test_a_question_comes_back_whole(catalog: Catalog) -> None:
    catalog.saved.add(SAVED)
    assert catalog.saved.get("porte nord") == SAVED
    assert catalog.saved.get("porte") is None


def test_questions_come_in_order_of_name(catalog: Catalog) -> None:
    other = replace(
        SAVED, name="accueil", query=Query("seen", settings=(Setting("minimum", 1, 0, 9),))
    )
    for saved in (SAVED, other):
        catalog.saved.add(saved)
    assert catalog.saved.all() == (other, SAVED)


def test_one_name_is_one_question(catalog: Catalog) -> None:
    catalog.saved.add(SAVED)
    with pytest.raises(Bug, match="STO-010"):
        catalog.saved.add(replace(SAVED, query=Query("seen")))


def test_a_question_is_renamed_and_dropped(catalog: Catalog) -> None:
    catalog.saved.add(SAVED)
    catalog.saved.rename("porte nord", "porte sud")
    assert catalog.saved.all() == (replace(SAVED, name="porte sud"),)
    catalog.saved.drop("porte sud")
    assert catalog.saved.all() == ()
