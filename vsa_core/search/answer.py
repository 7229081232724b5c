"""What was found becomes hits: each with its name, none twice, in order."""

from collections.abc import Iterable, Iterator

from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Recording
from vsa_core.domain.provenance import digest
from vsa_core.domain.track import Tracks
from vsa_core.search.combine import Found, answers
from vsa_core.search.plan import Plan


def hits(plan: Plan, recording: Recording, tracks: Tracks) -> Iterator[Hit]:
    """What answers a question without sequences in tracks of a recording, in order of time."""
    return named(answers(plan, plan.whole, recording, tracks))


def named(found: Iterable[Found]) -> Iterator[Hit]:
    """Hits in order of time, then of track; what two parts of a question found is told once."""
    told: set[str] = set()
    for one in sorted(found, key=lambda one: one.order):
        event = one.tell()
        name = digest(event.fields())
        if name not in told:
            told.add(name)
            yield Hit(name, event)
