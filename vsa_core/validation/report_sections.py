"""What the printed report says around its figures: in brief, of what, their meaning and limits."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from vsa_core.domain.assessment import ALL, Assessment, Clip, EventFigures, Rate, Subject, added
from vsa_core.validation.report_json import json_digest
from vsa_core.validation.report_pages import name, text
from vsa_core.validation.report_tables import Row, figures, pairs
from vsa_core.validation.report_words import NOTHING, Voice

FEW = 10
"""Under so many true events a percentage says nothing: it is marked."""

OF_EVENTS = (
    "true", "found", "missed", "alarm", "recall", "precision", "interval", "hourly", "error",
)  # fmt: skip
OF_BOXES = ("box", "size", "ap50")
OF_TRACKS = ("hota", "idf1", "switches")
LIMITS = (
    "scenes", "model", "labeller", "choice", "independence", "together", "absence", "identity",
    "masks", "unsigned",
)  # fmt: skip


def brief(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """Title, and the one table that somebody in a hurry reads."""
    yield text(voice.say("title"), "title")
    yield text(voice.say("subtitle"), "subtitle")
    yield text(voice.say("made", when=voice.day(assessment.made)))
    yield text(voice.say("notice"), "notice")
    yield text(voice.say("section.brief"), "heading")
    kinds = [added(assessment.of_kind(kind), kind) for kind in assessment.kinds]
    rows = [_kind(one, voice) for one in kinds] + list(_boxes(assessment, voice))
    if not rows:
        yield text(voice.say("brief.nothing"))
        return
    yield figures(voice.say("brief.columns"), rows, (24, 30, 18, 30, 26))
    if any(one.recall.of < FEW for one in kinds):
        yield text(voice.say("brief.few", few=FEW))


def _kind(one: EventFigures, voice: Voice) -> Row:
    mark = " *" if one.recall.of < FEW else ""
    return Row(
        [text(voice.kind(one.kind) + mark, "bold cell")],
        (
            voice.counted(one.recall),
            voice.judged(one.recall),
            voice.number(one.false_alarms),
            voice.judged(one.precision),
            voice.say("brief.minutes", minutes=voice.minutes(one.looked)),
        ),
    )


def _boxes(assessment: Assessment, voice: Voice) -> Iterator[Row]:
    """The boxes of each class, all films and sizes added."""
    whole = [one for one in assessment.boxes if one.size == ALL]
    pictures = sum(clip.pictures for clip in assessment.clips)
    for kind in dict.fromkeys(one.kind for one in whole):
        mine = [one for one in whole if one.kind == kind]
        found, truths = sum(one.found for one in mine), sum(one.truths for one in mine)
        invented = sum(one.invented for one in mine)
        yield Row(
            [name(voice.say("brief.boxes", name=voice.object(kind)), "bold cell")],
            (
                voice.counted(Rate(found, truths)),
                voice.share(Rate(found, truths)),
                voice.number(invented),
                voice.share(Rate(found, found + invented)),
                voice.say("brief.pictures", pictures=voice.number(pictures)),
            ),
        )


def subject(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """Everything by which the measurement can be made again."""
    yield text(voice.say("section.subject"), "heading")
    of = assessment.subject
    detector = [name(of.detector)]
    if not of.named:
        detector.append(text(voice.say("subject.motion"), "cell"))
    level = voice.words.name("cli.levels", of.level.value)
    told = (
        ("program", name(of.program)),
        ("detector_digest", name(of.detector_digest)),
        ("thresholds", text(_thresholds(of, voice), "cell")),
        ("tracker", name(of.tracker)),
        ("level", text(level, "cell")),
        ("settings", name(of.settings)),
        ("folder", name(assessment.folder)),
        ("json", text(json_digest(assessment), "cell")),
    )
    rows = [(voice.say(f"subject.{key}"), [said]) for key, said in told]
    rows.insert(1, (voice.say("subject.detector"), detector))
    yield pairs(rows, 52)


def _thresholds(of: Subject, voice: Voice) -> str:
    told = (
        voice.say("subject.threshold", name=voice.object(kind), value=voice.figure(value / 1000))
        for kind, value in of.thresholds
    )
    return " · ".join(told) if of.thresholds else voice.say("subject.no_thresholds")


def clips(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """Every film with its digests, and how much of it was looked at."""
    yield text(voice.say("section.clips"), "heading")
    if not assessment.clips:
        yield text(voice.say("clips.none"))
        return
    rows = [_clip(clip, voice) for clip in assessment.clips]
    yield figures(voice.say("clips.columns"), rows, (20, 18, 18, 18, 22))
    yield text(voice.say("clips.about"), "fine")


def _clip(clip: Clip, voice: Voice) -> Row:
    film = "clips.digest" if clip.digest else "clips.no_film"
    said = [
        name(clip.name, "bold cell"),
        name(voice.say(film, digest=clip.digest), "fine"),
        name(voice.say("clips.truth", digest=clip.truth), "fine"),
    ]
    spans = (clip.looked, clip.calm, clip.skipped, clip.undecodable)
    lengths = tuple(voice.length(span) if any(spans) else NOTHING for span in spans)
    return Row(said, (*lengths, voice.number(clip.pictures) if clip.pictures else NOTHING))


def meaning(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """Each figure of this report in plain words."""
    terms = (
        OF_EVENTS * bool(assessment.events)
        + OF_BOXES * bool(assessment.boxes)
        + OF_TRACKS * bool(assessment.tracked)
    )
    rows = [(voice.say(f"term.{t}"), [text(voice.say(f"meaning.{t}"), "cell")]) for t in terms]
    if rows:
        yield text(voice.say("section.meaning"), "heading")
        yield pairs(rows)


def limits(voice: Voice) -> Iterator[Flowable]:
    """What nobody may read into the figures."""
    yield text(voice.say("section.limits"), "heading")
    for limit in LIMITS:
        yield text(voice.say(f"limits.{limit}"), "item", bullet="•")
