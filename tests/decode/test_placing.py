"""Pictures find their place by their packet or by their turn, and losses never shift the rest."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.decode.placing import Placer
from vsa_core.decode.timeline import Timeline, timeline_of
from vsa_core.domain.footage import PacketIndex


def line(pts: list[int], sizes: list[int] | None = None, codec: str = "mpeg4") -> Timeline:
    n = len(pts)
    size = np.array(sizes if sizes is not None else [500] * n, np.int64)
    zero = np.zeros(n, np.int64)
    index = PacketIndex(np.array(pts, np.int64), zero, size, np.arange(n) == 0, zero, zero)
    return timeline_of(index, codec)


def coded(groups: list[int]) -> list[tuple[str, int]]:
    """Kind and display number of each packet: after a key picture, B-pictures come between."""
    order = [("I", 0)]
    shown = 1
    for between in groups:
        order.append(("P", shown + between))
        order += [("B", shown + k) for k in range(between)]
        shown += between + 1
    return order


def played(order: list[tuple[str, int]], lost: frozenset[int]) -> dict[int, int]:
    """Display number to position, through a decoder that holds one reference picture back."""
    placer = Placer(line(list(range(len(order)))), by_turn=True, start=0)
    places: dict[int, int] = {}
    held: tuple[int, int] | None = None
    for packet, (kind, number) in enumerate(order):
        if packet in lost:
            continue
        if kind == "B":
            places[number] = placer.place(packet, packet, 1)
            continue
        if held is not None:
            places[held[1]] = placer.place(held[0], packet, 1)
        held = (packet, number)
    if held is not None:
        places[held[1]] = placer.place(held[0], len(order), 1)
    return places


@given(st.lists(st.integers(0, 3), max_size=25))
def test_turns_are_the_display_order(groups: list[int]) -> None:
    assert all(number == place for number, place in played(coded(groups), frozenset()).items())


@given(st.lists(st.integers(0, 3), min_size=1, max_size=25), st.data())
def test_a_lost_b_picture_shifts_nobody(groups: list[int], data: st.DataObject) -> None:
    order = coded(groups)
    spare = [packet for packet, (kind, _) in enumerate(order) if kind == "B"]
    lost = frozenset(data.draw(st.lists(st.sampled_from(spare), unique=True))) if spare else None
    places = played(order, lost or frozenset())
    assert all(number == place for number, place in places.items())


def test_by_packet_a_picture_takes_its_own_time_and_never_goes_back() -> None:
    placer = Placer(line([0, 120, 40, 80], codec="h264"), by_turn=False, start=0)
    assert [placer.place(packet, 3, 2) for packet in (0, 2, 3, 1)] == [0, 1, 2, 3]
    assert placer.place(2, 9, 2) == -1
    assert placer.place(99, 9, 2) == -1
    assert placer.place(-1, 9, 2) == -1


def test_after_a_seek_leading_pictures_that_fail_do_not_pull_the_key_picture_forward() -> None:
    # Packets 4 (key), 5 and 6 (leading, cannot be decoded), 7: the key picture is shown sixth.
    placer = Placer(line(list(range(9))), by_turn=True, start=4)
    assert placer.place(4, 7, 1) == 6


def test_two_pictures_out_at_once_take_two_turns() -> None:
    placer = Placer(line(list(range(6))), by_turn=True, start=0)
    assert [placer.place(0, 2, 2), placer.place(1, 2, 2), placer.place(2, 3, 2)] == [0, 1, 2]


def test_a_picture_comes_before_the_packets_that_only_repeat_it() -> None:
    # XviD's packed stream: a key picture, two place holders, then the rest.
    placer = Placer(line([0, 1, 2, 3, 4], sizes=[900, 1, 1, 800, 300]), by_turn=True, start=0)
    assert [placer.place(0, 3, 1), placer.place(4, 4, 1)] == [0, 3]


def test_more_pictures_than_places_are_turned_away() -> None:
    placer = Placer(line([0, 1]), by_turn=True, start=0)
    assert [placer.place(k, 2, 0) for k in range(3)] == [1, -1, -1]
