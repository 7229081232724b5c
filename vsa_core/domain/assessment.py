"""What a validation found, as plain values that reports, the command line and screens show alike.

ISO/IEC 17025 (7.2) asks a laboratory to show that its method is fit for the
use made of it: counts first, with what they were counted over, by what, and
every mistake named.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from vsa_core.domain.coverage import Level

Z95 = 1.959963984540054
"""Quantile of the normal law for a two-sided interval of 95 per cent."""

ALL, SMALL, MEDIUM, LARGE = "all", "small", "medium", "large"
SIZES = (ALL, SMALL, MEDIUM, LARGE)
"""Sizes of boxes as COCO has them: area under 32 x 32 pixels, under 96 x 96, larger."""

OWN, PUBLIC = "own", "public"
"""Whose detections tracks were made from: this installation's, or those published with the clip."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` out of `of`, with its 95 per cent interval (Wilson 1927, JASA 22:209)."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper bound; 0 and 1 where there is nothing to judge by."""
        n = self.of
        if n == 0:
            return 0.0, 1.0
        share = self.count / n
        middle = share + Z95**2 / (2 * n)
        half = Z95 * sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n))
        whole = 1 + Z95**2 / n
        return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


@dataclass(frozen=True, slots=True)
class Subject:
    """What was measured; digests in hexadecimal, `thresholds` (class name, thousandths).

    `named` is whether a detector gives names, or motion alone looks;
    `settings` is the digest of all settings that change what is seen.
    """

    program: str
    detector: str
    detector_digest: str
    named: bool
    tracker: str
    settings: str
    level: Level
    thresholds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Clip:
    """One labelled film or set of stills: its own name, SHA-256 (hex) of it and of its truth.

    `digest` is "" where there was no film or picture to look at, and taken over
    the names and digests of all files where there are several. `looked`,
    `skipped`, `undecodable`, `calm`: microseconds of it, 0 where it has no
    time; `pictures`: how many of them were compared to a truth of boxes, 0
    when nothing gives names.
    """

    name: str
    digest: str
    truth: str
    looked: int
    skipped: int
    undecodable: int
    pictures: int
    calm: int = 0


@dataclass(frozen=True, slots=True)
class EventFigures:
    """How well one question on one clip was answered; times and errors in microseconds.

    `matched` events were found within `tolerance`, `missed` were not, and
    `false_alarms` answer to none; `looked` is the time over which they were
    counted. The errors are means, None without a match; that of the ends is
    over the `ended` matches whose end the truth tells.
    """

    clip: str
    question: str
    kind: str
    tolerance: int
    matched: int
    missed: int
    false_alarms: int
    looked: int
    mean_error: float | None
    largest_error: int | None
    ended: int
    mean_end_error: float | None

    @property
    def precision(self) -> Rate:
        """Hits that are true, out of all hits."""
        return Rate(self.matched, self.matched + self.false_alarms)

    @property
    def recall(self) -> Rate:
        """True events that were found, out of all of them."""
        return Rate(self.matched, self.matched + self.missed)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One event that was missed, or one hit that answers to none.

    at: microseconds since the first picture; picture: the masked picture of
    that instant as PNG, empty where none can be shown.
    """

    clip: str
    question: str
    kind: str
    missed: bool
    at: int
    direction: str
    note: str
    picture: bytes


@dataclass(frozen=True, slots=True)
class TrackFigures:
    """What TrackEval says of one sequence; shares lie between 0 and 1, mota may be negative.

    hota, deta, assa, loca: means over the overlaps 0.05 to 0.95; idf1, mota,
    id_switches, fragments, found, missed, invented, precision, recall: at
    overlap 0.5; truths, tracks: identities in the truth and in the result.
    """

    hota: float
    deta: float
    assa: float
    loca: float
    idf1: float
    mota: float
    id_switches: int
    fragments: int
    found: int
    missed: int
    invented: int
    truths: int
    tracks: int

    @property
    def recall(self) -> float:
        """Share of the truth's boxes that were found; 1 when there is nothing to find."""
        wanted = self.found + self.missed
        return self.found / wanted if wanted else 1.0

    @property
    def precision(self) -> float:
        """Share of the result's boxes that are true; 1 when nothing was said."""
        said = self.found + self.invented
        return self.found / said if said else 1.0


@dataclass(frozen=True, slots=True)
class Tracked:
    """The tracks of one labelled sequence; `source` says whose detections (OWN or PUBLIC)."""

    clip: str
    source: str
    frames: int
    figures: TrackFigures


@dataclass(frozen=True, slots=True)
class BoxFigures:
    """How well one class was found in one clip, in boxes of one size (one of SIZES).

    kind: the class; a coarse one (`domain.objects.FINER`) where the truth or
    the detector tells no finer one. truths: labelled boxes; found, missed,
    invented: at overlap 0.5 and at the class's own threshold; ap50: area under
    precision over recall at overlap 0.5 and all thresholds (Everingham et al.,
    IJCV 2010, at COCO's 101 points), None without a truth. empty: pictures
    without a labelled box of the class, alarmed: those of them with a box all
    the same (both 0 but for ALL).
    """

    clip: str
    kind: str
    size: str
    truths: int
    found: int
    missed: int
    invented: int
    ap50: float | None
    empty: int
    alarmed: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that was measured in one folder, `made` at that instant (microseconds, UTC).

    `unpictured` mistakes have no picture because there were too many of them.
    """

    folder: str
    made: int
    subject: Subject
    clips: tuple[Clip, ...]
    events: tuple[EventFigures, ...]
    mistakes: tuple[Mistake, ...]
    unpictured: int
    tracked: tuple[Tracked, ...]
    boxes: tuple[BoxFigures, ...]

    def of_kind(self, kind: str) -> tuple[EventFigures, ...]:
        """The figures of one event kind, clip by clip."""
        return tuple(figures for figures in self.events if figures.kind == kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The event kinds that were asked, in the order in which they came."""
        return tuple(dict.fromkeys(figures.kind for figures in self.events))


def added(figures: tuple[EventFigures, ...], kind: str) -> EventFigures:
    """The figures of several questions of one kind as one: counts and minutes added, errors pooled.

    ValueError when one of them is of another kind.
    """
    if any(one.kind != kind for one in figures):
        raise ValueError(f"not all of these figures are of {kind}")
    matched = sum(one.matched for one in figures)
    return EventFigures(
        clip="",
        question="",
        kind=kind,
        tolerance=max((one.tolerance for one in figures), default=0),
        matched=matched,
        missed=sum(one.missed for one in figures),
        false_alarms=sum(one.false_alarms for one in figures),
        looked=sum(one.looked for one in figures),
        mean_error=_pooled((one.mean_error, one.matched) for one in figures),
        largest_error=max(
            (one.largest_error for one in figures if one.largest_error is not None), default=None
        ),
        ended=sum(one.ended for one in figures),
        mean_end_error=_pooled((one.mean_end_error, one.ended) for one in figures),
    )


def _pooled(means: Iterable[tuple[float | None, int]]) -> float | None:
    known = [(mean, count) for mean, count in means if mean is not None and count]
    total = sum(count for _, count in known)
    return sum(mean * count for mean, count in known) / total if total else None
