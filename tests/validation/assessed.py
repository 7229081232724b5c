"""A made-up assessment with something in every part, and ways to make it larger or emptier."""

import struct
import zlib
from dataclasses import replace

from vsa_core.domain.assessment import (
    ALL,
    LARGE,
    MEDIUM,
    OWN,
    PUBLIC,
    SMALL,
    Assessment,
    BoxFigures,
    Clip,
    EventFigures,
    Mistake,
    Subject,
    Tracked,
    TrackFigures,
)
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS

MADE = 1_790_000_000 * MICROSECONDS
MINUTE = 60 * MICROSECONDS
HOSTILE = "caf\u00e9\u202egpj.<img src='file:///etc/passwd'/>&amp;\x07\udcff \u0416 \u05d0.mp4"


def png(width: int = 64, height: int = 36, shade: int = 90) -> bytes:
    """A small grey picture with a black square on it, as PNG."""
    row = bytes([shade] * 3 * width)
    dark = bytes(3 * 10) + row[30:]
    raw = b"".join(b"\0" + (dark if 5 < y < 15 else row) for y in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(raw)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def event(clip: str, question: str, kind: str = "line_crossing", **changes: object) -> EventFigures:
    """Twelve of fourteen found, three false alarms in twenty minutes."""
    figures = EventFigures(
        clip=clip,
        question=question,
        kind=kind,
        tolerance=MICROSECONDS,
        matched=12,
        missed=2,
        false_alarms=3,
        looked=20 * MINUTE,
        mean_error=210_432.6,
        largest_error=801_000,
        ended=0,
        mean_end_error=None,
    )
    return replace(figures, **changes)  # type: ignore[arg-type]  # a table of fields


def mistake(number: int = 1, **changes: object) -> Mistake:
    """A miss or a false alarm, by turns."""
    missed = number % 2 == 1
    one = Mistake(
        clip="rue de la Paix.mp4",
        question="franchissement",
        kind="line_crossing",
        missed=missed,
        at=9_250_000 + 1_000_003 * number,
        direction="right" if missed else "to_left",
        note="sac à dos, à moitié caché" if missed else "",
        picture=png(shade=60 + number % 150),
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # a table of fields


def boxes(clip: str, kind: str = "person") -> tuple[BoxFigures, ...]:
    """Boxes of one class in all sizes."""
    sizes = {ALL: (4650, 4301, 37), SMALL: (120, 61, 20), MEDIUM: (4200, 3920, 15),
             LARGE: (330, 320, 2)}  # fmt: skip
    return tuple(
        BoxFigures(
            clip=clip,
            kind=kind,
            size=size,
            truths=truths,
            found=found,
            missed=truths - found,
            invented=invented,
            ap50=0.9124 if truths else None,
            empty=40 if size == ALL else 0,
            alarmed=1 if size == ALL else 0,
        )
        for size, (truths, found, invented) in sizes.items()
    )


TRACKS = TrackFigures(
    hota=0.6123, deta=0.6401, assa=0.5912, loca=0.8011, idf1=0.7543, mota=-0.0312, id_switches=14,
    fragments=22, found=4301, missed=349, invented=37, truths=19, tracks=24,
)  # fmt: skip

SUBJECT = Subject(
    program="relecture 0.1.0",
    detector="vigie-1",
    detector_digest="8f" * 32,
    named=True,
    tracker="twostage",
    settings="1b" * 32,
    level=Level.FULL,
    thresholds=(("person", 450), ("vehicle", 380), ("two-wheeler", 510)),
)


def assessment(**changes: object) -> Assessment:
    """Two films with questions, one sequence with boxes and tracks."""
    film, other, walk = "rue de la Paix.mp4", "cœur de ville, nuit.avi", "PETS-like"
    made = Assessment(
        folder="/films/essai",
        made=MADE,
        subject=SUBJECT,
        clips=(
            Clip(film, "a1" * 32, "b2" * 32, 20 * MINUTE, 0, 0, 0),
            Clip(other, "c3" * 32, "d4" * 32, 17 * MINUTE, MINUTE - 1, 1, 0, 2 * MINUTE),
            Clip(walk, "", "e5" * 32, 0, 0, 0, 795),
        ),
        events=(
            event(film, "franchissement"),
            event(other, "la porte", matched=3, missed=0, false_alarms=0, mean_error=99_999.5),
            event(film, "hall", "dwell", matched=0, missed=0, mean_error=None, largest_error=None),
            event(other, "quai", "dwell", matched=5, ended=4, mean_end_error=1_500_000.0),
        ),
        mistakes=(*(mistake(number) for number in range(1, 6)), mistake(7, picture=b"")),
        unpictured=0,
        tracked=(Tracked(walk, OWN, 795, TRACKS), Tracked(walk, PUBLIC, 795, TRACKS)),
        boxes=boxes(walk) + boxes(walk, "vehicle"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a table of fields


NOTHING: dict[str, tuple[()]] = {
    name: () for name in ("clips", "events", "mistakes", "tracked", "boxes")
}
"""The parts of an assessment in which nothing was measured."""
