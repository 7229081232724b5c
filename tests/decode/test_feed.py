"""Packets come with the ordinal that admission gave them, wherever reading starts."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests import films
from tests.decode.conftest import Projector
from vsa_core.decode.feed import ContainerFeed, Feed, RawFeed, open_feed, or_none
from vsa_core.decode.timing import NO_TIME
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import PacketIndex

Feeding = Callable[[str], tuple[Feed, PacketIndex]]


@pytest.fixture
def feeding(film: Projector) -> Iterator[Feeding]:
    with ExitStack() as stack:

        def make(name: str) -> tuple[Feed, PacketIndex]:
            file = stack.enter_context(film(name).path.open("rb", buffering=0))
            index = walk(file, name).packets
            feed = open_feed(file, name, index, threads=1)
            stack.callback(feed.close)
            return feed, index

        yield make


@pytest.mark.parametrize("name", [*films.TIMED, *films.UNTIMED])
def test_from_any_key_packet_come_all_that_follow(feeding: Feeding, name: str) -> None:
    feed, index = feeding(name)
    total = len(index.size)
    keys = np.flatnonzero(index.key).tolist()
    for key in [0, *keys[-2:], *keys[:2], 0]:
        _, packets = feed.start(key)
        items = [(ordinal, packet.size) for ordinal, packet in packets]
        assert [ordinal for ordinal, _ in items] == list(range(key, total))
        assert [size for _, size in items] == index.size[key:].tolist()


def test_bare_streams_are_read_in_place_and_others_through_the_demuxer(feeding: Feeding) -> None:
    assert isinstance(feeding("raw")[0], RawFeed)
    assert isinstance(feeding("transport")[0], ContainerFeed)
    assert [feeding(name)[0].by_turn for name in ("raw", "avi_mpeg4", "variable")] == [
        True,
        True,
        False,
    ]


def test_a_bare_stream_whose_packets_do_not_touch_goes_through_the_demuxer(
    film: Projector,
) -> None:
    with film("raw").path.open("rb", buffering=0) as file:
        index = walk(file, "raw").packets
        moved = replace(index, pos=index.pos + np.arange(len(index.pos)))
        feed = open_feed(file, "raw", moved, threads=1)
        assert isinstance(feed, ContainerFeed)
        feed.close()


def test_packets_that_the_index_does_not_know_are_left_out(film: Projector) -> None:
    with film("constant").path.open("rb", buffering=0) as file:
        index = walk(file, "constant").packets
        size = index.size.copy()
        size[5] += 1
        feed = open_feed(file, "constant", replace(index, size=size), threads=1)
        ordinals = [ordinal for ordinal, _ in feed.start(0)[1]]
        assert 5 not in ordinals
        assert ordinals == [k for k in range(len(size)) if k != 5]
        feed.close()


def test_a_bare_stream_cut_since_ends_instead_of_inventing(film: Projector, tmp_path: Path) -> None:
    data = film("raw").path.read_bytes()
    path = tmp_path / "raw.264"
    path.write_bytes(data)
    with path.open("rb", buffering=0) as file:
        index = walk(file, "raw").packets
        feed = open_feed(file, "raw", index, threads=1)
        path.write_bytes(data[: len(data) // 2])
        ordinals = [ordinal for ordinal, _ in feed.start(0)[1]]
        assert 0 < len(ordinals) < len(index.size)
        feed.close()


def test_a_missing_number_is_no_time() -> None:
    assert (or_none(None), or_none(0), or_none(7)) == (NO_TIME, 0, 7)
