"""Reading a table of an untrusted document."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from vsa_core.errors import WrongUsage
from vsa_core.validation.truth_fields import Fields


def _fields(**table: object) -> Fields:
    return Fields("truth.toml", table)


def _refused(read: Callable[[], object]) -> WrongUsage:
    with pytest.raises(WrongUsage) as refusal:
        read()
    return refusal.value


def test_a_key_that_nobody_knows() -> None:
    fields = _fields(clip="a", tolerence=1)
    fields.only("clip", "tolerence")
    fault = _refused(lambda: fields.only("clip", "tolerance"))
    assert (fault.code, fault.values["key"], fault.values["known"]) == (
        "EVT-020",
        "tolerence",
        "clip, tolerance",
    )


@pytest.mark.parametrize("value", [1, True, ["a"], {}, "\ud800"])
def test_what_is_no_text(value: object) -> None:
    assert _refused(lambda: _fields(x=value).text("x")).code == "EVT-021"
    assert _refused(lambda: _fields(x=["a", value]).texts("x")).code == "EVT-021"


@pytest.mark.parametrize("value", ["1", True, Decimal("1.5"), 1.0, [1]])
def test_what_is_no_whole_number(value: object) -> None:
    assert _refused(lambda: _fields(x=value).whole("x")).code == "EVT-021"


@pytest.mark.parametrize("value", ["1", 1, {}, ["1"], [True], [Decimal("1.5")], [1, None]])
def test_what_are_no_whole_numbers(value: object) -> None:
    assert _refused(lambda: _fields(x=value).wholes("x")).code == "EVT-021"


def test_whole_numbers_in_order() -> None:
    assert _fields(x=[3, -1, 2]).wholes("x") == (3, -1, 2)
    assert _fields().wholes("x") == ()


@pytest.mark.parametrize(
    "value", ["1", True, -1, Decimal("NaN"), Decimal("Infinity"), Decimal("1e999"), 31_622_401, 1.5]
)
def test_what_is_no_time(value: object) -> None:
    assert _refused(lambda: _fields(x=value).microseconds("x")).code == "EVT-021"


def test_seconds_become_exact_microseconds() -> None:
    read = [_fields(x=v).microseconds("x") for v in (0, 6, Decimal("6.4"), Decimal("0.0000014"))]
    assert read == [0, 6_000_000, 6_400_000, 1]


@pytest.mark.parametrize("value", ["ab", [1, 2], [[1]], [[1, 2, 3]], [[1, "2"]], [["1", 2]], {}])
def test_what_are_no_pairs(value: object) -> None:
    assert _refused(lambda: _fields(x=value).pairs("x")).code == "EVT-021"


@pytest.mark.parametrize("value", [[1], [1, 2, 3], [0, 5], [5, -1], [1, True], "12", [1, 1.5]])
def test_what_is_no_size(value: object) -> None:
    assert _refused(lambda: _fields(x=value).size("x")).code == "EVT-021"


@pytest.mark.parametrize("value", [{}, [1], ["a"], "a"])
def test_what_are_no_tables(value: object) -> None:
    assert _refused(lambda: _fields(x=value).tables("x")).code == "EVT-021"


def test_what_is_no_table() -> None:
    assert _refused(lambda: _fields(x=[]).inner("x")).code == "EVT-021"


def test_a_missing_key_without_default() -> None:
    for read in (_fields().text, _fields().whole, _fields().microseconds):
        fault = _refused(lambda read=read: read("clip"))  # type: ignore[misc]
        assert (fault.code, fault.values) == ("EVT-022", {"where": "truth.toml", "key": "clip"})


def test_what_is_right_is_read() -> None:
    fields = _fields(
        t="é", ts=["a", "b"], n=3, p=[[0, Decimal("0.5")]], s=[4, 3], q=[{"a": 1}, {}], i={"b": 2}
    )
    assert (fields.text("t"), fields.text("u", "d"), fields.texts("ts")) == ("é", "d", ("a", "b"))
    assert (fields.whole("n"), fields.whole("m", 9)) == (3, 9)
    assert (fields.pairs("p"), fields.size("s"), fields.size("z")) == (
        [(Decimal(0), Decimal("0.5"))],
        (4, 3),
        None,
    )
    assert [f.where for f in fields.tables("q")] == ["truth.toml › q[1]", "truth.toml › q[2]"]
    assert (fields.inner("i").whole("b"), fields.inner("j").table) == (2, {})
    assert (fields.tables("none"), fields.texts("none"), fields.pairs("none")) == ([], (), [])
