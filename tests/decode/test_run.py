"""A pass of the decoder gives pictures in display order and survives packets that it refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext

from tests import films
from tests.decode.conftest import Projector
from tests.films import number_in
from vsa_core.decode.feed import Feed, PicturePacket, open_feed
from vsa_core.decode.run import Run, Shown
from vsa_core.decode.timeline import Timeline, timeline_of
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import PacketIndex


@contextmanager
def feeding(path: Path, threads: int = 1) -> Iterator[tuple[Feed, PacketIndex, Timeline]]:
    with path.open("rb", buffering=0) as file:
        walked = walk(file, path.name)
        feed = open_feed(file, path.name, walked.packets, threads)
        try:
            yield feed, walked.packets, timeline_of(walked.packets, walked.codec)
        finally:
            feed.close()


def luma(shown: Shown) -> np.ndarray:
    return cast(np.ndarray, shown.frame.reformat(format="gray").to_ndarray())


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("name", [*films.TIMED, *films.UNTIMED])
def test_pictures_come_out_in_display_order(film: Projector, name: str, threads: int) -> None:
    with feeding(film(name).path, threads) as (feed, index, line):
        shown = list(Run(feed, index, line, 0).pictures())
    assert [s.position for s in shown] == list(range(film(name).count))
    assert [number_in(luma(s)) for s in shown] == [s.position for s in shown]
    assert all(s.sound for s in shown)
    assert sum(s.key for s in shown) == int(index.key.sum())


@pytest.mark.parametrize("name", ["b250", "open", "transport", "raw_b", "avi_mpeg4"])
def test_from_a_later_key_packet_no_picture_is_misplaced(film: Projector, name: str) -> None:
    with feeding(film(name).path) as (feed, index, line):
        for key in np.flatnonzero(index.key)[1:].tolist():
            shown = list(islice(Run(feed, index, line, key).pictures(), 40))
            assert shown
            assert [number_in(luma(s)) for s in shown] == [s.position for s in shown]


@pytest.mark.parametrize("name", [*films.TIMED, *films.UNTIMED])
def test_key_pictures_alone_are_those_of_the_whole(film: Projector, name: str) -> None:
    with feeding(film(name).path) as (feed, index, line):
        whole = [s.position for s in Run(feed, index, line, 0).pictures() if s.key]
        wanted = np.flatnonzero(index.key).tolist()
        alone = list(Run(feed, index, line, 0).keys(frozenset(wanted)))
    assert [ordinal for ordinal, _ in alone] == wanted
    assert [s.position for _, s in alone if s is not None] == whole
    assert [number_in(luma(s)) for _, s in alone if s is not None] == whole


@pytest.mark.parametrize("name", ["b250", "open", "transport", "raw_b", "avi_mpeg4", "constant"])
def test_no_packet_is_read_after_the_last_key_picture_that_is_wanted(
    film: Projector, name: str
) -> None:
    """A slice of a long file must not cost the reading of all that follows it."""
    with feeding(film(name).path) as (feed, index, line):
        first, second = np.flatnonzero(index.key)[:2].tolist()
        counted = _CountingFeed(feed)
        found = list(Run(counted, index, line, first).keys(frozenset((first,))))
        assert [ordinal for ordinal, shown in found if shown is not None] == [first]
        assert counted.read <= 33  # twice the deepest reordering, and one to see that it is over
        assert list(Run(counted, index, line, second).keys(frozenset())) == []


def test_the_number_of_packets_can_be_bounded(film: Projector) -> None:
    with feeding(film("constant").path) as (feed, index, line):
        run = Run(feed, index, line, 0)
        assert len(list(run.pictures(7))) == 7
        assert run.taken == 6


class _Refusing:
    """A decoder that refuses every packet."""

    reorder_depth = 0

    def __init__(self) -> None:
        self.asked = 0

    def decode(self, packet: PicturePacket | None) -> list[object]:
        self.asked += packet is not None
        raise MemoryError


class _CountingFeed:
    """A feed that counts the packets it gives."""

    def __init__(self, feed: Feed) -> None:
        self._feed, self.by_turn, self.read = feed, feed.by_turn, 0

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        codec, packets = self._feed.start(ordinal)
        return codec, self._counted(packets)

    def close(self) -> None:
        self._feed.close()

    def _counted(
        self, packets: Iterator[tuple[int, PicturePacket]]
    ) -> Iterator[tuple[int, PicturePacket]]:
        for packet in packets:
            self.read += 1
            yield packet


class _RefusingFeed:
    by_turn = False

    def __init__(self, feed: Feed) -> None:
        self._feed, self.codec = feed, _Refusing()

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        return cast(VideoCodecContext, self.codec), self._feed.start(ordinal)[1]

    def close(self) -> None:
        self._feed.close()


def test_a_decoder_that_refuses_is_spared_until_the_next_key_picture(film: Projector) -> None:
    with feeding(film("b250").path) as (feed, index, line):
        refusing = _RefusingFeed(feed)
        only_two_keys = replace(index, key=np.isin(np.arange(len(index.key)), [0, 249]))
        assert list(Run(refusing, only_two_keys, line, 0).pictures()) == []
        assert 64 < refusing.codec.asked < 70
