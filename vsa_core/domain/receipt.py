"""Proof that a question was written down before it was answered."""

from dataclasses import dataclass

_ROOM = 10**9  # more records than a shard can hold in six months


@dataclass(frozen=True, slots=True)
class Receipt:
    """Issued by the audit journal alone, after fsync; opens one question.

    `sequence` is the record's number in its shard, by which answers name it;
    `entry` the SHA-256 of its canonical bytes; `question` the digest of the
    very query or order that was recorded; `shard` the name of the shard, ""
    for the first one.
    """

    sequence: int
    entry: str
    question: str
    shard: str = ""

    @property
    def number(self) -> int:
        """One number among the records of all shards, growing with time; under 2^53.

        In the first shard it is the sequence; in 2027H1, 202710000000041 for 41.
        """
        if not self.shard:
            return self.sequence
        half, _, again = self.shard.partition("-")
        return int(half.replace("H", "") + (again or "0")) * _ROOM + self.sequence
