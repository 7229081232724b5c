"""Names that others chose, as they can be printed: nothing hidden, nothing interpreted, no end."""

import unicodedata
from collections.abc import Container

LONGEST = 160
"""Characters of a name that are printed; the JSON report holds it whole."""

NARROW, BROAD = "\u202f", "\u00a0"


def printable(text: str, glyphs: Container[int], most: int = LONGEST) -> str:
    """`text` as a font that has `glyphs` can show it, at most `most` characters of it.

    Composed (NFC); what hides, moves or breaks text, and what the font lacks,
    becomes ‹U+XXXX›. The middle of a longer text is left out for "…": the
    ending of a file name says what it is.
    """
    composed = unicodedata.normalize("NFC", text[: 4 * most] + text[4 * most :][-4 * most :])
    shown = "".join(_shown(c, glyphs) for c in composed.replace(NARROW, BROAD))
    if len(shown) <= most:
        return shown
    tail = most // 3
    return f"{shown[: most - tail - 1]}…{shown[-tail:]}"


def _shown(c: str, glyphs: Container[int]) -> str:
    kept = ord(c) in glyphs and (c.isprintable() or c == BROAD)
    return c if kept else f"‹U+{ord(c):04X}›"
