"""Several machines, each in a network namespace of its own, see what one machine sees."""

import json

import pytest

from tests.roads.rack import alone, refusal

pytestmark = [pytest.mark.slow]


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    """What the show tells, on two short films."""
    if reason := refusal():
        pytest.skip(reason)
    done = alone("tests.roads.on_a_rack", "2", "8")
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_one_machine_and_two_see_what_the_program_sees(told: dict[str, object]) -> None:
    assert told["slices"] == 4
    assert told["same_on_one_machine"] is True
    assert told["same_on_two_machines"] is True
    assert told["same_in_a_case"] is True


def test_a_machine_that_is_killed_midway_costs_its_slice_and_no_more(
    told: dict[str, object],
) -> None:
    assert told["died_with_the_machine"] == 1
    assert told["same_after_the_kill"] is True


def test_whoever_speaks_in_clear_or_with_foreign_papers_is_refused(
    told: dict[str, object],
) -> None:
    assert told["home"] == "let in"
    assert told["plaintext"] != "let in"
    assert told["plaintext_to_tls"] != "let in"
    assert "CLU-012" in str(told["foreign"])


def test_a_copy_that_somebody_wrote_to_is_seen_by_its_machine(told: dict[str, object]) -> None:
    assert told["touched"] == "SRC-009"


def test_each_part_listens_on_one_port_of_its_own_address(told: dict[str, object]) -> None:
    listening = told["listening"]
    assert isinstance(listening, list)
    assert len(listening) == 3
    assert not any(set(address.partition(":")[0]) == {"0"} for address in listening)
