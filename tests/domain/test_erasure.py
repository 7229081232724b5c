from vsa_core.domain.erasure import Ground, Step


def test_the_steps_come_in_their_order() -> None:
    assert list(Step) == ["requested", "keys_rotated", "files_unlinked", "verified", "done"]


def test_a_case_is_erased_on_three_grounds() -> None:
    assert set(Ground) == {"closure", "term", "order"}
