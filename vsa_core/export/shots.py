"""The pictures of an export in order: masked first, then drawn on; gaps become plain slates."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from vsa_core.domain.footage import Footage, Gap
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame, FrameSource, Picture
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Unreadable
from vsa_core.export import draw
from vsa_core.export.captions import Captions
from vsa_core.export.order import ExportOrder
from vsa_core.export.timing import Pace, time_base_of
from vsa_core.export.words import Words
from vsa_core.legal.fresh import Fresh, unlooked
from vsa_core.legal.masking import Shown
from vsa_core.legal.onshow import World
from vsa_core.legal.stature import stature
from vsa_core.legal.veil import Veil

NOT_LOOKED = "not_looked"
BETWEEN_FILES = "between_files"

_PAUSE = 100_000  # microseconds without a file from which a slate says so
_SAFE = 2**53  # what a canonical document can write


@dataclass(frozen=True, slots=True)
class Piece:
    """One footage's share of a clip, opened for reading.

    looked: pts spans in which people would have been found (indexed closely
    enough for masks to hold); a picture outside them is replaced by a slate;
    fresh: what a look at the very pictures that leave has told.
    """

    footage: Footage
    frames: FrameSource
    span: Span
    looked: tuple[Span, ...]
    fresh: Fresh = field(default_factory=unlooked)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture as it leaves: `canvas` (h, w, 3) BGR at `ticks` of the clip.

    piece: which footage; pts: its own time; corrected: microseconds, None
    without a clock claim; code: "" for a picture, else why a slate stands in
    its place; digest: SHA-256 (hex) of the canvas, row by row.
    """

    ticks: int
    piece: int
    pts: int
    corrected: int | None
    code: str
    canvas: Picture
    digest: str


@dataclass(frozen=True, slots=True)
class _Moment:
    """What there is to show at one pts: a frame, or the code of why there is none."""

    piece: int
    pts: int
    what: Frame | str


class Studio:
    """Makes the pictures of one order; `base` is the time base of their ticks."""

    def __init__(
        self, order: ExportOrder, pieces: tuple[Piece, ...], tracks: Tracks, words: Words
    ) -> None:
        self._pieces = pieces
        self._words = words
        self._matched = frozenset(order.matched)
        self._captions = Captions(order, words)
        self._size = _size(pieces[0].footage)
        world = World(tracks, stature(tracks))
        self._veils = [
            Veil(world, piece.footage, piece.fresh, self._size, self._matched) for piece in pieces
        ]
        self.base = time_base_of(tuple(piece.footage for piece in pieces))
        caption = self._captions.at(pieces[0].footage, pieces[0].span.start)
        self.sheet = draw.sheet_for(self._size, caption)

    def shots(self) -> Iterator[Shot]:
        """Every picture and slate in order, ticks strictly increasing from 0.

        Raises Unreadable (EXP-004) when there is no picture at all, (EXP-009)
        when a pts cannot be written, and whatever the frame sources raise.
        """
        last = -1
        pictures = 0
        for moment, ticks in self._paced():
            last = max(ticks, last + 1)
            pictures += not isinstance(moment.what, str)
            yield self._shot(moment, last)
        if not pictures:
            raise Unreadable("EXP-004", footage=self._pieces[0].footage.name)

    def reached(self, shot: Shot) -> tuple[int, int]:
        """How far a shot lies in the whole export, and the whole, in milliseconds."""
        lengths = [int(1000 * self.seconds_left(i, _start(p))) for i, p in enumerate(self._pieces)]
        left = int(1000 * self.seconds_left(shot.piece, shot.pts))
        return sum(lengths[: shot.piece + 1]) - left, sum(lengths)

    def seconds_left(self, index: int, pts: int) -> Fraction:
        """Seconds from a pts to the end of the share of footage `index`."""
        piece = self._pieces[index]
        stream = piece.footage.stream
        assert stream is not None  # a studio is made from footage with pictures
        return (_end(piece) - pts) * stream.time_base

    def _paced(self) -> Iterator[tuple[_Moment, int]]:
        """Every moment with its ticks; a slate where there is a pause between two files."""
        pace: Pace | None = None
        at = -1
        for moment in self._moments():
            footage = self._pieces[moment.piece].footage
            if pace is None:
                pace = Pace(self.base, footage, moment.pts, 0 * self.base)
            elif moment.piece != at:
                end = _end(self._pieces[at])
                following = pace.next(end, footage, moment.pts)
                if (following.start - pace.seconds(end)) * 1_000_000 >= _PAUSE:
                    yield _Moment(at, end, BETWEEN_FILES), pace.ticks(end)
                pace = following
            at = moment.piece
            yield moment, pace.ticks(moment.pts)

    def _moments(self) -> Iterator[_Moment]:
        for index, piece in enumerate(self._pieces):
            for item in piece.frames.frames(piece.span):
                if isinstance(item, Gap):
                    yield _Moment(index, max(item.span.start, piece.span.start), item.code)
                else:
                    yield _Moment(index, item.at.pts, self._looked(piece, item))

    def _looked(self, piece: Piece, frame: Frame) -> Frame | str:
        """The frame, or why it may not be shown: nobody looked for people in it."""
        pts = frame.at.pts
        if not piece.span.start <= pts < piece.span.end:
            raise Bug("EXP-013", pts=pts)
        if any(span.start <= pts < span.end for span in piece.looked):
            return frame
        return NOT_LOOKED

    def _shot(self, moment: _Moment, ticks: int) -> Shot:
        footage = self._pieces[moment.piece].footage
        if abs(moment.pts) >= _SAFE:
            raise Unreadable("EXP-009", value=moment.pts)
        at = footage.corrected(moment.pts)
        caption = self._captions.at(footage, moment.pts)
        if isinstance(moment.what, str):
            canvas = draw.slate(self._told(moment.what), caption, self.sheet)
        else:
            picture, marks = self._masked(moment, moment.what)
            canvas = draw.annotate(picture, marks, caption, self.sheet)
        return Shot(
            ticks,
            moment.piece,
            moment.pts,
            None if footage.clock is None else at,
            moment.what if isinstance(moment.what, str) else "",
            canvas,
            hashlib.sha256(canvas.tobytes()).hexdigest(),
        )

    def _masked(self, moment: _Moment, frame: Frame) -> tuple[Picture, tuple[draw.Mark, ...]]:
        """The picture with everybody masked but the matched tracks, and the marks to draw on it."""
        veil = self._veils[moment.piece]
        picture = veil.over(frame.bgr(*self._size), moment.pts)
        return picture, tuple(self._mark(shown) for shown in veil.marked(moment.pts))

    def _mark(self, shown: Shown) -> draw.Mark:
        matched = shown.track in self._matched
        label = self._words.say(
            "label",
            number=shown.track,
            name=self._words.classes[shown.kind],
            state=self._words.say("matched" if matched else "unmatched"),
        )
        return draw.Mark(shown.box, label, matched)

    def _told(self, code: str) -> str:
        ours = {NOT_LOOKED: "not_looked", BETWEEN_FILES: "cut"}
        return self._words.say(ours.get(code, "gap"), code=code)


def _size(footage: Footage) -> tuple[int, int]:
    if footage.stream is None:
        raise Unreadable("EXP-004", footage=footage.name)
    return footage.stream.width, footage.stream.height


def _start(piece: Piece) -> int:
    stream = piece.footage.stream
    return piece.span.start if stream is None else max(piece.span.start, stream.span.start)


def _end(piece: Piece) -> int:
    stream = piece.footage.stream
    return piece.span.end if stream is None else min(piece.span.end, stream.span.end)
