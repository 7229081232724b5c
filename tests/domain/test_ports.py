from vsa_core.domain.ports import Wanted


def test_wanting_nothing_in_particular_rules_nothing_out() -> None:
    wanted = Wanted()
    assert wanted.kinds == frozenset()
    assert wanted.start is None
    assert wanted.end is None
    assert wanted.cells == 2**64 - 1
