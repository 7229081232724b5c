"""A text to a question, by recursive descent; what has two readings is refused, naming both."""

from vsa_core.domain.filters import Hours
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import ALL, ANY, MOST_LEAVES, NOT, THEN
from vsa_core.events.registry import KINDS, checked, kind_named, sort_of
from vsa_core.phrases.clauses import clauses
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.draft import INSIDE, LEAD, SUBJECT, TAIL, Draft
from vsa_core.phrases.joining import joined
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.tokens import text_of
from vsa_core.phrases.writing import SEEN, write

DEEPEST = 16
"""Parentheses within each other."""

UNCALIBRATED = "EVT-050"

EXCEPT, NEGATION = "except", "not"


def read(lexicon: Lexicon, given: str) -> Query:
    """The question that a text asks; every fault has `at` and `until`, offsets in the text.

    Raises WrongUsage: PHR-001 nothing asked, PHR-002 to PHR-019 for what the
    text says, and EVT-… for a question that makes no sense (`registry.checked`).
    """
    cursor = Cursor(text_of(given), lexicon)
    if cursor.ended:
        raise WrongUsage("PHR-001", at=0, until=len(given))
    draft = Reader(cursor).question()
    query = draft.query()
    _refuse_two_days(lexicon, draft, query)
    _refuse_nonsense(query, len(given))
    return query


def _refuse_nonsense(query: Query, length: int) -> None:
    """What no single word is to blame for; calibrations are put in later, by the desk."""
    try:
        checked(query)
    except WrongUsage as fault:
        if fault.code != UNCALIBRATED:
            raise WrongUsage(fault.code, **{**fault.values, "at": 0, "until": length}) from None


def _refuse_two_days(lexicon: Lexicon, draft: Draft, query: Query) -> None:
    """A date alone and hours apart from it: hours of that day, or of every day it holds."""
    hours = [one for one in query.filters if isinstance(one, Hours)]
    if draft.whole_day is None or not hours:
        return
    when = draft.whole_day.word
    told = next(span.word for one, _, span in draft.times if isinstance(one, Hours))
    raise draft.whole_day.fault("PHR-007", first=f"{when} {told}", second=write(lexicon, query))


class Reader:
    """Reads the whole of one text."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._faults: list[WrongUsage] = []

    def question(self) -> Draft:
        """The whole text as a question. Raises WrongUsage at the first word that cannot stand."""
        draft = self._chain()
        if not self._cursor.ended:
            self._cursor.fail()
        for fault in self._faults:
            raise fault
        return draft

    def _chain(self) -> Draft:
        """Questions joined by and, or, except, then; one alone is itself."""
        cursor = self._cursor
        first = cursor.index
        drafts, joints = [self._operand()], []
        while (joint := self._joint()) is not None:
            joints.append(joint)
            drafts.append(self._operand(negated=joint == EXCEPT))
            if len(drafts) > MOST_LEAVES:
                raise cursor.span(first).fault("EVT-017", most=MOST_LEAVES)
        if not joints:
            return drafts[0]
        kinds = [ALL if joint == EXCEPT else joint for joint in joints]
        draft, faults = joined(cursor.lexicon, drafts, kinds, cursor.span(first))
        self._faults += faults
        clauses(cursor, draft, TAIL, sort_of(Query(draft.kind)))
        return draft

    def _joint(self) -> str | None:
        cursor = self._cursor
        before = cursor.index
        cursor.sign(",")
        joint = cursor.phrase("joint", {ALL, ANY, EXCEPT, THEN})
        if joint is None:
            cursor.index = before
        return joint

    def _operand(self, negated: bool = False) -> Draft:
        """One part: a question of its own, in parentheses or not, or a `not` of one."""
        cursor = self._cursor
        if not negated and cursor.phrase("joint", {NEGATION}) is not None:
            negated = True
        first = cursor.index
        draft = self._group() if cursor.sign("(") else self._leaf()
        if negated and draft.kind == NOT:
            raise cursor.span(first).fault("EVT-012")
        draft.negated = negated
        self._faults += draft.faults(cursor.lexicon)
        return draft

    def _group(self) -> Draft:
        cursor = self._cursor
        if cursor.depth >= DEEPEST:
            raise cursor.span(cursor.index - 1).fault("PHR-004", most=DEEPEST)
        cursor.depth += 1
        draft = self._chain()
        cursor.need(")")
        cursor.depth -= 1
        if draft.negated:
            draft = Draft(kind=NOT, parts=draft.untimed().parts, times=draft.times)
        draft.grouped, draft.listed, draft.late = True, None, []
        draft.times = [(told, INSIDE, span) for told, _, span in draft.times]
        draft.stages = dict.fromkeys(draft.stages, INSIDE)
        clauses(cursor, draft, TAIL, sort_of(Query(draft.kind)))
        return draft

    def _leaf(self) -> Draft:
        cursor, draft = self._cursor, Draft()
        clauses(cursor, draft, LEAD, None)
        cursor.sign(",")
        named = self._classes(draft)
        clauses(cursor, draft, SUBJECT, None)
        before = cursor.index
        cursor.sign(",")
        cursor.phrase("relative")
        draft.kind = self._verb(draft) or ""
        if draft.kind:
            draft.late = []
        elif named:
            cursor.index = before
            draft.kind, draft.implied = SEEN, True
            draft.times = [(told, _late(stage), span) for told, stage, span in draft.times]
        else:
            cursor.fail()
        clauses(cursor, draft, TAIL, kind_named(draft.kind))
        return draft

    def _classes(self, draft: Draft) -> bool:
        """Take the classes that are asked; whether there are any."""
        cursor = self._cursor
        first = cursor.index
        names = []
        name = self._class()
        while name is not None and name != "any":
            names.append(name)
            before = cursor.index
            either = cursor.phrase("or") is not None
            name = self._class() if either or cursor.sign(",") else None
            if name is None or name == "any":
                cursor.index = before
                break
            if either:
                draft.listed = cursor.span(first)
        draft.classes = tuple(names)
        return bool(names) or name == "any"

    def _class(self) -> str | None:
        cursor = self._cursor
        before = cursor.index
        while cursor.phrase("article"):
            pass
        name = cursor.phrase("class")
        if name is None:
            cursor.index = before
        return name

    def _verb(self, draft: Draft) -> str | None:
        cursor = self._cursor
        first = cursor.index
        known = [kind.KIND for kind in KINDS]
        kind = cursor.phrase("verb", known)
        if kind is None and cursor.phrase("generic", {"kind"}) is not None:
            kind = cursor.name()
            if kind not in known:
                names = ", ".join(known)
                raise cursor.span(cursor.index - 1).fault("EVT-001", name=kind, known=names)
            cursor.need(")")
        if kind is not None:
            draft.once("verb", cursor.span(first))
        return kind


def _late(stage: str) -> str:
    """Where a clause stands when no verb follows it."""
    return TAIL if stage == SUBJECT else stage
