"""Questions made of questions: and, or, not, then; what their parts inherit, and what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import Parameter, value

ALL, ANY, NOT, THEN = "all", "any", "not", "then"

DEEPEST = 4
"""Combinations within each other."""

MOST_LEAVES = 16
"""Questions that combine no others, in one question."""

WEEK = 7 * 86_400_000

WITHIN = Parameter("within", 300_000, 1, WEEK, "ms")
"""Time from the end of the first to the beginning of the second at most."""

GAP = Parameter("gap", 0, 0, WEEK, "ms")
"""The same at least; 0 for any time that is not nothing."""

SAME_CAMERA = Parameter("same_camera", 1, 0, 1, "yes_no")
"""Whether both happen on one camera; else on any two of the cameras that the parts ask."""


@dataclass(frozen=True, slots=True)
class Combination:
    """One way to make a question of questions, with the outside of an event kind.

    least, most: how many parts; MANY: whether what it finds is about more than
    one track, so that it may not be asked of one track again.
    """

    KIND: str
    least: int
    most: int
    PARAMETERS: tuple[Parameter, ...] = ()
    MANY: bool = False
    VERSION: int = 1
    PLACES: tuple[str, ...] = ("",)
    DIRECTIONS: tuple[str, ...] = ()


COMBINATIONS: tuple[Combination, ...] = (
    Combination(ALL, 2, MOST_LEAVES),
    Combination(ANY, 2, MOST_LEAVES),
    Combination(NOT, 1, 1),
    Combination(THEN, 2, 2, (WITHIN, GAP, SAME_CAMERA), MANY=True),
)
"""all: each event of its first part that is not a `not`, on a track that has at least one event
of every other part, and none of what stands in a `not`; any: each event of any part, once;
not: only within `all`; then: each event B of the second part with the latest event A of the first
that A.end + gap <= B.start <= A.end + within (A.end < B.start when the gap is 0): one A may serve
several B; times and places, never one person."""

_BY_NAME: Mapping[str, Combination] = {one.KIND: one for one in COMBINATIONS}


def combination_named(name: str) -> Combination | None:
    """The combination of that name, or None when no combination has it."""
    return _BY_NAME.get(name)


def resolved(query: Query) -> Query:
    """The question with what its parts inherit written out in each of them.

    Window, filters and calibrations of the whole hold for every part; a part
    without cameras asks its whole's. Everything that a part finds is held to
    the window and the filters by itself: nothing outside the window weighs in.
    """
    return replace(query, parts=tuple(resolved(_heir(part, query)) for part in query.parts))


def _heir(part: Query, whole: Query) -> Query:
    return replace(
        part,
        cameras=part.cameras or whole.cameras,
        window=whole.window,
        filters=tuple(dict.fromkeys((*whole.filters, *part.filters))),
        grounds=whole.grounds,
    )


def on_camera(query: Query, camera: str) -> Query:
    """The question as it is put to the tracks of one camera: with that camera's ground only."""
    mine = tuple(ground for ground in query.grounds if ground.camera == camera)
    return replace(query, grounds=mine)


def positive(query: Query) -> tuple[Query, ...]:
    """The parts that are no `not`."""
    return tuple(part for part in query.parts if part.kind != NOT)


def negative(query: Query) -> tuple[Query, ...]:
    """What stands in a `not`, without it."""
    return tuple(part.parts[0] for part in query.parts if part.kind == NOT)


def asks(query: Query, camera: str) -> bool:
    """Whether a resolved question without parts asks this camera, as far as it names any."""
    return not query.cameras or camera in query.cameras


def has_sequence(query: Query) -> bool:
    """Whether the question is, or holds, a sequence."""
    return query.kind == THEN or any(map(has_sequence, query.parts))


def crosses_cameras(query: Query) -> bool:
    """Whether a sequence in the question pairs what different cameras saw."""
    if query.kind == THEN and not same_camera(query):
        return True
    return any(map(crosses_cameras, query.parts))


def same_camera(query: Query) -> bool:
    """Whether both parts of a sequence are asked of one camera."""
    return value(query, SAME_CAMERA) == 1


def pause(query: Query) -> tuple[int, int]:
    """Microseconds between the two parts of a sequence: at least (1 at the least), at most."""
    return max(1, value(query, GAP) * 1000), value(query, WITHIN) * 1000


def check_shape(query: Query) -> None:
    """Refuse a tree that is too deep, or has too many leaves, before anything walks it.

    Raises WrongUsage: EVT-016 too deep, EVT-017 too many leaves.
    """
    level, leaves, deep = [query], 0, 0
    while level:
        if deep > DEEPEST:
            raise WrongUsage("EVT-016", most=DEEPEST)
        leaves += sum(1 for one in level if not one.parts)
        level = [part for one in level for part in one.parts]
        deep += 1
        if leaves + len(level) > MOST_LEAVES:  # each of them has a leaf at least
            raise WrongUsage("EVT-017", most=MOST_LEAVES)
