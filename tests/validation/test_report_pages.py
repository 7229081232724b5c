"""Every page names the figures it belongs to; text stays text; the same story, the same bytes."""

import re

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak

from tests.validation.assessed import HOSTILE
from vsa_core.validation.report_pages import BOLD, PLAIN, Sheets, bound, glyphs, name, text

SHEETS = Sheets(
    title="Rapport – cœur",
    foot="SHA-256 : " + "ab" * 32,
    page=lambda number: f"Page {number} sur",
    author="relecture 0.1.0",
    language="fr",
    made=1_709_640_000_000_000,
)


def story() -> list[object]:
    return [text("un", "heading"), text("œuvre « vue »"), PageBreak(), text("deux", "heading")]


def test_every_page_carries_the_digest_and_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, str]] = []

    def note(method: str) -> None:
        real = getattr(Canvas, method)

        def noted(canvas: Canvas, x: float, y: float, said: str, *rest: object) -> object:
            drawn.append((canvas.getPageNumber(), said))
            return real(canvas, x, y, said, *rest)

        monkeypatch.setattr(Canvas, method, noted)

    note("drawString")
    note("drawRightString")
    bound(story(), SHEETS)
    for page in (1, 2):
        assert (page, SHEETS.foot) in drawn
        assert (page, f"Page {page} sur") in drawn
    assert (2, "2") in drawn


def test_the_same_story_gives_the_same_bytes() -> None:
    assert bound(story(), SHEETS) == bound(story(), SHEETS)


def test_the_file_says_when_by_what_and_in_which_language() -> None:
    data = bound(story(), SHEETS)
    assert b"/CreationDate (D:20240305120000Z)" in data
    assert b"/Lang (fr)" in data
    assert b"/Author (relecture 0.1.0)" in data


def test_the_faces_are_embedded_and_nothing_else_is_asked_for() -> None:
    data = bound(story(), SHEETS)
    assert data.count(b"/FontFile2") == 2
    assert b"/Type1" not in data
    assert re.search(rb"/(URI|Launch|JavaScript|JS|EmbeddedFile|GoToR)\b", data) is None


def test_headings_are_listed_beside_the_pages() -> None:
    assert bound(story(), SHEETS).count(b"/Dest") >= 2


def test_french_has_all_its_letters() -> None:
    letters = "éèêëàâäùûüçôöîïÿœæÉÈÊËÀÂÄÙÛÜÇÔÖÎÏŸŒÆ«»’‘“”–—…·•×±≤≥€°\u00a0‹›−"
    assert [c for c in letters if ord(c) not in glyphs()] == []


@pytest.mark.parametrize("style", ["cell", "heading"])
def test_markup_in_a_name_is_shown_as_it_stands(style: str) -> None:
    shown = name(HOSTILE, style).getPlainText()
    assert "<img src='file:///etc/passwd'/>&amp;" in shown
    assert "‹U+202E›" in shown
    assert name("<b>&lt;</b>", style).getPlainText() == "<b>&lt;</b>"
    assert bound([name(HOSTILE, style)], SHEETS).startswith(b"%PDF")


def test_our_own_sentences_are_never_cut() -> None:
    assert text("a " * 5000).getPlainText().count("a") == 5000
    assert text("\u202f" * 3).getPlainText() == "\u00a0" * 3


def test_pages_are_set_in_the_two_faces_only() -> None:
    fonts = set(re.findall(rb"/BaseFont /([A-Za-z+-]+)", bound(story(), SHEETS)))
    assert len(fonts) == 2
    assert all(b"+BitstreamVera" in font for font in fonts)
    assert {PLAIN, BOLD} == {"Report", "Report-Bold"}
