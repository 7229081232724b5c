"""The report for programs: every figure, count, interval and digest, as one canonical document."""

import hashlib
from math import isfinite

from vsa_core.domain.assessment import (
    Assessment,
    BoxFigures,
    Clip,
    EventFigures,
    Mistake,
    Rate,
    Subject,
    Tracked,
    added,
)
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.validation.report_rates import hourly

VERSION = 1
DIGITS = 6
"""Decimals of a figure: a canonical document has no floats, so figures are decimal text."""


def as_json(assessment: Assessment) -> bytes:
    """The report as canonical JSON (RFC 8785); the same assessment gives the same bytes.

    Times end in `_us`: whole microseconds. Shares and scores are decimal
    text ("0.857143"), null where there was nothing to count. Pictures are
    named by file and SHA-256. Text that is not Unicode is written with its
    escapes (``\\udcff``).
    """
    return canonical(
        {
            "relecture_validation": VERSION,
            "folder": _text(assessment.folder),
            "made_us": assessment.made,
            "subject": _subject(assessment.subject),
            "clips": [_clip(clip) for clip in assessment.clips],
            "events": [_event(figures) for figures in assessment.events],
            "kinds": [_event(added(assessment.of_kind(k), k)) for k in assessment.kinds],
            "mistakes": [_mistake(n, one) for n, one in enumerate(assessment.mistakes, 1)],
            "unpictured": assessment.unpictured,
            "tracked": [_tracked(tracked) for tracked in assessment.tracked],
            "boxes": [_box(figures) for figures in assessment.boxes],
        }
    )


def json_digest(assessment: Assessment) -> str:
    """Hexadecimal SHA-256 of the report for programs."""
    return sha256(as_json(assessment))


def sha256(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def picture_name(number: int, mistake: Mistake) -> str:
    """The file of a mistake's picture in the report's folder, by the mistake's number from 1."""
    return f"pictures/{number:04d}-{'missed' if mistake.missed else 'false-alarm'}.png"


def _subject(subject: Subject) -> Canonical:
    return {
        "program": _text(subject.program),
        "detector": _text(subject.detector),
        "detector_digest": _text(subject.detector_digest),
        "named": subject.named,
        "tracker": _text(subject.tracker),
        "settings": _text(subject.settings),
        "level": subject.level.value,
        "thresholds": [
            {"class": _text(name), "thousandths": value} for name, value in subject.thresholds
        ],
    }


def _clip(clip: Clip) -> Canonical:
    return {
        "name": _text(clip.name),
        "sha256": _text(clip.digest),
        "truth_sha256": _text(clip.truth),
        "looked_us": clip.looked,
        "calm_us": clip.calm,
        "skipped_us": clip.skipped,
        "undecodable_us": clip.undecodable,
        "pictures": clip.pictures,
    }


def _event(figures: EventFigures) -> Canonical:
    return {
        "clip": _text(figures.clip),
        "question": _text(figures.question),
        "kind": figures.kind,
        "tolerance_us": figures.tolerance,
        "matched": figures.matched,
        "missed": figures.missed,
        "false_alarms": figures.false_alarms,
        "looked_us": figures.looked,
        "recall": _judged(figures.recall),
        "precision": _judged(figures.precision),
        "false_alarms_per_hour": _hourly(figures),
        "mean_error_us": _whole(figures.mean_error),
        "largest_error_us": figures.largest_error,
        "ended": figures.ended,
        "mean_end_error_us": _whole(figures.mean_end_error),
    }


def _hourly(figures: EventFigures) -> Canonical:
    rate = hourly(figures.false_alarms, figures.looked)
    if rate is None:
        return None
    return {name: _text_of(getattr(rate, name)) for name in ("value", "low", "high")}


def _mistake(number: int, mistake: Mistake) -> Canonical:
    return {
        "number": number,
        "clip": _text(mistake.clip),
        "question": _text(mistake.question),
        "kind": mistake.kind,
        "missed": mistake.missed,
        "at_us": mistake.at,
        "direction": _text(mistake.direction),
        "note": _text(mistake.note),
        "picture": {"file": picture_name(number, mistake), "sha256": sha256(mistake.picture)}
        if mistake.picture
        else None,
    }


def _tracked(tracked: Tracked) -> Canonical:
    f = tracked.figures
    scores = {
        "hota": f.hota, "deta": f.deta, "assa": f.assa, "loca": f.loca,
        "idf1": f.idf1, "mota": f.mota, "recall": f.recall, "precision": f.precision,
    }  # fmt: skip
    return {
        "clip": _text(tracked.clip),
        "source": tracked.source,
        "frames": tracked.frames,
        **{name: _text_of(value) for name, value in scores.items()},
        "id_switches": f.id_switches,
        "fragments": f.fragments,
        "found": f.found,
        "missed": f.missed,
        "invented": f.invented,
        "truths": f.truths,
        "tracks": f.tracks,
    }


def _box(figures: BoxFigures) -> Canonical:
    found = figures.found
    return {
        "clip": _text(figures.clip),
        "class": _text(figures.kind),
        "size": figures.size,
        "truths": figures.truths,
        "found": found,
        "missed": figures.missed,
        "invented": figures.invented,
        "recall": _text_of(Rate(found, figures.truths).value),
        "precision": _text_of(Rate(found, found + figures.invented).value),
        "ap50": _text_of(figures.ap50),
        "empty": figures.empty,
        "alarmed": figures.alarmed,
    }


def _judged(rate: Rate) -> Canonical:
    low, high = rate.interval
    return {
        "count": rate.count,
        "of": rate.of,
        "value": _text_of(rate.value),
        "low": _text_of(low),
        "high": _text_of(high),
    }


def _text_of(value: float | None) -> str | None:
    if value is None or not isfinite(value):
        return None
    return f"{value:.{DIGITS}f}".replace("-0.000000", "0.000000")


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _text(text: str) -> str:
    """Text as Unicode: a file name may hold bytes that are not."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
