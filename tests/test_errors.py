import pytest

from vsa_core.errors import Bug, Fault, Refused, Tampered, Unreadable, WrongUsage


@pytest.mark.parametrize(
    ("branch", "status"),
    [(WrongUsage, 2), (Refused, 3), (Unreadable, 4), (Tampered, 5), (Bug, 70)],
)
def test_the_branch_decides_the_exit_status(branch: type[Fault], status: int) -> None:
    assert branch("SRC-001").exit_status == status


def test_a_fault_carries_its_code_and_values() -> None:
    fault = Unreadable("SRC-012", name="cam.mp4")
    assert fault.code == "SRC-012"
    assert fault.values == {"name": "cam.mp4"}
    assert str(fault) == "SRC-012 (name='cam.mp4')"
    assert str(Bug("USE-001")) == "USE-001"
