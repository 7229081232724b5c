"""The tables of the printed report: questions by kind, boxes by class and size, tracks."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from vsa_core.domain.assessment import (
    ALL,
    Assessment,
    BoxFigures,
    EventFigures,
    Rate,
    Tracked,
    added,
)
from vsa_core.validation.report_pages import name, text
from vsa_core.validation.report_rates import hourly
from vsa_core.validation.report_tables import Row, figures
from vsa_core.validation.report_words import NOTHING, Voice

EVENTS = (16, 14.5, 21.5, 12.5, 13.5, 20.5, 21.5, 21)
BOXES = (17, 16, 16, 15, 18, 18, 14, 26)
TRACKS = (13.5, 10.5, 10.5, 10.5, 10.5, 10.5, 11.5, 13.5, 15, 14, 15, 13)


def events(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """One table for each event kind, a row for each question, and all of them together."""
    yield text(voice.say("section.events"), "heading")
    if not assessment.events:
        yield text(voice.say("events.none"))
    for kind in assessment.kinds:
        mine = assessment.of_kind(kind)
        rows = [_event(one, _asked(one, voice), voice) for one in mine]
        if len(mine) > 1:
            together = [text(voice.say("events.together"), "bold cell")]
            rows.append(_event(added(mine, kind), together, voice, bold=True))
        yield text(voice.kind(kind), "minor")
        yield figures(voice.say("events.columns"), rows, EVENTS)


def _asked(one: EventFigures, voice: Voice) -> list[Flowable]:
    tolerance = voice.say("events.tolerance", tolerance=voice.seconds(one.tolerance))
    return [name(one.clip), name(one.question, "bold cell"), text(tolerance, "fine")]


def _event(one: EventFigures, asked: list[Flowable], voice: Voice, bold: bool = False) -> Row:
    return Row(
        asked,
        (
            voice.counted(one.recall),
            voice.number(one.missed),
            voice.judged(one.recall),
            voice.number(one.false_alarms),
            voice.minutes(one.looked),
            _hourly(one, voice),
            voice.judged(one.precision),
            _errors(one, voice),
        ),
        bold,
    )


def _hourly(one: EventFigures, voice: Voice) -> str:
    rate = hourly(one.false_alarms, one.looked)
    if rate is None:
        return NOTHING
    return f"{voice.number(rate.value, 1)}\n{voice.between(rate.low, rate.high)}"


def _errors(one: EventFigures, voice: Voice) -> str:
    if one.mean_error is None:
        return NOTHING
    mean, largest = voice.seconds(one.mean_error), voice.seconds(one.largest_error)
    told = voice.say("events.errors", mean=mean, largest=largest)
    if one.mean_end_error is not None:
        told += "\n" + voice.say("events.end", end=voice.seconds(one.mean_end_error))
    return told


def boxes(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """One table for each film: every class, all sizes, then those that have boxes."""
    yield text(voice.say("section.boxes"), "heading")
    if not assessment.boxes:
        yield text(voice.say("boxes.none"))
        return
    for clip in dict.fromkeys(one.clip for one in assessment.boxes):
        mine = [one for one in assessment.boxes if one.clip == clip and _counts(one)]
        yield name(clip, "minor")
        yield figures(voice.say("boxes.columns"), [_box(one, voice) for one in mine], BOXES)
    yield text(voice.say("boxes.about"), "fine")


def _counts(one: BoxFigures) -> bool:
    return one.size == ALL or one.truths > 0 or one.invented > 0


def _box(one: BoxFigures, voice: Voice) -> Row:
    whole = one.size == ALL
    what = f"{voice.object(one.kind)}, {voice.named('size', one.size)}"
    empty = voice.number(one.empty), voice.number(one.alarmed)
    alarmed = voice.say("boxes.alarmed", empty=empty[0], alarmed=empty[1]) if whole else NOTHING
    return Row(
        [name(what, "bold cell" if whole else "cell")],
        (
            voice.number(one.truths),
            voice.number(one.found),
            voice.number(one.missed),
            voice.number(one.invented),
            voice.share(Rate(one.found, one.truths)),
            voice.share(Rate(one.found, one.found + one.invented)),
            voice.figure(one.ap50),
            alarmed,
        ),
        whole,
    )


def tracks(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """One row for each sequence that was followed, and from whose detections."""
    yield text(voice.say("section.tracks"), "heading")
    if not assessment.tracked:
        yield text(voice.say("tracks.none"))
        return
    rows = [_tracked(tracked, voice) for tracked in assessment.tracked]
    yield figures(voice.say("tracks.columns"), rows, TRACKS)
    yield text(voice.say("tracks.about"), "fine")


def _tracked(tracked: Tracked, voice: Voice) -> Row:
    f = tracked.figures
    scores = (f.hota, f.deta, f.assa, f.loca, f.idf1, f.mota)
    return Row(
        [name(tracked.clip, "bold cell"), text(voice.named("source", tracked.source), "fine")],
        (
            voice.number(tracked.frames),
            *(voice.figure(score) for score in scores),
            voice.share(Rate(f.found, f.found + f.missed)),
            voice.share(Rate(f.found, f.found + f.invented)),
            voice.number(f.id_switches),
            voice.number(f.fragments),
            f"{voice.number(f.truths)} / {voice.number(f.tracks)}",
        ),
    )
