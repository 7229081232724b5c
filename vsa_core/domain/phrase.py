"""What may be typed next in the text of a question, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: `text` in the place of the characters [start, end).

    start, end: character offsets in the text as it was given; meaning: what
    sort of word it is, in the language of the question.
    """

    start: int
    end: int
    text: str
    meaning: str
