"""What moves is told against the scene that the file itself shows."""

import numpy as np
import pytest

from tests.desk.scene import RATE, WIDTH, Office
from tests.desk.test_watched import archive_of
from tests.legal.walkers import tracks
from vsa_core.desk.movers import FEW, KEYS, spread
from vsa_core.desk.projector import masked
from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.errors import Unreadable
from vsa_core.legal.onshow import World

NOBODY = World(tracks())


def packets(keys: int, every: int = 10, total: int = 400) -> PacketIndex:
    pts = np.arange(total, dtype=np.int64)
    key = (pts % every == 0) & (pts < keys * every)
    return PacketIndex(pts=pts, dts=pts, size=pts, key=key, pos=pts, duration=pts)


def test_the_walker_moves_and_the_street_does_not(ready: Office) -> None:
    archive, projector = archive_of(ready), ready.desks.playing._projector
    stream = ready.footage.stream
    assert stream is not None
    movers = projector.movers(archive, ready.footage)
    source = projector.open(archive, ready.footage)
    try:
        step = int(1 / RATE / stream.time_base)
        for number in (60, 40, 41):
            frame = source.at(stream.span.start + number * step)
            (region,) = movers.regions(frame, source, (stream.span,))
            left = 6 * (number - 2 * RATE) / WIDTH
            assert region[0] == pytest.approx(left, abs=0.02)
            assert region[2] == pytest.approx(left + 24 / WIDTH, abs=0.02)
            seen = masked(frame, ready.footage, NOBODY, frozenset(), moving=region[None])
            middle = round((left + 12 / WIDTH) * WIDTH)
            assert (seen.picture[90:140, middle - 8 : middle + 8] == 0).all()
        assert len(movers.regions(source.at(stream.span.start), source, (stream.span,))) == 0
    finally:
        source.close()


def test_keys_are_learnt_from_where_there_are_enough() -> None:
    whole = (Span(0, 400),)
    assert len(spread(packets(keys=40), whole)) == KEYS
    assert all(pts % 10 == 0 for pts in spread(packets(keys=40), whole))
    assert len(spread(packets(keys=2), whole)) == FEW


def test_nothing_is_learnt_from_what_nobody_looked_at() -> None:
    assert all(100 <= pts < 200 for pts in spread(packets(keys=40), (Span(100, 200),)))
    assert spread(packets(keys=40), ()) == []


def test_a_lost_picture_teaches_nothing(ready: Office) -> None:
    class Lost:
        def at(self, pts: int) -> object:
            raise Unreadable("SRC-022", pts=pts)

    archive, projector = archive_of(ready), ready.desks.playing._projector
    stream = ready.footage.stream
    assert stream is not None
    source = projector.open(archive, ready.footage)
    try:
        movers = projector.movers(archive, ready.footage)
        frame = source.at(stream.span.start)
        assert len(movers.regions(frame, Lost(), (stream.span,))) == 0  # type: ignore[arg-type]
    finally:
        source.close()
