"""Several questions made into one, and every way in which a text could have meant two things."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vsa_core.domain.filters import Filter, Hours
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import ANY, NOT, THEN
from vsa_core.phrases.cursor import Span
from vsa_core.phrases.draft import LEAD, TAIL, Draft
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.writing import SEEN, write_part

LONG = 400
"""Characters of a reading that a fault shows."""


def joined(
    lexicon: Lexicon, drafts: Sequence[Draft], kinds: Sequence[str], span: Span
) -> tuple[Draft, list[WrongUsage]]:
    """The question made of these, joined by `kinds` (one fewer), and what is wrong with it.

    Faults: PHR-007 for two readings, PHR-014 for a time of one part alone.
    Those that a word raised on its way (colours of whom?) are raised at once.
    """
    parts = [draft.untimed() for draft in drafts]
    faults = [
        *_mixed(lexicon, parts, kinds, span),
        *_listed(lexicon, drafts, parts),
        *_loose(lexicon, drafts, parts, kinds[0]),
    ]
    whole = Draft(kind=kinds[0], parts=tuple(parts))
    faults += _timed(whole, drafts)
    return whole, faults


def _mixed(
    lexicon: Lexicon, parts: Sequence[Query], kinds: Sequence[str], span: Span
) -> Iterator[WrongUsage]:
    """Different words between parts, or a sequence of three."""
    for place, (one, other) in enumerate(pairwise(kinds)):
        if one == other != THEN:
            continue
        a, b, c = parts[place : place + 3]
        first = Query(other, parts=(Query(one, parts=(a, b)), c))
        second = Query(one, parts=(a, Query(other, parts=(b, c))))
        yield _two(lexicon, span, first, second)
        return


def _two(lexicon: Lexicon, span: Span, first: Query, second: Query) -> WrongUsage:
    one, other = (_short(write_part(lexicon, reading)) for reading in (first, second))
    return span.fault("PHR-007", first=one, second=other)


def _short(text: str) -> str:
    return text if len(text) <= LONG else text[:LONG] + "…"


def _listed(
    lexicon: Lexicon, drafts: Sequence[Draft], parts: Sequence[Query]
) -> Iterator[WrongUsage]:
    """Classes joined by "or" in one part: one object of either class, or two questions."""
    for draft, part in zip(drafts, parts, strict=True):
        if draft.listed is None:
            continue
        asked = part.parts[0] if draft.negated else part
        *others, last = asked.classes
        apart = (Query(SEEN, classes=tuple(others)), replace(asked, classes=(last,)))
        one = f"({_short(write_part(lexicon, asked))})"
        other = _short(write_part(lexicon, Query(ANY, parts=apart)))
        yield draft.listed.fault("PHR-007", first=one, second=other)


def _loose(
    lexicon: Lexicon, drafts: Sequence[Draft], parts: Sequence[Query], kind: str
) -> Iterator[WrongUsage]:
    """Cameras and filters at either end, which may be of that part or of the whole."""
    last = drafts[-1]
    if last.late and not (_are_cameras(last) and _others_named(parts[:-1])):
        yield _either(lexicon, parts, kind, len(parts) - 1, last)
    first = drafts[0]
    if first.stages.get("camera") == LEAD and not _others_named(parts[1:]):
        yield _either(lexicon, parts, kind, 0, replace(first, late=[(None, first.said["camera"])]))


def _are_cameras(draft: Draft) -> bool:
    return all(one is None for one, _ in draft.late)


def _others_named(parts: Sequence[Query]) -> bool:
    """Whether every other part names its cameras, so that the whole's would change nothing."""
    return all(part.named_cameras() for part in parts)


def _either(
    lexicon: Lexicon, parts: Sequence[Query], kind: str, place: int, draft: Draft
) -> WrongUsage:
    """The fault that names both: as it stands, and with what is loose said of the whole."""
    loose = _filters(draft)
    named = any(one is None for one, _ in draft.late)
    stripped = _without(parts[place], loose, named)
    others = tuple(stripped if at == place else part for at, part in enumerate(parts))
    cameras = draft.cameras if named else ()
    first = Query(kind, parts=tuple(parts))
    second = Query(kind, cameras=cameras, filters=loose, parts=others)
    return _two(lexicon, draft.late[0][1], first, second)


def _filters(draft: Draft) -> tuple[Filter, ...]:
    return tuple(one for one, _ in draft.late if one is not None)


def _without(part: Query, loose: Sequence[Filter], named: bool) -> Query:
    if part.kind == NOT:
        return replace(part, parts=(_without(part.parts[0], loose, named),))
    kept = tuple(one for one in part.filters if one not in loose)
    return replace(part, filters=kept, cameras=() if named else part.cameras)


def _timed(whole: Draft, drafts: Sequence[Draft]) -> Iterator[WrongUsage]:
    """Give the whole the times said first or last; those of a part alone are wrong (PHR-014)."""
    for place, draft in enumerate(drafts):
        for told, stage, span in draft.times:
            outer = (place == 0 and stage == LEAD) or (place == len(drafts) - 1 and stage == TAIL)
            if not outer:
                yield span.fault("PHR-014")
            elif isinstance(told, Hours):
                whole.filters.append(told)
            else:
                whole.once("window", span)
                whole.window = told
                whole.whole_day = draft.whole_day or whole.whole_day
            whole.times.append((told, stage, span))
