"""Places in a truth: each sort is read, in fractions or pixels, and refused clearly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Flow, Line, Path, Place, Point, Zone
from vsa_core.errors import WrongUsage
from vsa_core.validation.truth_fields import Fields
from vsa_core.validation.truth_places import place_of

HALF = Decimal("0.5")
CELLS = [-1, 255, 64, 0] * 16


def read(picture: tuple[int, int] | None = None, **table: object) -> Place | None:
    return place_of(Fields("t.toml", {"kind": "seen", **table}), picture)


def refused(picture: tuple[int, int] | None = None, **table: object) -> WrongUsage:
    with pytest.raises(WrongUsage) as refusal:
        read(picture, **table)
    return refusal.value


def test_each_sort_of_place_is_read() -> None:
    a, b, c = Point(0, 0), Point(32_768, UNITS), Point(UNITS, 0)
    assert read() is None
    assert read(line=[[0, 0], [HALF, 1]]) == Line(a, b)
    assert read(zone=[[0, 0], [HALF, 1], [1, 0]]) == Zone((a, b, c))
    assert read(path=[[0, 0], [HALF, 1], [0, 0]]) == Path((a, b, a))
    assert read(flow=CELLS) == Flow(tuple(CELLS))
    assert read((768, 432), units="pixels", path=[[0, 0], [384, 432]]) == Path((a, b))


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ({"path": [[0, 0]]}, "EVT-021"),
        ({"path": []}, "EVT-021"),
        ({"path": [[0, 0], [0, 0], [1, 1]]}, "EVT-021"),
        ({"path": [[0, 0], [0, 2]]}, "EVT-024"),
        ({"path": [[0, 0], [0, 2]], "units": "pixels"}, "EVT-023"),
        ({"flow": CELLS[1:]}, "EVT-021"),
        ({"flow": [256, *CELLS[1:]]}, "EVT-021"),
        ({"flow": [-2, *CELLS[1:]]}, "EVT-021"),
        ({"flow": [HALF, *CELLS[1:]]}, "EVT-021"),
        ({"flow": CELLS, "path": [[0, 0], [1, 1]]}, "EVT-002"),
        ({"line": [[0, 0], [1, 1]], "zone": [[0, 0], [1, 0], [1, 1]]}, "EVT-002"),
    ],
)
def test_what_is_no_place(table: dict[str, object], code: str) -> None:
    assert refused(None, **table).code == code


@given(st.lists(st.integers(-1, 255), min_size=64, max_size=64))
def test_any_flow_is_read_as_it_is_written(cells: list[int]) -> None:
    assert read(flow=cells) == Flow(tuple(cells))


def test_two_places_are_told_which_one_is_wanted() -> None:
    both = {"line": [[0, 0], [1, 1]], "path": [[0, 0], [1, 1]]}
    fault = refused(None, **{**both, "kind": "wrong_way"})
    assert fault.values["place"] == "line, flow"
