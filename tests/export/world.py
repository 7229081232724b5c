"""A small invented recording to export: generated pictures, two tracks, one camera."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import ClockClaim, Moment, Span
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Frame
from vsa_core.domain.provenance import digest
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Part, Tracks
from vsa_core.errors import Unreadable
from vsa_core.export.order import Cut, ExportOrder
from vsa_core.export.shots import Piece
from vsa_core.export.words import Words, read_words

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
SIZE = (96, 64)
BASE = Fraction(1, 1000)
CLOCK = ClockClaim(1_709_647_200_000_000, -130_000_000, 500_000, "Claire Morel")
LIGHT = 200

# Pixels of SIZE: a bystander on the left, a matched person on the right.
BYSTANDER, MATCHED = (12.0, 10.0, 28.0, 58.0), (66.0, 10.0, 82.0, 58.0)


def french() -> Words:
    return read_words(I18N, "fr")


def english() -> Words:
    return read_words(I18N, "en")


@dataclass(frozen=True, slots=True)
class StillFrame:
    """A light picture whose blue tells its time."""

    at: Moment
    size: tuple[int, int] = SIZE
    key: bool = False

    def bgr(self, width: int = 0, height: int = 0) -> NDArray[np.uint8]:
        picture = np.full((height or self.size[1], width or self.size[0], 3), LIGHT, np.uint8)
        picture[..., 0] = 180 + self.at.pts // 40 % 40
        return picture

    def luma(self, width: int) -> NDArray[np.uint8]:
        raise AssertionError("an export needs whole pictures")


@dataclass(frozen=True, slots=True)
class StillSource:
    """Frames at given pts; `gaps` in their place; `breaks` at a pts, if any."""

    pts: tuple[int, ...]
    gaps: tuple[Gap, ...] = ()
    breaks: int | None = None
    base: Fraction = BASE

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        assert span is not None
        assert not keys_only
        items: list[tuple[int, Frame | Gap]] = [
            (pts, StillFrame(Moment(pts, self.base)))
            for pts in self.pts
            if span.start <= pts < span.end
        ]
        items += [(gap.span.start, gap) for gap in self.gaps if gap.span.overlaps(span)]
        for pts, item in sorted(items, key=lambda pair: pair[0]):
            if self.breaks is not None and pts >= self.breaks:
                raise Unreadable("SRC-022", pts=pts)
            yield item

    def at(self, pts: int) -> Frame:
        raise AssertionError("an export reads in order")

    def close(self) -> None:
        raise AssertionError("an export does not own its sources")


def footage(name: str = "cam1_a.mkv", start: int = 0, end: int = 2000,
            clock: ClockClaim | None = CLOCK, base: Fraction = BASE) -> Footage:  # fmt: skip
    """A readable file of the camera « Entrée »; its digest is that of its name."""
    stream = Stream("h264", *SIZE, 0, base, Span(start, end), 50, 50, 2, True, None, False)
    return Footage(
        digest(name), name, "", 1234, "Entrée", "scellé 3", clock, FootageState.READABLE, "",
        stream, (),
    )  # fmt: skip


def later(claim: ClockClaim, microseconds: int) -> ClockClaim:
    return replace(claim, shown=claim.shown + microseconds)


def piece(source: StillSource, file: Footage | None = None, span: Span | None = None,
          looked: tuple[Span, ...] | None = None) -> Piece:  # fmt: skip
    file = file or footage()
    assert file.stream is not None
    span = span or file.stream.span
    return Piece(file, source, span, (span,) if looked is None else looked)


def order_of(pieces: tuple[Piece, ...], matched: tuple[int, ...] = (7,), language: str = "fr",
             zone: str = "Europe/Paris") -> ExportOrder:  # fmt: skip
    return ExportOrder(
        "2024/001234", "cmorel", "Entrée", pieces[0].footage.digest,
        tuple(Cut(one.footage.digest, one.span) for one in pieces),
        matched, ("ab" * 32,), "cd" * 32, language, zone, "Comparaison avec la plainte",
    )  # fmt: skip


def receipt_of(order: ExportOrder) -> Receipt:
    return Receipt(41, "ef" * 32, order.digest)


def tracks_of(file: Footage, start: int = 0, end: int = 2_000_000) -> Tracks:
    """Track 3 (bystander) and track 7 (to be matched), still, over a stretch in microseconds."""
    assert file.stream is not None
    first = file.corrected(file.stream.span.start)
    boxes = np.array([BYSTANDER, BYSTANDER, MATCHED, MATCHED])
    times = np.array([first + start, first + end] * 2, np.int64)
    units = 65_535 / np.array([SIZE[0], SIZE[1], SIZE[0], SIZE[1]])
    left, top, right, bottom = (boxes * units).T
    return Tracks(
        parts=(Part(file.digest, file.stream.time_base, file.stream.span),),
        number=np.array([3, 7], np.uint32),
        kind=np.array([PERSON, PERSON], np.uint8),
        score=np.array([230, 230], np.uint8),
        colours=np.zeros((2, 8), np.uint8),
        starts=np.array([0, 2, 4], np.int64),
        t=times,
        pts=(times - first) // 1000,
        part=np.zeros(4, np.uint16),
        x=(left + right) / 2,
        y=bottom,
        w=right - left,
        h=bottom - top,
    )
