"""What a validation found, on a terminal: sentences by film, or one figure a line for programs."""

from collections.abc import Iterator
from fractions import Fraction

from app.cli.options import WORDS
from app.cli.telling import Teller
from app.times import duration, seconds
from vsa_core.domain.assessment import (
    ALL,
    Assessment,
    BoxFigures,
    Clip,
    EventFigures,
    Mistake,
    Rate,
    Tracked,
)
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.provenance import Canonical

MINUTE = 60 * MICROSECONDS

Figures = dict[str, tuple[float | None, str, int]]
"""Value, unit and number of cases of each measure, by the measure's name."""


def tell(teller: Teller, found: Assessment) -> None:
    """Everything that was measured: with what, then film by film."""
    _tell_subject(teller, found)
    for clip in found.clips:
        _tell_clip(teller, clip)
        for figures in (one for one in found.events if one.clip == clip.name):
            _tell_events(teller, figures, [m for m in found.mistakes if _of(m, figures)])
        for boxes in (one for one in found.boxes if one.clip == clip.name):
            _tell_boxes(teller, boxes)
        for tracked in (one for one in found.tracked if one.clip == clip.name):
            _tell_tracked(teller, tracked)


def _of(mistake: Mistake, figures: EventFigures) -> bool:
    asked = (figures.clip, figures.question, figures.kind)
    return (mistake.clip, mistake.question, mistake.kind) == asked


def _tell_subject(teller: Teller, found: Assessment) -> None:
    subject = found.subject
    teller.say(
        "validate.detector",
        detector=subject.detector,
        digest=subject.detector_digest[:12],
        tracker=subject.tracker,
        level=teller.words.name("cli.levels", subject.level.value),
    )
    if not subject.named:
        teller.say("validate.unnamed")
    fields: dict[str, object] = {
        "detector": subject.detector,
        "named": subject.named,
        "detector_sha256": subject.detector_digest,
        "tracker": subject.tracker,
        "settings": subject.settings,
        "program": subject.program,
        "level": subject.level.value,
        "thresholds": dict(subject.thresholds),
    }
    teller.give("subject", fields)


def _tell_clip(teller: Teller, clip: Clip) -> None:
    spans = {
        "looked": clip.looked,
        "calm": clip.calm,
        "skipped": clip.skipped,
        "undecodable": clip.undecodable,
    }
    if any(spans.values()):
        teller.say(
            "validate.film",
            name=clip.name,
            looked=duration(clip.looked),
            calm=duration(clip.calm),
            skipped=duration(clip.skipped),
            undecodable=duration(clip.undecodable),
        )
    elif clip.pictures:
        teller.say("validate.pictures", name=clip.name, pictures=clip.pictures)
    else:
        teller.say("validate.filmless", name=clip.name)
    fields: dict[str, object] = {f"{name}_us": length for name, length in spans.items()}
    digests = {"sha256": clip.digest, "truth_sha256": clip.truth}
    teller.give("clip", {"name": clip.name, **digests, **fields, "pictures": clip.pictures})


def _tell_events(teller: Teller, figures: EventFigures, mistakes: list[Mistake]) -> None:
    low, high = figures.recall.interval
    error = figures.mean_error
    teller.say(
        "validate.events",
        question=figures.question,
        found=figures.matched,
        true=figures.recall.of,
        missed=figures.missed,
        false=figures.false_alarms,
        minutes=f"{figures.looked / MINUTE:.1f}",
        precision=_share(figures.precision),
        recall=_share(figures.recall),
        low=f"{low:.2f}",
        high=f"{high:.2f}",
        error="–" if error is None else f"{error / MICROSECONDS:.2f}",
    )
    for mistake in mistakes:
        key = "validate.missed" if mistake.missed else "validate.false"
        teller.say(key, at=_s(mistake.at), direction=mistake.direction)
    name = f"{figures.clip} › {figures.question}"
    _give(teller, name, _of_events(figures))
    misses: list[Canonical] = [_s(one.at) for one in mistakes if one.missed]
    alarms: list[Canonical] = [_s(one.at) for one in mistakes if not one.missed]
    teller.give("misses", {"question": name, "missed": misses, "false_alarms": alarms})


def _of_events(one: EventFigures) -> Figures:
    return {
        "recall": (one.recall.value, "1", one.recall.of),
        "precision": (one.precision.value, "1", one.precision.of),
        "mean_time_error": (one.mean_error, "us", one.matched),
        "largest_time_error": (one.largest_error, "us", one.matched),
        "mean_end_error": (one.mean_end_error, "us", one.ended),
        "missed": (one.missed, "events", one.recall.of),
        "false_alarms": (one.false_alarms, "events", one.precision.of),
        "minutes_looked_at": (one.looked / MINUTE, "min", 1),
    }


def _tell_boxes(teller: Teller, one: BoxFigures) -> None:
    """All sizes for people; every size for programs."""
    recall, precision = Rate(one.found, one.truths), Rate(one.found, one.found + one.invented)
    if one.size == ALL:
        teller.say(
            "validate.boxes",
            name=teller.words.name("cli.classes", one.kind),
            found=one.found,
            truths=one.truths,
            invented=one.invented,
            recall=_share(recall),
            precision=_share(precision),
            ap50="–" if one.ap50 is None else f"{one.ap50:.3f}",
        )
        if one.empty:
            teller.say("validate.alarmed", alarmed=one.alarmed, empty=one.empty)
    figures: Figures = {
        "ap50": (one.ap50, "1", one.truths),
        "recall": (recall.value, "1", recall.of),
        "precision": (precision.value, "1", precision.of),
    }
    if one.size == ALL:
        figures["alarmed_empty"] = (Rate(one.alarmed, one.empty).value, "1", one.empty)
    _give(teller, f"{one.clip} › {one.kind} › {one.size}", figures)


def _tell_tracked(teller: Teller, tracked: Tracked) -> None:
    f, n = tracked.figures, tracked.frames
    teller.say(
        "validate.tracks",
        source=WORDS.say(f"cli.validate.{tracked.source}"),
        hota=f"{f.hota:.3f}",
        idf1=f"{f.idf1:.3f}",
        mota=f"{f.mota:.3f}",
        switches=f.id_switches,
        frames=n,
    )
    shares = {"hota": f.hota, "deta": f.deta, "assa": f.assa, "idf1": f.idf1, "mota": f.mota}
    figures: Figures = {name: (value, "1", n) for name, value in shares.items()}
    figures["id_switches"] = (f.id_switches, "switches", n)
    _give(teller, f"{tracked.clip} › {tracked.source}", figures)


def _give(teller: Teller, name: str, figures: Figures) -> None:
    for fields in _fields(name, figures):
        teller.give("figure", fields)


def _fields(name: str, figures: Figures) -> Iterator[dict[str, object]]:
    for measure, (value, unit, n) in figures.items():
        fields = {"measure": f"{name} › {measure}", "value": value, "unit": unit, "n": n}
        yield {**fields, "baseline": None, "ratio": None}


def _share(rate: Rate) -> str:
    return f"{rate.value:.2f}" if rate.value is not None else "–"


def _s(microseconds: int) -> str:
    return f"{seconds(Fraction(microseconds, MICROSECONDS))} s"
