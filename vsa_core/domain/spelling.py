"""Text from outside that hides nothing: what shows nothing, or moves what does, is spelled out."""

SPACES = "\u00a0\u202f"
"""No-break spaces, which French typography wants and Python does not hold for printable."""

BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""What Python holds for printable and shows nothing: fillers and variation selectors
(Unicode 15, Default_Ignorable_Code_Point), and the empty Braille cell."""


def is_shown(character: str) -> bool:
    """Whether a reader sees that character, in the place where it stands."""
    return (character.isprintable() or character in SPACES) and character not in BLANK


def spelled(text: str) -> str:
    """`text` with control, bidirectional and other invisible characters as ⟨U+202E⟩."""
    return "".join(c if is_shown(c) else f"⟨U+{ord(c):04X}⟩" for c in text)
