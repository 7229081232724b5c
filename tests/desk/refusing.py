"""Ways of asking that the law refuses, for calls that answer like a question."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.conftest import left
from tests.desk.records import denied
from tests.desk.scene import HOUR, FixedClock, Office, indexed, office
from vsa_core.domain.case import Act
from vsa_core.errors import Refused

Call = Callable[[Office], object]


def check_refused(call: Call, folder: Path, act: Act) -> None:
    """Refused to a ticket of another case, and once the basis has expired, which is recorded."""
    clock = FixedClock()
    at = indexed(office(folder, clock))
    try:
        call(at)
        check_of_case(call, at)
        clock.time += 49 * HOUR
        with pytest.raises(Refused, match="LAW-005"):
            call(at)
        assert denied(at.home) == ("alice", act, "LAW-005")
    finally:
        left(at)


def check_of_case(call: Call, at: Office) -> None:
    """Refused to a ticket of another case."""
    other = replace(at.where, case=replace(at.where.case, number="2024/18"))
    with pytest.raises(Refused, match="CAS-002"):
        call(replace(at, where=other))
