"""A question while it is read: what was said of it so far, and where."""

from dataclasses import dataclass, field, replace

from vsa_core.domain.filters import Filter, Hours
from vsa_core.domain.geometry import Place, shape_of
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import NOT
from vsa_core.events.registry import sort_of
from vsa_core.phrases.cursor import Span
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.writing import way, who

LEAD, SUBJECT, TAIL, INSIDE = "lead", "subject", "tail", "inside"
"""Where a clause stands: before the object, right after it, after the verb, in parentheses."""


@dataclass(slots=True)
class Draft:
    """What was read of one question.

    said: each thing that may be said once, and where; late, early: the
    filters, and whether the cameras, that were said last or first, so that
    they may be meant for the whole of which this is a part; times: clauses of
    time and where they stand; listed: classes joined by "or"; whole_day: a
    date alone; negated: said in a `not`.
    """

    kind: str = ""
    classes: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    window: Window | None = None
    place: Place | None = None
    direction: str = ""
    settings: list[Setting] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    parts: tuple[Query, ...] = ()
    said: dict[str, Span] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    late: list[tuple[Filter | None, Span]] = field(default_factory=list)
    times: list[tuple[Window | Hours, str, Span]] = field(default_factory=list)
    listed: Span | None = None
    whole_day: Span | None = None
    implied: bool = False
    grouped: bool = False
    negated: bool = False

    def once(self, what: str, span: Span, stage: str = "") -> None:
        """Remember that this was said. Raises WrongUsage (PHR-010) the second time."""
        if what in self.said:
            raise span.fault("PHR-010")
        self.said[what] = span
        self.stages[what] = stage

    def query(self) -> Query:
        """The question."""
        asked = replace(self._bare(), filters=tuple(self.filters))
        return Query(NOT, parts=(asked,)) if self.negated else asked

    def _bare(self) -> Query:
        return Query(
            kind=self.kind,
            cameras=self.cameras,
            classes=self.classes,
            window=self.window,
            place=self.place,
            direction=self.direction,
            settings=tuple(self.settings),
            parts=self.parts,
        )

    def untimed(self) -> Query:
        """The question without its times, as a part of another."""
        asked = self.query()
        inner = asked.parts[0] if self.negated else asked
        kept = tuple(one for one in inner.filters if not isinstance(one, Hours))
        inner = replace(inner, window=None, filters=kept)
        return Query(NOT, parts=(inner,)) if self.negated else inner

    def faults(self, lexicon: Lexicon) -> list[WrongUsage]:
        """What is wrong with a question that was read to its end, if it combines no others."""
        if self.parts or not self.kind:
            return []
        return [*self._place_faults(lexicon), *self._list_faults(lexicon)]

    def _place_faults(self, lexicon: Lexicon) -> list[WrongUsage]:
        allowed = sort_of(self._bare()).PLACES
        wanted = ", ".join(lexicon.say("place", shape) + "…)" for shape in allowed if shape)
        if self.place is not None:
            if shape_of(self.place) not in allowed:
                return [self.said["place"].fault("PHR-009", wanted=wanted or "–")]
        elif "" not in allowed:
            return [self.said["verb"].fault("PHR-008", wanted=wanted)]
        return []

    def _list_faults(self, lexicon: Lexicon) -> list[WrongUsage]:
        """Classes joined by "or", without a verb, then something that may be of the last alone."""
        if not (self.listed and self.implied and self.late):
            return []
        *others, last = self.classes
        told = " ".join(span.word for _, span in self.late)
        either = lexicon.say("or", "or")
        first = f"({who(lexicon, self.classes)}) {told}"
        second = f"{who(lexicon, tuple(others))} {either} ({who(lexicon, (last,))} {told})"
        return [self.late[0][1].fault("PHR-007", first=first, second=second)]


def direction_words(lexicon: Lexicon, directions: tuple[str, ...]) -> str:
    """The directions of a kind, as a fault names them."""
    return ", ".join(way(lexicon, one) for one in directions) or "–"
