"""The use of an installation as bars: what is counted together, and each bar in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from app.times import local
from app.words import Words
from vsa_core.desk.audit_overview import Bin, Overview
from vsa_core.domain.case import Act

PARIS = "Europe/Paris"


class Group(IntEnum):
    """What bars are made of, from the bottom up."""

    QUESTIONS = 0
    LOOKS = 1
    EXPORTS = 2
    REFUSALS = 3
    OTHER = 4


GROUPS: Mapping[Act, Group] = {
    Act.QUERY: Group.QUESTIONS,
    Act.SETTLE: Group.QUESTIONS,
    Act.VIEW: Group.LOOKS,
    Act.EXAMINE: Group.LOOKS,
    Act.MATCH: Group.LOOKS,
    Act.REJECT: Group.LOOKS,
    Act.DOUBT: Group.LOOKS,
    Act.EXPORT: Group.EXPORTS,
    Act.DENIED: Group.REFUSALS,
}

SILENT = frozenset(
    {
        *(Act.BATCH, Act.RESULT, Act.VIEW_CLOSE, Act.EXPORT_DONE, Act.ABORTED),
        *(Act.SESSION_CLOSE, Act.CAPABILITIES, Act.RECOVERY, Act.SHARD_END, Act.MODEL_LOAD),
        *(Act.CONSULT, Act.AUDIT_READ),
    }
)
"""What follows from an act that is counted, what the program does by itself, what only lists."""

TOPS = (2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """A day or a week, in microseconds since 1970 UTC; `parts` by Group, `day` in words."""

    start: int
    end: int
    day: str
    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Acts of the day or week."""
        return sum(self.parts)


def bars(overview: Overview, words: Words) -> tuple[Bar, ...]:
    """One bar a day or week."""
    return tuple(_bar(one, words) for one in overview.bins)


def highest(shown: tuple[Bar, ...]) -> int:
    """A round even number of acts, at least 4 and as high as any bar."""
    most = max((bar.total for bar in shown), default=0)
    ten = 1
    while 10 * ten < most:
        ten *= 10
    return max(next(top * ten for top in TOPS if top * ten >= most), TOPS[1])


def _bar(one: Bin, words: Words) -> Bar:
    parts = [0] * len(Group)
    for act, count in one.counts:
        if act not in SILENT:
            parts[GROUPS.get(act, Group.OTHER)] += count
    day = local(one.start, words.language, PARIS).partition(" ")[0]
    return Bar(one.start, one.end, day, tuple(parts))
