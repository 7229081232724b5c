"""Tables of the printed report: a head that repeats, names to the left, figures to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from vsa_core.validation.report_pages import RULE, SHADE, WIDTH, lines, text

Cell = str | Sequence[Flowable]
"""Figures as text, with "\\n" between lines; anything else as it is drawn."""

LOOK = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.3, RULE),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a name, then figures; `bold` for what adds the rows above."""

    name: Sequence[Flowable]
    figures: tuple[Cell, ...]
    bold: bool = False


def figures(head: str, rows: Sequence[Row], widths: Sequence[float]) -> Table:
    """A table of figures. `head`: column titles, "|" between; `widths` of the figures in mm."""
    titles = head.split("|")
    first = [text(titles[0], "column"), *(text(t, "number column") for t in titles[1:])]
    body = [[list(row.name), *(_figure(cell, row.bold) for cell in row.figures)] for row in rows]
    shades = [
        ("BACKGROUND", (0, n), (-1, n), SHADE) for n, row in enumerate([None, *rows])
        if row is None or row.bold
    ]  # fmt: skip
    columns = [width * mm for width in widths]
    return Table(
        [first, *body],
        colWidths=[WIDTH - sum(columns), *columns],
        repeatRows=1,
        style=TableStyle([*LOOK, *shades]),
        hAlign="LEFT",
        spaceAfter=3 * mm,
    )


def pairs(rows: Sequence[tuple[str, Sequence[Flowable]]], width: float = 42) -> Table:
    """What is said of each of several things; the names' column is `width` mm wide."""
    return Table(
        [[text(label, "bold cell"), lines(said)] for label, said in rows],
        colWidths=[width * mm, WIDTH - width * mm],
        style=TableStyle(LOOK),
        hAlign="LEFT",
        spaceAfter=3 * mm,
    )


def _figure(cell: Cell, bold: bool) -> list[Flowable]:
    if not isinstance(cell, str):
        return list(cell)
    return [text(line, "bold number" if bold else "number") for line in cell.split("\n")]
