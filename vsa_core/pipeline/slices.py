"""Where footage is cut into units of work: at fixed key frames, whatever the machine."""

from fractions import Fraction

import numpy as np

from vsa_core.domain.footage import PacketIndex, Stream
from vsa_core.domain.moment import Span

SLICE_SECONDS = 300


def slices(stream: Stream, packets: PacketIndex) -> tuple[Span, ...]:
    """Spans in pts ticks that partition the stream, each starting at a key frame.

    A boundary is the first key frame at or after each multiple of
    SLICE_SECONDS; a remainder shorter than a quarter slice joins the one
    before it. The rule depends on the file alone, so that a killed run, a
    second run and another machine cut alike.
    """
    keys = np.unique(packets.pts[packets.key])
    keys = keys[(keys > stream.span.start) & (keys < stream.span.end)]
    step = Fraction(SLICE_SECONDS) / stream.time_base
    cuts = [stream.span.start]
    due = stream.span.start + step
    while due < stream.span.end:
        position = int(np.searchsorted(keys, due.__ceil__()))
        if position >= len(keys):
            break
        if stream.span.end - int(keys[position]) < step / 4:
            break
        cuts.append(int(keys[position]))
        due = _next_due(stream, step, cuts[-1])
    ends = [*cuts[1:], stream.span.end]
    return tuple(Span(start, end) for start, end in zip(cuts, ends, strict=True))


def _next_due(stream: Stream, step: Fraction, cut: int) -> Fraction:
    done = (Fraction(cut - stream.span.start) / step).__floor__() + 1
    return stream.span.start + done * step
