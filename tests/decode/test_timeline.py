"""The timeline orders what is shown and knows from where each picture can be reached."""

import numpy as np

from vsa_core.decode.timeline import not_coded, timeline_of
from vsa_core.decode.timing import NO_TIME
from vsa_core.domain.footage import PacketIndex


def index(
    pts: list[int], keys: frozenset[int] = frozenset({0}), sizes: list[int] | None = None
) -> PacketIndex:
    n = len(pts)
    size = np.array(sizes if sizes is not None else [100] * n, np.int64)
    key = np.isin(np.arange(n), sorted(keys))
    zero = np.zeros(n, np.int64)
    return PacketIndex(np.array(pts, np.int64), zero, size, key, zero, zero)


def test_positions_follow_the_times() -> None:
    line = timeline_of(index([0, 120, 40, 80]), "h264")
    assert line.times.tolist() == [0, 40, 80, 120]
    assert line.place.tolist() == [0, 3, 1, 2]
    assert line.ripe.tolist() == [0, 3, 3, 3]


def test_which_picture_is_on_show() -> None:
    line = timeline_of(index([10, 50, 90]), "h264")
    assert [line.at(pts) for pts in (-5, 10, 49, 50, 51, 89, 90, 999)] == [0, 0, 0, 1, 1, 1, 2, 2]
    assert [line.first_from(pts) for pts in (-5, 10, 11, 90, 91)] == [0, 0, 1, 2, 3]


def test_hidden_packets_have_no_place() -> None:
    line = timeline_of(index([0, NO_TIME, 40]), "h264")
    assert line.place.tolist() == [0, -1, 1]
    assert line.times.tolist() == [0, 40]


def test_starts_go_from_the_nearest_key_back_to_the_beginning() -> None:
    line = timeline_of(index([0, 40, 80, 120, 160, 200], keys=frozenset({0, 2, 4})), "h264")
    assert line.starts(5) == [4, 2, 0]
    assert line.starts(3) == [2, 0]
    assert line.starts(0) == [0]


def test_leading_pictures_are_reached_from_the_group_before() -> None:
    # Packet 3 is a key picture shown after packets 4 and 5, which lean on it.
    line = timeline_of(index([0, 40, 80, 200, 120, 160], keys=frozenset({0, 3})), "h264")
    assert line.starts(line.at(120)) == [0]
    assert line.starts(line.at(200)) == [3, 0]


def test_a_file_that_begins_within_a_group_starts_at_its_first_packet() -> None:
    line = timeline_of(index([0, 40, 80], keys=frozenset({2})), "h264")
    assert line.starts(1) == [0]
    assert line.starts(2) == [2, 0]


def test_a_hidden_key_picture_reaches_what_it_leads_to() -> None:
    # An edit list that begins within a group: the key packet is decoded and not shown.
    line = timeline_of(index([NO_TIME, 0, 40, 80], keys=frozenset({0, 3})), "h264")
    assert line.starts(0) == [0]
    assert line.starts(2) == [3, 0]


def test_what_leans_on_a_picture() -> None:
    # Coded I0 P4 B1 B2 B3, I8 B5 B6 B7: shown in the order of the numbers.
    coded = [0, 4, 1, 2, 3, 8, 5, 6, 7]
    line = timeline_of(index([40 * n for n in coded], keys=frozenset({0, 5})), "h264")
    assert (line.leaning_from(4), line.healed_after(4)) == (1, 8)
    assert (line.leaning_from(2), line.healed_after(2)) == (2, 4)
    assert (line.leaning_from(0), line.healed_after(0)) == (0, 8)
    assert (line.leaning_from(8), line.healed_after(8)) == (5, 9)
    assert (line.reach_of(0), line.reach_of(5)) == (0, 8)


def test_a_second_field_is_coded_and_shown_right_after_the_first() -> None:
    line = timeline_of(index([0, 20, 80, 100, 40, 60]), "h264")
    assert [line.second_field(p) for p in range(6)] == [1, -1, 3, -1, 5, -1]


def test_no_pictures() -> None:
    line = timeline_of(index([], frozenset()), "h264")
    assert line.starts(0) == [0]
    assert line.at(0) == 0


def test_only_mpeg4_says_as_before() -> None:
    sizes = np.array([1, 7, 16, 17, 4000], np.int64)
    assert not_coded("mpeg4", sizes).tolist() == [True, True, True, False, False]
    assert not not_coded("h264", sizes).any()
    line = timeline_of(index([0, 1, 2], sizes=[900, 7, 300]), "mpeg4")
    assert line.silent.tolist() == [False, True, False]
