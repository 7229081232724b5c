"""Every miss and false alarm of the printed report, with its masked picture, two in a row."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, Table, TableStyle

from vsa_core.domain.assessment import Assessment, Mistake
from vsa_core.validation.report_json import picture_name, sha256
from vsa_core.validation.report_pages import RULE, SHADE, WIDTH, name, text
from vsa_core.validation.report_words import Voice

GAP = 5 * mm
CARD = (WIDTH - GAP) / 2
HIGHEST = 60 * mm
NOTE = 300
"""Characters of a note that are printed."""

_Card = tuple[Sequence[Flowable], Sequence[Flowable]]
"""What is said of a mistake, and below it what is shown."""


def mistakes(assessment: Assessment, voice: Voice) -> Iterator[Flowable]:
    """All of them, in the order and by the numbers of the report for programs."""
    yield text(voice.say("section.mistakes"), "heading")
    told = assessment.mistakes
    if not told:
        key = "mistakes.none" if assessment.events else "mistakes.unasked"
        yield text(voice.say(key))
        return
    missed = sum(one.missed for one in told)
    counts = {"missed": voice.number(missed), "alarms": voice.number(len(told) - missed)}
    yield text(voice.say("mistakes.about", **counts), "lead")
    if assessment.unpictured:
        unpictured = voice.number(assessment.unpictured)
        yield text(voice.say("mistakes.unpictured", count=unpictured), "strong lead")
    cards = [_card(number, one, voice) for number, one in enumerate(told, 1)]
    for left in range(0, len(cards), 2):
        yield _pair(cards[left : left + 2])


def _pair(cards: list[_Card]) -> Table:
    lined = [("LINEABOVE", (column, 0), (column, 0), 0.6, RULE) for column in (0, 2)[: len(cards)]]
    left, right = (*cards, ((), ()))[:2]
    return Table(
        [[list(one), "", list(other)] for one, other in zip(left, right, strict=True)],
        colWidths=[CARD, GAP, CARD],
        hAlign="LEFT",
        spaceAfter=4 * mm,
        style=TableStyle([
            *lined,
            ("NOSPLIT", (0, 0), (-1, -1)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]),
    )  # fmt: skip


def _card(number: int, mistake: Mistake, voice: Voice) -> _Card:
    what = voice.say("mistakes.missed" if mistake.missed else "mistakes.alarm")
    head = voice.say("mistakes.head", number=number, what=what, instant=voice.instant(mistake.at))
    said = [
        text(head, "strong"),
        name(mistake.clip),
        name(f"{voice.kind(mistake.kind)} › {mistake.question}"),
    ]
    if mistake.direction:
        directions = voice.directions(mistake.direction)
        said.append(name(voice.say("mistakes.direction", direction=directions)))
    if mistake.note:
        said.append(text(voice.say("mistakes.note", note=mistake.note), "cell", NOTE))
    return said, _pictured(number, mistake, voice)


def _pictured(number: int, mistake: Mistake, voice: Voice) -> list[Flowable]:
    if not mistake.picture:
        return [_blank(voice.say("mistakes.no_picture"))]
    file, digest = picture_name(number, mistake), sha256(mistake.picture)
    caption = voice.say("mistakes.file", file=file)
    return [_picture(mistake.picture), text(caption, "fine"), text(digest, "fine")]


def _picture(png: bytes) -> Image:
    """The picture as large as its half of the page allows, in its own proportions."""
    width, height = ImageReader(BytesIO(png)).getSize()
    scale = min(CARD / width, HIGHEST / height)
    return Image(BytesIO(png), width * scale, height * scale, hAlign="LEFT")


def _blank(said: str) -> Table:
    style = TableStyle([("BACKGROUND", (0, 0), (-1, -1), SHADE)])
    return Table([[text(said, "cell")]], colWidths=[CARD], style=style, hAlign="LEFT")
