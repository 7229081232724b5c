"""Past answers and exports in the catalogue."""

from fractions import Fraction

import pytest

from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.event import Event, Hit, Measure, Stamp
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.errors import Bug, WrongUsage
from vsa_core.store.answer_rows import Exported
from vsa_core.store.catalog import Catalog

QUERY = Query("line_crossing", cameras=("Porte nord",)).fields()
COVERAGE = Coverage(
    (
        Covered("Porte nord", "a" * 64, 0, 10, Looked.LOOKED, Level.FULL),
        Covered("Porte sud", "", 0, 10, Looked.NO_FOOTAGE, None),
    )
)


def _hit(name: str, track: int = 1) -> Hit:
    stamp = Stamp("a" * 64, 9000, Fraction(1, 90_000), 1_700_000_000_000_000)
    pedigree = Pedigree(("a" * 64,), ("b" * 64,), "d", "t", "s", "p")
    measure = Measure("distance", 12, None, "frame units")
    event = Event(
        *("line_crossing", 1, "Porte nord", "a" * 64, track, "car", stamp, stamp),
        *((1, 2, 3, 4), 900, "to_right", "crossed", (measure,), pedigree),
    )
    return Hit(name, event)


ONE, TWO = _hit("abcd" + "0" * 60), _hit("abce" + "0" * 60, 2)


def test_an_answer_comes_back_as_it_was_given(catalog: Catalog) -> None:
    catalog.answers.add(41, QUERY, [TWO, ONE], COVERAGE)
    answer = catalog.answers.get(41)
    assert (answer.sequence, answer.query) == (41, QUERY)
    assert [(hit.name, hit.sequence) for hit in answer.hits] == [(TWO.name, 41), (ONE.name, 41)]
    assert [hit.fields for hit in answer.hits] == [TWO.event.fields(), ONE.event.fields()]
    assert answer.coverage == [stretch.fields() for stretch in COVERAGE.stretches]


def test_answers_stand_by_their_record(catalog: Catalog) -> None:
    catalog.answers.add(50, QUERY, [], COVERAGE)
    catalog.answers.add(41, QUERY, [ONE], COVERAGE)
    assert catalog.answers.sequences() == (41, 50)
    assert catalog.answers.get(50).hits == ()
    with pytest.raises(Bug, match="STO-010"):
        catalog.answers.add(41, QUERY, [TWO], COVERAGE)
    assert len(catalog.answers.get(41).hits) == 1
    with pytest.raises(WrongUsage, match="STO-015"):
        catalog.answers.get(42)


def test_a_hit_is_found_by_its_name_or_an_unambiguous_beginning(catalog: Catalog) -> None:
    catalog.answers.add(41, QUERY, [ONE, TWO], COVERAGE)
    assert catalog.answers.hit(ONE.name).fields == ONE.event.fields()
    assert catalog.answers.hit("abce").name == TWO.name


def test_a_beginning_that_fits_several_is_not_guessed(catalog: Catalog) -> None:
    near = _hit("abcd" + "0" * 59 + "1", 3)
    catalog.answers.add(41, QUERY, [ONE, near], COVERAGE)
    with pytest.raises(WrongUsage, match="STO-013"):
        catalog.answers.hit("abcd0")
    assert catalog.answers.hit(near.name).name == near.name


def test_the_same_hit_of_two_answers_is_one_hit(catalog: Catalog) -> None:
    for sequence in (41, 44, 43):
        catalog.answers.add(sequence, QUERY, [ONE], COVERAGE)
    assert catalog.answers.hit("abcd").sequence == 44


@pytest.mark.parametrize("name", ["", "abc", "ffff", "%", "ab__", "ABCD", "abcd' OR 1", "a" * 65])
def test_what_names_no_hit_is_told(catalog: Catalog, name: str) -> None:
    catalog.answers.add(41, QUERY, [ONE], COVERAGE)
    with pytest.raises(WrongUsage, match="STO-012"):
        catalog.answers.hit(name)


def test_exports_come_back_in_order(catalog: Catalog) -> None:
    two = Exported(52, "anne", 5, {"clip": "a" * 64, "hits": ["b" * 64]})
    one = Exported(51, "basile", 6, {})
    for exported in (two, one):
        catalog.exports.add(exported)
    assert catalog.exports.all() == (one, two)
    with pytest.raises(Bug, match="STO-010"):
        catalog.exports.add(one)
