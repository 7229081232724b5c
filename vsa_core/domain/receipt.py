"""Proof that a question was written down before it was answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """Issued by the audit journal alone, after fsync; opens one question.

    `sequence` is the record's number, `entry` the SHA-256 of its canonical
    bytes, `question` the digest of the very query or order that was recorded.
    """

    sequence: int
    entry: str
    question: str
