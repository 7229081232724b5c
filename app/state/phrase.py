"""A question told in one sentence, so that a person reads what they are about to ask."""

from app.state.amounts import length
from app.times import local
from app.words import Words, visible
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query

PARIS = "Europe/Paris"
MINIMUM = "minimum"
"""The setting without which a question about a stay says nothing."""


def phrase(query: Query, words: Words, zone: str = PARIS) -> str:
    """Who does what, on which camera, and when; times are told in `zone`."""
    sentence = words.say(
        "question.sentence",
        who=_who(query, words),
        does=_does(query, words),
        where=_where(query, words),
        when=_when(query.window, words, zone),
    )
    return sentence[:1].upper() + sentence[1:]


def _who(query: Query, words: Words) -> str:
    names = [words.name("question.one", name) for name in query.classes]
    if not names:
        return words.say("question.any")
    if len(names) == 1:
        return names[0]
    return words.say("question.or", first=", ".join(names[:-1]), last=names[-1])


def _does(query: Query, words: Words) -> str:
    key = f"{query.kind}_{query.direction}" if query.direction else query.kind
    does = words.name("question.does", key)
    minimum = {setting.name: setting.value for setting in query.settings}.get(MINIMUM, 0)
    if not minimum:
        return does
    return words.say("question.at_least", does=does, length=length(minimum, words.language))


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
