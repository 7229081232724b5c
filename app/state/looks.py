"""How much of one file was looked at, and how closely, as shares of its length."""

from app.state.lanes import Fate, fate_of
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.footage import Stream
from vsa_core.domain.moment import Span

Shares = tuple[tuple[Fate, int], ...]
"""Fates with their shares in per mille, in the order of `ORDER`; never more than 1000 together."""

ORDER = (
    Fate.FULL,
    Fate.STANDARD,
    Fate.CALM,
    Fate.SCAN,
    Fate.SKIPPED,
    Fate.NOT_INDEXED,
    Fate.OUTSIDE_BASIS,
    Fate.QUARANTINED,
    Fate.UNDECODABLE,
)
LOOKED = frozenset({Fate.FULL, Fate.STANDARD, Fate.SCAN})


def shares_of(sheet: FootageSheet) -> Shares:
    """The shares of a file's length, () without pictures; what nothing tells of is not indexed."""
    stream = sheet.footage.stream
    if stream is None or stream.span.end == stream.span.start:
        return ()
    ticks: dict[Fate, int] = {}
    told = _length(stream, [stretch.span for stretch in sheet.stretches])
    for stretch in sheet.stretches:
        fate = fate_of(stretch.looked, stretch.level)
        ticks[fate] = ticks.get(fate, 0) + _length(stream, [stretch.span])
    whole = stream.span.end - stream.span.start
    ticks[Fate.NOT_INDEXED] = ticks.get(Fate.NOT_INDEXED, 0) + max(whole - told, 0)
    return tuple((fate, ticks[fate] * 1000 // whole) for fate in ORDER if ticks.get(fate))


def looked(shares: Shares) -> int:
    """Per mille that was looked at, at whichever level."""
    return sum(share for fate, share in shares if fate in LOOKED)


def _length(stream: Stream, spans: list[Span]) -> int:
    inside = (span.clipped(stream.span) for span in spans)
    return sum(span.end - span.start for span in inside if span is not None)
