"""The sheets of the printed report: fonts, styles, running lines, and text that stays plain."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus.flowables import CallerMacro

from vsa_core.domain.moment import MICROSECONDS
from vsa_core.validation.report_text import LONGEST, printable

PLAIN, BOLD = "Report", "Report-Bold"
FILES = {PLAIN: "Vera.ttf", BOLD: "VeraBd.ttf"}
"""Bitstream Vera, which reportlab carries: embedded, so that every reader shows the same page."""

MARGIN = 15 * mm
WIDTH = A4[0] - 2 * MARGIN
FOOT = 20 * mm

INK, DIM, RULE, SHADE = (HexColor(c) for c in ("#1b2430", "#5a6675", "#b8c2cc", "#eef2f6"))
ACCENT = HexColor("#1f3a5f")

TOTAL = "pages"
"""The form that holds the number of pages: every page shows it, the last one knows it."""


def _style(name: str, size: float, **more: object) -> ParagraphStyle:
    fields = {"fontName": PLAIN, "leading": round(size * 1.35, 1), "textColor": INK, **more}
    return ParagraphStyle(name, fontSize=size, splitLongWords=1, **fields)


STYLES = {
    style.name: style
    for style in (
        _style("title", 20, fontName=BOLD, textColor=ACCENT),
        _style("subtitle", 10.5, textColor=DIM, spaceAfter=4 * mm),
        _style("heading", 12.5, fontName=BOLD, textColor=ACCENT, spaceBefore=7 * mm,
               spaceAfter=2.5 * mm, keepWithNext=1),
        _style("minor", 9, fontName=BOLD, spaceBefore=3 * mm, spaceAfter=1.5 * mm, keepWithNext=1),
        _style("text", 8.6, spaceAfter=1.6 * mm),
        _style("lead", 8.6, spaceAfter=3 * mm, keepWithNext=1),
        _style("strong", 8.6, fontName=BOLD, spaceAfter=1 * mm),
        _style("strong lead", 8.6, fontName=BOLD, spaceAfter=1.6 * mm, keepWithNext=1),
        _style("notice", 8.6, fontName=BOLD, borderPadding=(6, 8, 6, 8), backColor=SHADE,
               spaceBefore=4 * mm, spaceAfter=4 * mm, leftIndent=8, rightIndent=8),
        _style("item", 8.6, leftIndent=4 * mm, bulletIndent=0, spaceAfter=1.6 * mm),
        _style("cell", 7),
        _style("bold cell", 7, fontName=BOLD),
        _style("number", 7, alignment=TA_RIGHT),
        _style("bold number", 7, fontName=BOLD, alignment=TA_RIGHT),
        _style("column", 6.4, fontName=BOLD, textColor=DIM),
        _style("number column", 6.4, fontName=BOLD, textColor=DIM, alignment=TA_RIGHT),
        _style("fine", 5.9, textColor=DIM),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheets:
    """What every page and the file's own notice say."""

    title: str
    foot: str
    page: Callable[[int], str]
    author: str
    language: str
    made: int


@cache
def glyphs() -> Container[int]:
    """The characters that both fonts can show; the fonts are at hand once it returns."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name, file in FILES.items():
        registerFont(TTFont(name, str(folder / file)))
    shown = [frozenset(TTFontFile(str(folder / file)).charToGlyph) for file in FILES.values()]
    return frozenset.intersection(*shown)


def text(said: str, style: str = "text", most: int | None = None, bullet: str = "") -> Paragraph:
    """One paragraph; whatever its words hold is shown as it stands, never as markup.

    `most`: characters at most, for what others wrote; None for our own sentences.
    """
    shown = printable(said, glyphs(), len(said) * len("‹U+10FFFF›") + 1 if most is None else most)
    return Paragraph(escape(shown), STYLES[style], bulletText=bullet or None)


def lines(parts: Sequence[Flowable | None]) -> list[Flowable]:
    """What stands one below the other in one cell."""
    return [part for part in parts if part is not None]


def name(said: str, style: str = "cell") -> Paragraph:
    """A name that somebody else chose."""
    return text(said, style, LONGEST)


def bound(story: Sequence[Flowable], sheets: Sheets) -> bytes:
    """The pages as one PDF; the same story and sheets give the same bytes."""
    glyphs()
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=FOOT,
        invariant=1,
        pageCompression=1,
        lang=sheets.language,
        title=_plain(sheets.title),
        author=_plain(sheets.author),
        creator=_plain(sheets.author),
        subject=_plain(sheets.foot),
        initialFontName=PLAIN,
    )
    frame = Frame(MARGIN, FOOT, WIDTH, A4[1] - MARGIN - FOOT, 0, 0, 0, 0)
    template = PageTemplate(frames=[frame], onPage=partial(_running, sheets=sheets))
    document.addPageTemplates([template])
    document.afterFlowable = partial(_listed, document)
    document.build([*story, CallerMacro(drawCallable=_count)])
    return out.getvalue()


def _running(canvas: Canvas, document: BaseDocTemplate, sheets: Sheets) -> None:
    """The lines below every page: whose figures these are, and which page this is."""
    canvas.setDateFormatter(_dated(sheets.made))
    canvas.saveState()
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.line(MARGIN, 14 * mm, MARGIN + WIDTH, 14 * mm)
    canvas.setFillColor(DIM)
    canvas.setFont(PLAIN, 6.6)
    canvas.drawString(MARGIN, 10.5 * mm, _plain(sheets.title))
    canvas.drawString(MARGIN, 7.3 * mm, _plain(sheets.foot))
    right = MARGIN + WIDTH - 5 * mm
    canvas.drawRightString(right, 10.5 * mm, _plain(sheets.page(document.page)))
    canvas.translate(right + 1 * mm, 10.5 * mm)
    canvas.doForm(TOTAL)
    canvas.restoreState()


def _count(last: Flowable) -> None:
    canvas = last.canv
    canvas.beginForm(TOTAL)
    canvas.setFillColor(DIM)
    canvas.setFont(PLAIN, 6.6)
    canvas.drawString(0, 0, str(canvas.getPageNumber()))
    canvas.endForm()


def _listed(document: BaseDocTemplate, flowable: Flowable) -> None:
    """Every heading is in the list of contents that readers show beside the pages."""
    if isinstance(flowable, Paragraph) and flowable.style.name == "heading":
        key = f"at-{document.page}-{flowable.getPlainText()}"
        document.canv.bookmarkPage(key)
        document.canv.addOutlineEntry(flowable.getPlainText(), key, 0)


def _dated(made: int) -> Callable[..., str]:
    moment = datetime.fromtimestamp(made // MICROSECONDS, UTC)
    return lambda *_: f"{moment:D:%Y%m%d%H%M%SZ}"


def _plain(said: str) -> str:
    return printable(said, glyphs())
