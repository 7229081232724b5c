"""Groups met: gatherings followed by the members that they share."""

from tests.events.company_worlds import still
from tests.events.worlds import NOON, tracks
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.company import company
from vsa_core.events.groups_met import Met, Rules, met
from vsa_core.events.instants import Instants, instants

RULES = Rules(people=2, distance=1000, absence=1000, shape=1.0)


def followed(world: Tracks) -> tuple[Instants, Met]:
    paths = company(world, Query("gathering"), None)
    asked = instants(paths, 3000, RULES.people)
    return asked, met(paths, asked, None, RULES)


def test_a_gathering_goes_on_while_a_member_is_shared() -> None:
    """One and two; two and three; three and four: handed on from pair to pair."""
    walks = [still(20_000 + 4000 * i, 30_000, 3000 * i, 3000 * i + 5000) for i in range(4)]
    asked, found = followed(tracks(*walks))
    assert len(found.stays.first) == 1
    assert set(found.who[found.members(0)].tolist()) == {0, 1, 2, 3}
    times = (asked.times[found.when] - NOON) // 1000
    assert (times.min(), times.max()) == (3000, 11_000)
    assert set(found.most.tolist()) == {2}
    assert found.stays.absent.tolist() == [1_000_000]
    assert found.stays.lasted.tolist() == [6_000_000]


def test_the_size_is_that_of_the_largest_group_and_the_total_that_of_all() -> None:
    """Three in one place; two in another, one of whom was with them before."""
    world = tracks(
        *(still(20_000 + 3000 * i, 30_000, 0, 4000) for i in range(3)),
        *(still(50_000 + 3000 * i, 30_000, 0, 4000) for i in range(2)),
    )
    _, found = followed(world)
    assert len(found.stays.first) == 2
    assert sorted(set(found.most.tolist())) == [2, 3]
    assert set(found.total.tolist()) == {5}


def test_nobody_met() -> None:
    for world in (tracks(), tracks(still(1, 1)), tracks(still(1, 1), still(60_000, 60_000))):
        assert len(followed(world)[1].stays.first) == 0
