"""What a lane weighs, and what it leaves out of memory when sizes are put away."""

from dataclasses import replace

from tests.store.samples import segment
from tests.store.worlds import Piece, shelf_over, world
from vsa_core.store.hall import Hall
from vsa_core.store.lane import STEPS, Lane


def lane_of_world(*pieces: Piece) -> Lane:
    ledger, memory = world(list(pieces))
    hall = shelf_over(memory, ledger).hall(("Porte nord",), sizes=True)
    assert isinstance(hall, Hall)
    return hall.lanes[0]


def test_a_lane_costs_less_than_the_points_it_holds() -> None:
    lane = lane_of_world(*(Piece(n, 0, 1, 200, 0, segment(n, 1, 400).points) for n in range(20)))
    points = int(lane.chains.begin[-1]) - 1
    assert points == 20 * 400
    assert lane.nbytes < 12 * points


def test_sizes_put_away_are_weighed_no_more() -> None:
    lane = lane_of_world(Piece(0, 0, 1, 200, 0, segment(1, 1, 400).points))
    assert lane.sizes is not None
    assert lane.nbytes - replace(lane, sizes=None).nbytes == lane.sizes.nbytes


def test_a_block_ends_with_the_first_point_of_the_next() -> None:
    lane = lane_of_world(Piece(0, 0, 1, 200, 0, segment(1, 1, 100).points))
    assert lane.feet.shape[1:] == (2, STEPS + 1)
    assert (lane.feet[:-1, :, STEPS] == lane.feet[1:, :, 0]).all()
