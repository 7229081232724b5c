"""The order: its digest tells every change, and forgets the order of what is a set."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.world import StillSource, order_of, piece
from vsa_core.domain.moment import Span
from vsa_core.export.order import Cut, ExportOrder

ORDER = order_of((piece(StillSource((0,))),))

CHANGES: list[dict[str, object]] = [
    {"case": "2024/001235"},
    {"person": "other"},
    {"camera": "Sortie"},
    {"recording": "00" * 32},
    {"cuts": (Cut(ORDER.cuts[0].footage, Span(0, 1999)),)},
    {"cuts": (Cut("11" * 32, ORDER.cuts[0].span),)},
    {"matched": ()},
    {"matched": (7, 8)},
    {"hits": ()},
    {"query": ""},
    {"language": "en"},
    {"zone": "UTC"},
    {"motive": ""},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_every_field_is_in_the_digest(change: dict[str, object]) -> None:
    assert replace(ORDER, **change).digest != ORDER.digest


@given(st.permutations([3, 7, 9, 7]))
def test_matched_tracks_are_a_set(matched: list[int]) -> None:
    other = replace(ORDER, matched=tuple(matched))
    assert other.digest == replace(ORDER, matched=(3, 7, 9)).digest


def test_an_order_takes_something() -> None:
    with pytest.raises(ValueError, match="at least one"):
        replace(ORDER, cuts=())


def test_an_order_takes_one_stretch_of_a_footage() -> None:
    with pytest.raises(ValueError, match="one stretch"):
        replace(ORDER, cuts=ORDER.cuts * 2)


def test_cuts_keep_their_order() -> None:
    two = (ORDER.cuts[0], Cut("22" * 32, Span(0, 5)))
    forth: ExportOrder = replace(ORDER, cuts=two)
    assert forth.digest != replace(ORDER, cuts=two[::-1]).digest
