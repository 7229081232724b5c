import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.stops import nearest, stops
from tests.app.inquiry import KINDS

SLIDERS = {slider.name: slider for kind in KINDS for slider in kind.parameters}.values()


@pytest.mark.parametrize("slider", SLIDERS, ids=lambda slider: slider.name)
def test_every_slider_of_the_house_has_stops_that_one_can_step_through(slider: object) -> None:
    low, high, default = slider.low, slider.high, slider.default  # type: ignore[attr-defined]
    values = stops(low, high, slider.unit, default)  # type: ignore[attr-defined]
    assert values[0] == low
    assert values[-1] == high
    assert default in values
    assert list(values) == sorted(set(values))
    assert len(values) <= 410


def test_times_are_fine_where_they_are_short() -> None:
    values = stops(0, 86_400_000, "ms", 20_000)
    for said in (0, 400, 1_500, 12_000, 17_000, 90_000, 600_000, 900_000, 3_600_000, 7_200_000):
        assert said in values
    assert 17_500 not in values


def test_a_choice_stops_at_every_value() -> None:
    assert stops(0, 2, "anchor", 0) == (0, 1, 2)


def test_a_kept_value_is_a_stop_unless_it_lies_outside() -> None:
    assert 123 in stops(0, 1000, "per_mille_size", 123)
    assert 2000 not in stops(0, 1000, "per_mille_size", 2000)


@given(
    st.integers(0, 10**8),
    st.integers(0, 10**8),
    st.sampled_from(["ms", "per_mille_size"]),
    st.integers(0, 10**8),
)
def test_stops_are_in_order_within_their_range(a: int, b: int, unit: str, value: int) -> None:
    low, high = min(a, b), max(a, b)
    if unit != "ms":
        low, high = low % 5000, low % 5000 + high % 5000
    values = stops(low, high, unit, value)
    assert list(values) == sorted(set(values))
    assert (values[0], values[-1]) == (low, high)
    at = nearest(values, value)
    assert all(abs(values[at] - value) <= abs(other - value) for other in values)
