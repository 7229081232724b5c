"""False alarms by the hour say how little a few minutes tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from vsa_core.validation.report_rates import HOUR, hourly


def test_none_at_all_in_ten_minutes_is_no_proof_of_none() -> None:
    rate = hourly(0, HOUR // 6)
    assert rate is not None
    assert (rate.value, rate.low) == (0.0, 0.0)
    assert rate.high == pytest.approx(22.13, abs=0.01)


def test_no_time_has_no_rate() -> None:
    assert hourly(3, 0) is None


@given(st.integers(0, 500), st.integers(1, 100 * HOUR))
def test_the_interval_is_garwood_s(count: int, looked: int) -> None:
    rate = hourly(count, looked)
    assert rate is not None
    assert rate.low <= rate.value <= rate.high
    hours = looked / HOUR
    assert poisson.cdf(count, rate.high * hours) == pytest.approx(0.025, abs=1e-6)
    if count:
        assert poisson.sf(count - 1, rate.low * hours) == pytest.approx(0.025, abs=1e-6)
