"""Until when each shard is kept; what is told agrees with what may be destroyed."""

from pathlib import Path

import pytest

from tests.audit.test_purge import LATE
from tests.audit.test_purge import folder as folder
from tests.audit.test_purge import original as original
from tests.audit.test_renewal import SIGNED
from tests.audit.world import BEGUN, DAY, NEXT, Ticking, begin, inception, pen, rewrite
from vsa_core.audit.keeping import keeping
from vsa_core.audit.purge import doomed, purgeable
from vsa_core.audit.renewal import begin_again
from vsa_core.errors import Refused

CASE = "2026/17"


@pytest.mark.parametrize("cases", [(), (CASE,), ("2026/18",)])
@pytest.mark.parametrize("now", [BEGUN, NEXT, LATE, LATE + 3 * 366 * DAY])
def test_what_may_go_is_what_may_be_destroyed(
    folder: Path,
    now: int,
    cases: tuple[str, ...],
) -> None:
    told = keeping(folder, now, cases)
    free = [one.shard for one in told if one.until is not None and one.until <= now]
    free = [one.shard for one in told if one.shard in free and not one.held_by]
    assert free == [one.shard for one in purgeable(folder, now, cases)]


def test_the_shard_in_use_has_no_end_and_the_others_have(folder: Path) -> None:
    told = keeping(folder, LATE, (CASE,))
    assert [one.shard for one in told] == ["2026H2", "2027H1", "2030H1"]
    assert [one.until is None for one in told] == [False, False, True]
    assert told[0].held_by == (CASE,)
    assert told[1].held_by == ()  # too young to be looked into


def test_one_damaged_shard_after_another_is_not_older_than_the_first_that_reads(
    tmp_path: Path,
) -> None:
    begin(tmp_path).close()
    for day in (1, 2):
        rewrite(tmp_path, [b"garbage\n", b"more\n"])
        begin_again(tmp_path, inception(), pen(clock=Ticking(NEXT + day * DAY)), SIGNED).close()
    until = keeping(tmp_path, NEXT + 3 * DAY, ())[0].until
    assert until is not None
    assert until > NEXT + 3 * 365 * DAY
    with pytest.raises(Refused, match="AUD-027"):
        doomed(tmp_path, "2026H2", NEXT + 3 * DAY, ())
