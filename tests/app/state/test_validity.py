import pytest

from app.state.validity import DAY, SOON, Validity, validity
from vsa_core.domain.case import Person, Role

NOW = 1_000 * DAY


def person(begins: int, ends: int | None, role: Role = Role.ANALYST) -> Person:
    return Person("alice", role, "Alice A.", "H-1", "", "", begins=begins, ends=ends)


@pytest.mark.parametrize(
    ("begins", "ends", "found"),
    [
        (0, None, Validity.HOLDS),
        (0, NOW + (SOON + 1) * DAY, Validity.HOLDS),
        (0, NOW + SOON * DAY, Validity.SOON),
        (0, NOW + 1, Validity.SOON),
        (0, NOW, Validity.ENDED),
        (NOW, None, Validity.HOLDS),
        (NOW + 1, None, Validity.NOT_YET),
    ],
)
def test_a_habilitation_holds_ends_soon_or_has_ended(
    begins: int, ends: int | None, found: Validity
) -> None:
    assert validity(person(begins, ends), NOW) is found


def test_the_administrators_has_no_end_that_counts() -> None:
    assert validity(person(0, NOW - DAY, Role.ADMINISTRATOR), NOW) is Validity.HOLDS
