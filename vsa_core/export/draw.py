"""Boxes, labels and captions around a picture: array in, array out."""

import re
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.domain.spelling import is_shown
from vsa_core.export.captions import Caption

Colour = tuple[int, int, int]
Lines = tuple[tuple[str, ...], ...]

INK, PAPER = (238, 238, 238), (26, 24, 24)
NOTICE = (60, 200, 255)
MATCHED, OTHER, EDGE = (40, 170, 255), (205, 205, 205), (20, 20, 20)

_NARROWEST = 320
_REGULAR, _STRONG = 450, 650
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """One track on the picture: left, top, right, bottom in pixels, and what is said of it."""

    box: tuple[float, float, float, float]
    label: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a picture of width x height lies on its canvas, between a strip above and below.

    width, height and the canvas are in pixels; the canvas has even sides;
    text: height of letters with their descenders; rows: lines in each strip.
    """

    width: int
    height: int
    canvas: tuple[int, int]
    left: int
    top: int
    text: int


def sheet_for(size: tuple[int, int], caption: Caption) -> Sheet:
    """Room for a picture of `size` (width, height) and for captions like this one."""
    width, height = size
    text = max(12, round(height * 0.027))
    wide = max(width, _NARROWEST)
    wide += wide % 2
    room = wide - text
    above = _strip(len(_lines(caption.header, text, room)), text)
    below = _strip(len(_lines(caption.footer, text, room)), text)
    tall = above + height + below
    return Sheet(width, height, (wide, tall + tall % 2), (wide - width) // 2, above, text)


def annotate(picture: Picture, marks: tuple[Mark, ...], caption: Caption, sheet: Sheet) -> Picture:
    """The canvas (height, width, 3) BGR: the picture with its marks, captions outside it.

    `picture` (sheet.height, sheet.width, 3) is left as it is. Marks that were
    matched are drawn last, over the others.
    """
    if picture.shape != (sheet.height, sheet.width, 3):
        raise ValueError(f"not the sheet's picture: {picture.shape}")
    shown = picture.copy()
    for mark in sorted(marks, key=lambda mark: mark.matched):
        _draw_mark(shown, mark, sheet.text)
    return _framed(shown, caption, sheet)


def slate(message: str, caption: Caption, sheet: Sheet) -> Picture:
    """A canvas that says why there is no picture to see at this moment."""
    plain = np.full((sheet.height, sheet.width, 3), 46, np.uint8)
    size = round(sheet.text * 1.2)
    lines = _lines((message,), size, sheet.width - 2 * size)
    top = (sheet.height - len(lines) * round(size * 1.5)) // 2
    for row, line in enumerate(lines):
        text = "   ".join(line)
        left = (sheet.width - _wide(text, size, _STRONG)) // 2
        _write(plain, text, (left, top + round((row + 1) * size * 1.5)), size, INK, _STRONG)
    return _framed(plain, caption, sheet)


def planes(canvas: Picture) -> NDArray[np.uint8]:
    """(height * 3 / 2, width) planes of 4:2:0 luma and chroma, ITU-R BT.601, limited range."""
    return np.asarray(cv2.cvtColor(canvas, cv2.COLOR_BGR2YUV_I420), np.uint8)


def legible(text: str) -> str:
    """Text fit to be drawn: no-break spaces plain, what does not print by its number."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return "".join(c if is_shown(c) else f"<U+{ord(c):04X}>" for c in plain)


def _framed(picture: Picture, caption: Caption, sheet: Sheet) -> Picture:
    wide, tall = sheet.canvas
    canvas = np.empty((tall, wide, 3), np.uint8)
    canvas[:] = PAPER
    bottom = sheet.top + sheet.height
    canvas[sheet.top : bottom, sheet.left : sheet.left + sheet.width] = picture
    _draw_strip(canvas, caption.header, 0, sheet, INK)
    _draw_strip(canvas, caption.footer, bottom, sheet, NOTICE)
    return canvas


def _draw_strip(canvas: Picture, items: tuple[str, ...], top: int, sheet: Sheet,
                colour: Colour) -> None:  # fmt: skip
    text = sheet.text
    for row, line in enumerate(_lines(items, text, sheet.canvas[0] - text)):
        x, y = text // 2, top + round(text * 0.4) + round((row + 0.8) * text * 1.35)
        for item in line:
            _write(canvas, item, (x, y), text, colour, _REGULAR)
            x += _reserved(item, text) + text


def _strip(rows: int, text: int) -> int:
    return round(text * 0.8) + round(rows * text * 1.35)


def _lines(items: tuple[str, ...], text: int, room: int) -> Lines:
    """The items in lines of at most `room` pixels; too long an item is broken between words.

    Digits count as the widest digit, so that a running clock never moves a line.
    """
    lines: list[list[str]] = [[]]
    used = 0
    for item in (part for whole in items for part in _broken(legible(whole), text, room)):
        needs = _reserved(item, text)
        if lines[-1] and used + text + needs > room:
            lines.append([])
            used = 0
        used += needs + (text if lines[-1] else 0)
        lines[-1].append(item)
    return tuple(tuple(line) for line in lines)


def _broken(item: str, text: int, room: int) -> list[str]:
    """The item in pieces of at most `room` pixels, cut between words or in too long a word."""
    pieces = [""]
    for word in item.split(" "):
        longer = f"{pieces[-1]} {word}" if pieces[-1] else word
        if _reserved(longer, text) <= room:
            pieces[-1] = longer
            continue
        if pieces[-1]:
            pieces.append("")
        for letter in word:
            if _reserved(pieces[-1] + letter, text) > room:
                pieces.append("")
            pieces[-1] += letter
    return pieces


def _draw_mark(picture: Picture, mark: Mark, text: int) -> None:
    width = picture.shape[1]
    corners = tuple(int(np.clip(side, -width, 2 * width)) for side in mark.box)
    thick = max(2, text // 6) if mark.matched else max(1, text // 12)
    start, end = (corners[0], corners[1]), (corners[2], corners[3])
    cv2.rectangle(picture, start, end, EDGE, thick + 2)
    cv2.rectangle(picture, start, end, MATCHED if mark.matched else OTHER, thick)
    _draw_label(picture, mark, corners, text)


def _draw_label(picture: Picture, mark: Mark, corners: tuple[int, ...], text: int) -> None:
    """The label above its box, inside the picture; below or in the box where there is no room."""
    height, width = picture.shape[:2]
    label = legible(mark.label)
    wide, tall = _wide(label, text, _STRONG) + text // 2, round(text * 1.35)
    left = int(np.clip(corners[0], 0, max(0, width - wide)))
    top = corners[1] - tall - 1 if corners[1] > tall else corners[3] + 2
    top = int(np.clip(top, 0, max(0, height - tall)))
    plate = picture[top : top + tall, left : left + wide]
    paper, ink = (MATCHED, EDGE) if mark.matched else (EDGE, INK)
    plate[:] = (plate * 0.15 + np.array(paper) * 0.85).astype(np.uint8)
    foot = top + round(tall * 0.74)
    _write(picture, label, (left + text // 4, foot), text, ink, _STRONG)


def _write(picture: Picture, text: str, foot: tuple[int, int], size: int, colour: Colour,
           weight: int) -> None:  # fmt: skip
    cv2.putText(picture, text, foot, colour, cv2.FontFace("sans"), size, weight)


def _reserved(text: str, size: int) -> int:
    return _wide(_DIGIT.sub("0", text), size, _REGULAR)


def _wide(text: str, size: int, weight: int) -> int:
    """Width in pixels from the origin to where the text could go on."""
    if not text:
        return 0
    left, _, wide, _ = cv2.getTextSize((0, 0), text, (0, 0), cv2.FontFace("sans"), size, weight)
    return int(left + wide)
