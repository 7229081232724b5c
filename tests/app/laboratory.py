"""A laboratory that measures nothing: made-up figures, and instruments that tests hold by hand."""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np

from app.state.validation import Instruments
from vsa_core.desk.models import LISTED, OFFICIAL, SHIPPED, ModelSheet
from vsa_core.desk.tickets import SignedIn
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
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Fault, Refused

SECOND = 1_000_000
MINUTE = 60 * SECOND
MADE = 1_709_710_000 * SECOND
FILES = {"validation.json": b"{}\n", "validation.pdf": b"%PDF-1.7\n"}
"""What a report is made of here."""

SHEETS = (
    ModelSheet(
        name="vigie-1",
        digest="4b7c" * 16,
        licence="CC BY 4.0",
        source="relecture",
        classes=("person", "vehicle", "two-wheeler", "bag"),
        present=True,
        chosen=True,
        kept=("person", "vehicle", "two-wheeler", "bag"),
        unnamed=("animal",),
        experimental=("two-wheeler", "bag"),
        origin=SHIPPED,
    ),
    ModelSheet(
        name="yolo11n",
        digest="0ebb" * 16,
        licence="AGPL-3.0",
        source="ultralytics",
        classes=("person", "car", "bus", "truck"),
        present=True,
        chosen=False,
        kept=("person", "car", "bus", "truck"),
        origin=OFFICIAL,
    ),
    ModelSheet(
        name="yolov8n",
        digest="31e2" * 16,
        licence="AGPL-3.0",
        source="ultralytics",
        classes=("person", "car"),
        present=False,
        chosen=False,
        kept=("person", "car"),
        origin=LISTED,
    ),
)

SUBJECT = Subject(
    program="relecture/0.1.0",
    detector="openvino vigie-1",
    detector_digest="4b7c" * 16,
    named=True,
    tracker="twostage 1",
    settings="9d3e" * 16,
    level=Level.STANDARD,
    thresholds=(("person", 312), ("vehicle", 405)),
)

CLIPS = (
    Clip("entree-nord.mp4", "a1c0" * 16, "77d2" * 16, 284 * SECOND, 14 * SECOND, 2 * SECOND, 0),
    Clip("parking-jour.mp4", "b2d1" * 16, "88e3" * 16, 465 * SECOND, 0, 0, 0),
    Clip("quai/img1", "c3e2" * 16, "99f4" * 16, 0, 0, 0, 795),
    Clip("place-sans-film", "", "aa05" * 16, 0, 0, 0, 0),
)

EVENTS = (
    EventFigures(
        clip="entree-nord.mp4",
        question="porte",
        kind="line_crossing",
        tolerance=SECOND // 2,
        matched=14,
        missed=1,
        false_alarms=1,
        looked=284 * SECOND,
        mean_error=183_400.0,
        largest_error=431_000,
        ended=0,
        mean_end_error=None,
    ),
    EventFigures(
        clip="parking-jour.mp4",
        question="barrière",
        kind="line_crossing",
        tolerance=SECOND // 2,
        matched=9,
        missed=1,
        false_alarms=0,
        looked=465 * SECOND,
        mean_error=240_000.0,
        largest_error=490_000,
        ended=0,
        mean_end_error=None,
    ),
    EventFigures(
        clip="parking-jour.mp4",
        question="attente devant la borne",
        kind="dwell",
        tolerance=2 * SECOND,
        matched=3,
        missed=1,
        false_alarms=2,
        looked=465 * SECOND,
        mean_error=910_000.0,
        largest_error=1_640_000,
        ended=3,
        mean_end_error=1_320_000.0,
    ),
)

BOXES = (
    BoxFigures("quai/img1", "person", ALL, 4476, 4098, 378, 214, 0.9063, 41, 1),
    BoxFigures("quai/img1", "person", SMALL, 612, 431, 181, 96, 0.7214, 0, 0),
    BoxFigures("quai/img1", "person", MEDIUM, 3401, 3225, 176, 101, 0.9387, 0, 0),
    BoxFigures("quai/img1", "person", LARGE, 463, 442, 21, 17, 0.9512, 0, 0),
    BoxFigures("quai/img1", "vehicle", ALL, 27, 26, 1, 3, 0.9444, 702, 3),
    BoxFigures("quai/img1", "bag", ALL, 0, 0, 0, 4, None, 795, 4),
)

TRACKED = (
    Tracked(
        "quai/img1",
        OWN,
        795,
        TrackFigures(
            0.6123, 0.6611, 0.5702, 0.7715, 0.7641, 0.8034, 23, 41, 4098, 378, 214, 19, 26
        ),
    ),
    Tracked(
        "place-sans-film",
        PUBLIC,
        436,
        TrackFigures(
            0.4410, 0.4022, 0.4871, 0.7440, 0.5612, -0.0213, 8, 17, 1201, 804, 511, 12, 15
        ),
    ),
)


def png(number: int = 0) -> bytes:
    """A made-up street whose passer-by has no head to be seen, as a PNG of 640 by 360."""
    picture = np.full((360, 640, 3), (166, 153, 141), np.uint8)
    picture[:120] = (156, 183, 201)
    picture[250:] = (108, 100, 93)
    for left in range(30, 640, 110):
        picture[30:90, left : left + 46] = (99, 85, 74)
    left = 80 + number * 67 % 480
    picture[170:230, left : left + 34] = (46, 46, 122)
    for leg in (left + 4, left + 20):
        picture[230:292, leg : leg + 10] = (70, 51, 43)
    picture[128:172, left - 2 : left + 36] = 0
    cv2.rectangle(picture, (left - 8, 124), (left + 42, 298), (255, 255, 255), 2)
    clock = f"CAM 0{number % 3 + 1}  12:0{number % 9}:41"
    cv2.putText(picture, clock, (12, 350), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (255, 255, 255), 1)
    done, data = cv2.imencode(".png", picture)
    assert done
    return data.tobytes()


def mistakes() -> tuple[Mistake, ...]:
    """One of every sort, as `EVENTS` counts them; the last two have no picture."""
    door, barrier, wait = (
        ("entree-nord.mp4", "porte", "line_crossing"),
        ("parking-jour.mp4", "barrière", "line_crossing"),
        ("parking-jour.mp4", "attente devant la borne", "dwell"),
    )
    return (
        Mistake(*door, True, 74_480_000, "left", "derrière le pilier", png(1)),
        Mistake(*door, False, 201_120_000, "to_left up", "", png(2)),
        Mistake(*barrier, True, 12_000_000, "up", "fourgon blanc", png(3)),
        Mistake(*wait, True, 22_700_000, "", "", png(4)),
        Mistake(*wait, False, 301_500_000, "", "", b""),
        Mistake(*wait, False, 412_040_000, "", "", b"no picture"),
    )


def assessment(**changes: object) -> Assessment:
    """A whole measurement, changed as told."""
    fields: dict[str, object] = {
        "folder": "vérité-2024",
        "made": MADE,
        "subject": SUBJECT,
        "clips": CLIPS,
        "events": EVENTS,
        "mistakes": mistakes(),
        "unpictured": 1,
        "tracked": TRACKED,
        "boxes": BOXES,
    }
    return Assessment(**{**fields, **changes})  # type: ignore[arg-type]  # a table of fields


def nothing(**changes: object) -> Assessment:
    """A measurement of every part of which there is nothing."""
    none: dict[str, object] = {
        name: () for name in ("clips", "events", "mistakes", "tracked", "boxes")
    }
    return assessment(unpictured=0, **{**none, **changes})


@dataclass(slots=True)
class Laboratory:
    """Tells `steps`, waits for `gate`, then gives `found` or raises `fault`; so for reports."""

    found: Assessment = field(default_factory=assessment)
    fault: Fault | None = None
    report_fault: Fault | None = None
    steps: Iterable[tuple[int, int, str]] = ((0, 1000, ""), (250, 1000, "entree-nord.mp4"))
    gate: threading.Event = field(default_factory=threading.Event)
    orders: list[tuple[str, Level]] = field(default_factory=list)
    reports: list[tuple[str, str]] = field(default_factory=list)

    @property
    def instruments(self) -> Instruments:
        """What the window is given."""
        return Instruments(self.validate, self.report)

    def validate(
        self, folder: Path, level: Level, progress: Progress, cancel: Cancel
    ) -> Assessment:
        self.orders.append((str(folder), level))
        for step in self.steps:
            progress(*step)
        while not self.gate.wait(0.005):
            if cancel():
                raise Refused("VAL-041")
        if self.fault is not None:
            raise self.fault
        return replace(
            self.found, folder=folder.name, subject=replace(self.found.subject, level=level)
        )

    def report(self, found: Assessment, folder: Path, language: str) -> Path:
        self.reports.append((str(folder), language))
        if self.report_fault is not None:
            raise self.report_fault
        (folder / "pictures").mkdir(parents=True)
        for name, data in FILES.items():
            (folder / name).write_bytes(data)
        return folder


@dataclass(slots=True)
class ModelsDesk:
    """Models from memory; `records` holds what was recorded, `refusal` says no to it."""

    sheets: tuple[ModelSheet, ...] = SHEETS
    fault: Fault | None = None
    refusal: Fault | None = None
    readings: int = 0
    records: list[Mapping[str, Canonical]] = field(default_factory=list)

    def listed(self) -> tuple[ModelSheet, ...]:
        self.readings += 1
        if self.fault is not None:
            raise self.fault
        return self.sheets

    def assessed(self, who: SignedIn, about: Mapping[str, Canonical]) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.records.append(about)
