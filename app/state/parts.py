"""The parts of a question that are put together: all of them, any, one then the other."""

from dataclasses import dataclass, field, replace

from app.state.choice import Choice
from app.state.narrowing import Filters, put, without
from vsa_core.domain.filters import Hours
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting

JOINS = ("all", "any", "then")
"""The words that parts are joined by: and, or, then."""

EXCEPT = "not"
SAME_CAMERA = "same_camera"
PAIR = 2
"""Parts of a sequence: one, then the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what was chosen for it, or a question that only words can say (`fixed`).

    `number` is given once: what is drawn for a part belongs to it alone.
    """

    number: int
    choice: Choice
    excepted: bool = False
    fixed: Query | None = None

    def lacking(self) -> str:
        """What keeps this part from being asked, but for its period; "" when nothing does."""
        return "" if self.fixed else replace(self.choice, period=None).lacking(None)

    def query(self, every: tuple[str, ...]) -> Query:
        """What this part asks, without its period and its hours, which belong to the whole."""
        if self.fixed is not None:
            return self.fixed
        choice = replace(self.choice, period=None, filters=without(self.choice.filters, "hours"))
        return choice.query(every)


@dataclass(frozen=True, slots=True)
class Parts:
    """One part or several, the one on show, and the whole that they make.

    The period and the hours of the day are those of the whole: every part
    carries them, so that each can be shown alone. `whole`: the joining word
    as its kind, its settings, and what words may have asked of every part.
    """

    listed: tuple[Part, ...]
    at: int = 0
    whole: Query = field(default_factory=lambda: Query(JOINS[0]))

    @property
    def shown(self) -> Part:
        """The part on show."""
        return self.listed[self.at]

    @property
    def choice(self) -> Choice:
        """What was chosen for the part on show."""
        return self.shown.choice

    @property
    def joined(self) -> bool:
        """Whether there is more than one."""
        return len(self.listed) > 1

    @property
    def join(self) -> str:
        """The word that joins them: one of JOINS."""
        return self.whole.kind

    def with_choice(self, choice: Choice) -> "Parts":
        """The part on show changed; its period and its hours become those of all."""
        changed = replace(self.shown, choice=choice)
        listed = [changed if one is self.shown else _beside(one, choice) for one in self.listed]
        return replace(self, listed=tuple(listed))

    def added(self) -> "Parts":
        """One more part, shown: of the same kind and cameras, with nothing drawn."""
        last = self.choice
        hours = tuple(one for one in last.filters if isinstance(one, Hours))
        begun = replace(last, place=None, direction="", values=(), spans=(), filters=hours)
        number = max(part.number for part in self.listed) + 1
        listed = (*self.listed, Part(number, begun))
        return replace(self, listed=listed, at=len(listed) - 1)

    def removed(self, index: int) -> "Parts":
        """One part less; the last one stays."""
        if not self.joined:
            return self
        listed = (*self.listed[:index], *self.listed[index + 1 :])
        if len(listed) == 1:
            listed = (replace(listed[0], excepted=False),)
        return replace(self, listed=listed, at=min(self.at - (index < self.at), len(listed) - 1))

    def show(self, index: int) -> "Parts":
        """Another part on show."""
        return replace(self, at=index)

    def excepting(self, index: int, excepted: bool) -> "Parts":
        """That part excepted, or not."""
        parts = list(self.listed)
        parts[index] = replace(parts[index], excepted=excepted)
        return replace(self, listed=tuple(parts))

    def by(self, join: str, settings: tuple[Setting, ...] = ()) -> "Parts":
        """Joined by another word, with its settings; only "all" has exceptions."""
        listed = self.listed
        if join != JOINS[0]:
            listed = tuple(replace(part, excepted=False) for part in listed)
        return replace(self, listed=listed, whole=replace(self.whole, kind=join, settings=settings))

    def lacking(self, allowed: Window | None) -> tuple[int, str]:
        """The first part that lacks something, and what; (the one on show, "") when none does.

        As `Choice.lacking`, and of the whole: "pair" (a sequence of another
        number than two), "excepted" (nothing but exceptions), "many" (kinds
        about several objects joined by and), "apart" (parts that have to share
        a camera and do not).
        """
        if not self.joined:
            return 0, "" if self.shown.fixed else self.choice.lacking(allowed)
        for index, part in enumerate(self.listed):
            if part.lacking():
                return index, part.lacking()
        period = self.choice.lacking(allowed) if not self.shown.fixed else ""
        return self.at, period or self._unjoinable()

    def query(self, every: tuple[str, ...]) -> Query:
        """The question that they make, when nothing is lacking."""
        if not self.joined:
            return self.shown.fixed or self.choice.query(every)
        parts = tuple(
            Query(EXCEPT, parts=(part.query(every),)) if part.excepted else part.query(every)
            for part in self.listed
        )
        period = self.choice.period
        return replace(
            self.whole,
            window=Window(*period) if period else None,
            filters=_timed(self.whole.filters, self.choice.filters),
            parts=parts,
        )

    def _unjoinable(self) -> str:
        if self.join == "then" and len(self.listed) != PAIR:
            return "pair"
        if all(part.excepted for part in self.listed):
            return "excepted"
        many = any(part.choice.sheet.many for part in self.listed if not part.fixed)
        if many and self.join == JOINS[0]:
            return "many"
        return "apart" if self._apart() else ""

    def _apart(self) -> bool:
        """Whether what has to happen on one camera is asked of cameras that share none."""
        together = {one.name: one.value for one in self.whole.settings}.get(SAME_CAMERA, 1)
        if self.join == "any" or (self.join == "then" and not together):
            return False
        asked = [set(one.choice.cameras) for one in self.listed if not (one.fixed or one.excepted)]
        return bool(asked) and not set.intersection(*asked)


def _beside(part: Part, choice: Choice) -> Part:
    """The part at the period and the hours of another choice."""
    filters = _timed(part.choice.filters, choice.filters)
    return replace(part, choice=replace(part.choice, period=choice.period, filters=filters))


def _timed(filters: Filters, timed: Filters) -> Filters:
    """The filters with the hours of others, and none of their own."""
    hours = [one for one in timed if isinstance(one, Hours)]
    return put(filters, hours[0]) if hours else without(filters, "hours")
