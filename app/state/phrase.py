"""A question told in one sentence, so that a person reads what they are about to ask."""

from dataclasses import replace

from app.state.amounts import length
from app.state.narrowed import listed, told
from app.times import local
from app.words import Words, visible
from vsa_core.domain.filters import Hours
from vsa_core.domain.geometry import shape_of
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query

PARIS = "Europe/Paris"
MINIMUM = "minimum"
"""The setting without which a question about a stay says nothing."""

TIMED = ("dwell", "zone_presence", "stopped", "gathering", "crowd_density", "proximity", "seen")
"""Kinds whose `minimum` is a length of time that belongs into the sentence."""

WITHIN = "within"


def phrase(query: Query, words: Words, zone: str = PARIS) -> str:
    """Who does what, on which camera, and when; times are told in `zone`."""
    if query.parts:
        sentence = words.say(
            "question.combined", parts=_joined(query, words), when=_when(query.window, words, zone)
        )
        timed = [told(one, words) for one in query.filters]
        sentence = ", ".join([sentence.removesuffix("."), *timed]) + "."
    else:
        sentence = words.say(
            "question.sentence",
            who=_who(query, words),
            does=_does(query, words),
            where=_where(query, words),
            when=_when(query.window, words, zone),
        )
    return sentence[:1].upper() + sentence[1:]


def clause(query: Query, words: Words) -> str:
    """Who does what and on which camera, without when: a part of a question."""
    if query.parts:
        return words.say("question.nested", parts=_joined(query, words))
    filters = tuple(one for one in query.filters if not isinstance(one, Hours))
    query = replace(query, filters=filters)
    return words.say(
        "question.clause",
        who=_who(query, words),
        does=_does(query, words),
        where=_where(query, words),
    )


def _joined(query: Query, words: Words) -> str:
    query = replace(query, parts=tuple(sorted(query.parts, key=_except)))
    parts = [clause(part.parts[0] if _except(part) else part, words) for part in query.parts]
    if query.kind == "not":
        return words.say("question.not", part=parts[0])
    if query.kind == "then":
        within = {setting.name: setting.value for setting in query.settings}.get(WITHIN, 0)
        then = length(within, words.language)
        return words.say("question.then", first=parts[0], second=parts[-1], within=then)
    sentence = parts[0]
    for part, asked in zip(parts[1:], query.parts[1:], strict=True):
        if _except(asked):
            sentence = words.say("question.except", first=sentence, second=part)
        elif query.kind == "any":
            sentence = words.say("question.either", first=sentence, second=part)
        else:
            sentence = words.say("question.both", first=sentence, second=part)
    return sentence


def _except(part: Query) -> bool:
    return part.kind == "not" and len(part.parts) == 1


def _who(query: Query, words: Words) -> str:
    names = [words.name("question.one", name) for name in query.classes]
    return listed(names, words) if names else words.say("question.any")


def _does(query: Query, words: Words) -> str:
    key = f"{query.kind}_{query.direction}" if query.direction else query.kind
    shaped = f"{query.kind}_{shape_of(query.place)}" if query.place else ""
    does = words.name("question.does", key)
    if shaped and words.knows(f"question.shaped.{shaped}"):
        does = words.name("question.shaped", shaped)
    minimum = {setting.name: setting.value for setting in query.settings}.get(MINIMUM, 0)
    if minimum and query.kind in TIMED:
        does = words.say("question.at_least", does=does, length=length(minimum, words.language))
    return ", ".join([does, *(told(one, words) for one in query.filters)])


def _where(query: Query, words: Words) -> str:
    names = [visible(camera) for camera in query.cameras]
    if not names:
        return words.say("question.every_camera")
    if len(names) == 1:
        return words.say("question.one_camera", camera=names[0])
    return words.say("question.cameras", cameras=", ".join(names))


def _when(window: Window | None, words: Words, zone: str) -> str:
    if window is None:
        return words.say("question.whole")
    (first, start), (last, end) = (
        _told(instant, words.language, zone) for instant in (window.start, window.end)
    )
    if first == last:
        return words.say("question.same_day", day=first, start=start, end=end)
    return words.say("question.days", start_day=first, start=start, end_day=last, end=end)


def _told(instant: int, language: str, zone: str) -> tuple[str, str]:
    """Day and time of corrected microseconds; thousandths only where there are some."""
    day, time = local(instant, language, zone).split(" ")
    return day, time.removesuffix(",000").removesuffix(".000")
