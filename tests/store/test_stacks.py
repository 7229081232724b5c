"""What is kept in memory: read once while there is room, sizes put away before whole lanes."""

from tests.store.samples import segment
from tests.store.worlds import Memory, Piece, world
from vsa_core.store.stacks import Recent, Stacks


def _stacks(room: int) -> tuple[Stacks, Memory]:
    """Three cameras that happen to have seen the same."""
    ledger, memory = world([Piece(n, 0, 1, 200, 0, segment(n, 1, 200).points) for n in range(3)])
    return Stacks(memory, lambda name: ledger, room), memory


def test_things_are_made_once_while_there_is_room_and_the_oldest_goes_first() -> None:
    kept: Recent[str] = Recent(2, len)
    made: list[str] = []

    def get(name: str) -> str:
        return kept.get(name, lambda: made.append(name) or name)  # type: ignore[func-returns-value]

    for name in "abacaab":
        get(name)
    assert made == ["a", "b", "c", "b"]


def test_the_newest_stays_however_large() -> None:
    kept: Recent[str] = Recent(1, len)
    assert kept.get("long", lambda: "long") == "long"
    assert kept.get("long", lambda: "other") == "long"


def test_a_lane_is_read_once() -> None:
    stacks, memory = _stacks(2**30)
    first = stacks.hall([("a", "a")], sizes=False)
    opened = len(memory.opened)
    second = stacks.hall([("a", "a")], sizes=True)
    assert first.lanes[0] is second.lanes[0]
    assert len(memory.opened) == opened


def test_several_lanes_side_by_side_are_laid_once() -> None:
    stacks, _ = _stacks(2**30)
    cameras = [("a", "a"), ("b", "b")]
    assert stacks.hall(cameras, False) is stacks.hall(cameras, False)
    assert stacks.hall([*cameras, ("c", "c")], False) is not stacks.hall(cameras, False)


def test_sizes_are_put_away_before_a_lane_goes() -> None:
    stacks, _ = _stacks(2**30)
    lane = stacks.hall([("a", "a")], sizes=True).lanes[0]
    assert lane.sizes is not None
    tight, _ = _stacks(2 * lane.nbytes - lane.sizes.nbytes // 2)
    tight.hall([("a", "a")], sizes=False)
    tight.hall([("b", "b")], sizes=False)
    assert tight.hall([("a", "a")], sizes=False).lanes[0].sizes is None
    again = tight.hall([("a", "a")], sizes=True).lanes[0]
    assert again.sizes is not None
    assert (again.sizes == lane.sizes).all()


def test_without_room_only_the_lane_in_use_stays() -> None:
    stacks, _ = _stacks(1)
    first = stacks.hall([("a", "a")], sizes=True).lanes[0]
    stacks.hall([("b", "b")], sizes=True)
    assert stacks.hall([("a", "a")], sizes=True).lanes[0] is not first
