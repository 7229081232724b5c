"""The printed report: a PDF that a magistrate and a defence expert can both read."""

from vsa_core.domain.assessment import Assessment
from vsa_core.validation.report_figures import boxes, events, tracks
from vsa_core.validation.report_json import json_digest
from vsa_core.validation.report_mistakes import mistakes
from vsa_core.validation.report_pages import Sheets, bound
from vsa_core.validation.report_sections import brief, clips, limits, meaning, subject
from vsa_core.validation.report_words import Voice, Words


def as_pdf(assessment: Assessment, words: Words) -> bytes:
    """The report on A4 pages, in the language of `words`; the same assessment, the same bytes.

    Every page carries the SHA-256 of the report for programs (`as_json`).
    """
    voice = Voice(words)
    sheets = Sheets(
        title=voice.say("title"),
        foot=voice.say("foot", digest=json_digest(assessment)),
        page=lambda number: voice.say("page", number=number),
        author=assessment.subject.program,
        language=words.language,
        made=assessment.made,
    )
    story = [
        *brief(assessment, voice),
        *subject(assessment, voice),
        *clips(assessment, voice),
        *meaning(assessment, voice),
        *events(assessment, voice),
        *boxes(assessment, voice),
        *tracks(assessment, voice),
        *limits(voice),
        *mistakes(assessment, voice),
    ]
    return bound(story, sheets)
