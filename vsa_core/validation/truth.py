"""What a person saw in a clip, question by question, read strictly (docs/truth-format.md)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Line
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.registry import checked
from vsa_core.validation.document import json_of
from vsa_core.validation.truth_fields import Fields
from vsa_core.validation.truth_places import PLACES, place_of

FORMAT = 1
"""The version of the format that this file reads."""

LARGEST = 16 * 2**20
"""Bytes that a truth may have."""

PICTURE_WORDS = ("up", "down", "left", "right")
"""Directions in the picture, said of lines beside the kind's own words."""

SLACK = MICROSECONDS
"""A clip may be a second longer or shorter than the truth says."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One event that a person saw.

    Either `at` (microseconds since the first picture) or `frame` (the number
    of a picture in order of display, from 1) says when; the same for `end`,
    which may be absent altogether. `direction` "" accepts any.
    """

    at: int | None
    frame: int | None
    end: int | None
    end_frame: int | None
    direction: str
    note: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all its answers; `tolerance` in microseconds."""

    name: str
    query: Query
    tolerance: int
    events: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that was seen in one clip; `length` in microseconds, None where not told."""

    clip: str
    camera: str
    length: int | None
    note: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """One event placed in time: microseconds since the first picture, `end` where it was told."""

    at: int
    end: int | None
    direction: str
    note: str


def read_truth(data: bytes, name: str) -> Truth:
    """The truth in `data`: JSON when `name` ends in .json, TOML otherwise.

    Raises WrongUsage, naming the place: EVT-020 unknown key, EVT-021 wrong
    value or a question's name twice, EVT-022 missing key, EVT-023 pixels
    without the picture's size, EVT-024 point outside the picture, EVT-026 not
    exactly one of time and frame, EVT-027 neither TOML nor JSON or too large,
    EVT-028 end before start, EVT-029 unknown direction; and what
    `events.registry.checked` raises for a question that makes no sense.
    """
    top = Fields(name, _parsed(data, name))
    top.only("truth", "clip", "camera", "picture", "length", "note", "questions")
    if top.whole("truth") != FORMAT:
        top.wrong("truth", str(FORMAT))
    camera, picture = top.text("camera", ""), top.size("picture")
    tables = top.tables("questions")
    if not tables:
        raise WrongUsage("EVT-022", where=top.where, key="questions")
    questions = tuple(_question(table, camera, picture) for table in tables)
    _check_names(tables, questions)
    return Truth(
        clip=top.text("clip"),
        camera=camera,
        length=top.microseconds("length") if top.has("length") else None,
        note=top.text("note", ""),
        questions=questions,
    )


def picture_times(pts: NDArray[np.int64], time_base: Fraction) -> NDArray[np.int64]:
    """(n,) microseconds since the first picture, in order of display, from pts in any order.

    `pts` are those of the pictures; the smallest int64 (no pts) is left out.
    """
    known = np.sort(pts[pts != np.iinfo(np.int64).min])
    ticks = known - known[:1]
    numerator = MICROSECONDS * time_base.numerator
    return np.array([t * numerator // time_base.denominator for t in ticks.tolist()], np.int64)


def expected(
    truth: Truth, question: Question, pictures: NDArray[np.int64], length: int
) -> tuple[Expected, ...]:
    """The question's events on the clip's own time axis, in order.

    `pictures` is from `picture_times`, `length` the clip's in microseconds.
    Raises WrongUsage: EVT-025 for an event beyond the clip, EVT-030 when the
    clip is not as long as the truth says: it is another clip.
    """
    if truth.length is not None and abs(truth.length - length) > SLACK:
        raise WrongUsage("EVT-030", clip=truth.clip, told=_s(truth.length), found=_s(length))
    placed = [
        _placed(truth.clip, question.name, seen, pictures, length) for seen in question.events
    ]
    return tuple(sorted(placed, key=lambda event: (event.at, event.direction, event.note)))


def _placed(clip: str, name: str, seen: Seen, pictures: NDArray[np.int64], length: int) -> Expected:
    def instant(at: int | None, frame: int | None) -> int | None:
        if frame is not None:
            if frame > len(pictures):
                raise WrongUsage("EVT-025", clip=clip, name=name, value=f"frame {frame}")
            return int(pictures[frame - 1])
        if at is not None and at > length:
            raise WrongUsage("EVT-025", clip=clip, name=name, value=_s(at))
        return at

    start, end = instant(seen.at, seen.frame), instant(seen.end, seen.end_frame)
    assert start is not None  # read_truth demands a time or a frame
    if end is not None and end < start:
        raise WrongUsage("EVT-028", where=f"{clip} {name}", value=_s(start))
    return Expected(start, end, seen.direction, seen.note)


def _s(microseconds: int) -> str:
    return f"{Decimal(microseconds) / MICROSECONDS} s"


def _parsed(data: bytes, name: str) -> Mapping[str, object]:
    if len(data) > LARGEST:
        raise WrongUsage("EVT-027", name=name, fault=f"> {LARGEST} B")
    try:
        if name.lower().endswith(".json"):
            loaded = json_of(data, Decimal)
        else:
            loaded = tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise WrongUsage("EVT-027", name=name, fault=str(fault)[:200]) from fault
    if not isinstance(loaded, dict):
        raise WrongUsage("EVT-027", name=name, fault="{…}")
    return loaded


def _check_names(tables: Sequence[Fields], questions: Sequence[Question]) -> None:
    """Figures are told by the question's name: it stands for one question only."""
    known: set[str] = set()
    for table, question in zip(tables, questions, strict=True):
        if question.name in known:
            table.wrong("name", f"≠ {question.name}")
        known.add(question.name)


def _question(table: Fields, camera: str, picture: tuple[int, int] | None) -> Question:
    table.only(
        "name", "kind", *PLACES, "units", "classes", "direction", "tolerance", "settings",
        "events",
    )  # fmt: skip
    query = Query(
        kind=table.text("kind"),
        cameras=(camera,) if camera else (),
        classes=table.texts("classes"),
        place=place_of(table, picture),
        direction=table.text("direction", ""),
        settings=_settings(table.inner("settings")),
    )
    words = checked(query).DIRECTIONS
    if isinstance(query.place, Line):
        words = (*words, *PICTURE_WORDS)
    return Question(
        name=table.text("name", table.where.rpartition(" › ")[2]),
        query=query,
        tolerance=table.microseconds("tolerance"),
        events=tuple(_seen(event, words) for event in table.tables("events")),
    )


def _settings(table: Fields) -> tuple[Setting, ...]:
    values = [(name, table.whole(name)) for name in table.table]
    return tuple(Setting(name, value, value, value) for name, value in values)


def _seen(table: Fields, words: tuple[str, ...]) -> Seen:
    table.only("time", "frame", "end", "end_frame", "direction", "note")
    at, frame = _instant(table, "time", "frame")
    if at is None and frame is None:
        raise WrongUsage("EVT-026", where=table.where, one="time", other="frame")
    end, end_frame = _instant(table, "end", "end_frame")
    if (at is not None and end is not None and end < at) or (
        frame is not None and end_frame is not None and end_frame < frame
    ):
        raise WrongUsage("EVT-028", where=table.where, value=_s(at) if at is not None else frame)
    direction = table.text("direction", "")
    if direction and direction not in words:
        known = ", ".join(words) or "-"
        raise WrongUsage("EVT-029", where=table.where, direction=direction, known=known)
    return Seen(at, frame, end, end_frame, direction, table.text("note", ""))


def _instant(table: Fields, time: str, frame: str) -> tuple[int | None, int | None]:
    if table.has(time) and table.has(frame):
        raise WrongUsage("EVT-026", where=table.where, one=time, other=frame)
    if table.has(frame):
        number = table.whole(frame)
        return None, number if number >= 1 else table.wrong(frame, "1, 2, 3…")
    return (table.microseconds(time) if table.has(time) else None), None
