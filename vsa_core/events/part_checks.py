"""What is wrong with the way a question is made of others, by name."""

from vsa_core.domain.filters import Hours
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import (
    ALL,
    NOT,
    THEN,
    Combination,
    has_sequence,
    positive,
    same_camera,
)


def check_combination(made: Combination, query: Query, whole: str) -> None:
    """One question with parts, which stands in one of kind `whole` ("" for the outermost).

    Raises WrongUsage: EVT-012 a `not` outside `all`, EVT-014 too few or too
    many parts, EVT-015 an `all` of nothing but `not`, EVT-053 a place, a
    direction or classes, which its parts must say, EVT-055 a sequence as the
    second part of another, EVT-056 parts that have to share a camera and do not.
    """
    if made.KIND == NOT and whole != ALL:
        raise WrongUsage("EVT-012")
    if not made.least <= len(query.parts) <= made.most:
        wanted = f"{made.least}…{made.most}" if made.least < made.most else str(made.most)
        raise WrongUsage("EVT-014", kind=made.KIND, count=len(query.parts), wanted=wanted)
    if query.place or query.direction or query.classes:
        raise WrongUsage("EVT-053", kind=made.KIND)
    if made.KIND == ALL and not positive(query):
        raise WrongUsage("EVT-015")
    if made.KIND == THEN and has_sequence(query.parts[1]):
        raise WrongUsage("EVT-055")
    _check_cameras(made, query)


def check_part(part: Query, whole: Query, many: bool) -> None:
    """One part of a whole; `many`: whether its kind is about several tracks.

    Raises WrongUsage: EVT-010 a window in a part, EVT-011 hours in a part,
    EVT-013 a kind of several tracks where one track is asked, EVT-057 a
    calibration in a part.
    """
    if part.window is not None:
        raise WrongUsage("EVT-010", kind=part.kind)
    if any(isinstance(narrowed, Hours) for narrowed in part.filters):
        raise WrongUsage("EVT-011", kind=part.kind)
    if part.grounds:
        raise WrongUsage("EVT-057", camera=", ".join(ground.camera for ground in part.grounds))
    if many and whole.kind in (ALL, NOT):
        raise WrongUsage("EVT-013", kind=part.kind, whole=whole.kind)


def _check_cameras(made: Combination, query: Query) -> None:
    """Parts that can never meet on one camera would find nothing, and say that nothing was."""
    if made.KIND != ALL and not (made.KIND == THEN and same_camera(query)):
        return
    asked = [part.named_cameras() or query.cameras for part in positive(query)]
    named = [set(cameras) for cameras in asked if cameras]
    if named and not set.intersection(*named):
        raise WrongUsage("EVT-056", kind=made.KIND)
