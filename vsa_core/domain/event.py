"""Something that happened: kind, interval, place, track, explanation, pedigree."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vsa_core.domain.provenance import Canonical, Pedigree


@dataclass(frozen=True, slots=True)
class Stamp:
    """One instant of an answer: the exact address in its footage, and the corrected time.

    `corrected` is microseconds since 1970 UTC; None when no clock was claimed.
    """

    footage: str
    pts: int
    time_base: Fraction
    corrected: int | None

    def fields(self) -> dict[str, Canonical]:
        """The stamp as canonical fields."""
        return {
            "footage": self.footage,
            "pts": self.pts,
            "time_base": f"{self.time_base.numerator}/{self.time_base.denominator}",
            "corrected_us": self.corrected,
        }


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured value beside the threshold it was held against, as integers with a unit."""

    name: str
    value: int
    threshold: int | None
    unit: str

    def fields(self) -> dict[str, Canonical]:
        """The measure as canonical fields."""
        return {
            "name": self.name,
            "value": self.value,
            "threshold": self.threshold,
            "unit": self.unit,
        }


@dataclass(frozen=True, slots=True)
class Event:
    """What an event kind found; an element to verify, never evidence by itself.

    `track` is the track's number in its recording (`recording` is the digest
    of the recording's first file); `box` is left, top, width, height at
    `start` in frame units; `score` is per mille; `direction` is a word of the
    kind ("to_right", "enter"…) or ""; `others`: numbers of the other tracks of
    the recording that took part; `parts`: the events that a combined one is
    made of (never two of one person said to be the same: times and places).
    """

    kind: str
    version: int
    camera: str
    recording: str
    track: int
    object_class: str
    start: Stamp
    end: Stamp
    box: tuple[int, int, int, int]
    score: int
    direction: str
    rule: str
    measures: tuple[Measure, ...]
    pedigree: Pedigree
    others: tuple[int, ...] = ()
    parts: tuple["Event", ...] = ()

    def fields(self) -> dict[str, Canonical]:
        """The event as canonical fields."""
        return {
            "kind": self.kind,
            "version": self.version,
            "camera": self.camera,
            "recording": self.recording,
            "track": self.track,
            "class": self.object_class,
            "start": self.start.fields(),
            "end": self.end.fields(),
            "box": list(self.box),
            "score": self.score,
            "direction": self.direction,
            "explanation": {
                "rule": self.rule,
                "measures": [measure.fields() for measure in self.measures],
            },
            "pedigree": self.pedigree.fields(),
            "others": list(self.others),
            "parts": [part.fields() for part in self.parts],
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that answers a query; `name` is the digest of the event's fields."""

    name: str
    event: Event


def event_of(fields: Mapping[str, Any]) -> Event:
    """The inverse of `Event.fields`, for events kept in a catalogue; KeyError on anything else."""
    explanation, ancestors = fields["explanation"], fields["pedigree"]
    left, top, width, height = fields["box"]
    return Event(
        kind=fields["kind"],
        version=fields["version"],
        camera=fields["camera"],
        recording=fields["recording"],
        track=fields["track"],
        object_class=fields["class"],
        start=_stamp_of(fields["start"]),
        end=_stamp_of(fields["end"]),
        box=(left, top, width, height),
        score=fields["score"],
        direction=fields["direction"],
        rule=explanation["rule"],
        measures=tuple(Measure(**measure) for measure in explanation["measures"]),
        pedigree=Pedigree(
            footage=tuple(ancestors["footage"]),
            segments=tuple(ancestors["segments"]),
            detector=ancestors["detector"],
            tracker=ancestors["tracker"],
            settings=ancestors["settings"],
            program=ancestors["program"],
        ),
        others=tuple(fields["others"]),
        parts=tuple(map(event_of, fields["parts"])),
    )


def _stamp_of(fields: Mapping[str, Any]) -> Stamp:
    base = Fraction(fields["time_base"])
    return Stamp(fields["footage"], fields["pts"], base, fields["corrected_us"])
