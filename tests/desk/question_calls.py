"""One way of making each desk call about questions, their answers, and what is kept of them."""

from collections.abc import Callable

from tests.desk.scene import MOTIVE, Office, crossing
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.geometry import Point
from vsa_core.domain.ground import Ground
from vsa_core.domain.saved_query import Saved
from vsa_core.domain.verdict import Verdict

GROUND = Ground(
    "rue",
    (Point(10_000, 60_000), Point(55_000, 60_000), Point(45_000, 30_000), Point(20_000, 30_000)),
    ((0, 0), (8000, 0), (8000, 20_000), (0, 20_000)),
    320,
    180,
    "",
)
"""A street of eight metres by twenty, seen from above one end."""


def question_calls(
    at: Office, who: SignedIn, where: InCase, hit: str
) -> dict[str, Callable[[], object]]:
    """One way of making each call, by anybody; the answer that is tuned is the analyst's."""
    d = at.desks
    asking = d.queries.ask(at.who, at.where, crossing(), MOTIVE)
    list(asking)
    return {
        "queries.ask": lambda: list(d.queries.ask(who, where, crossing(), MOTIVE)),
        "queries.count": lambda: d.queries.count(who, where, crossing(), MOTIVE),
        "queries.settle": lambda: d.queries.settle(who, where, asking, asking.query),
        "queries.explain": lambda: d.queries.explain(who, where, hit, MOTIVE),
        "queries.flow": lambda: d.queries.flow(who, where, "rue", None, MOTIVE),
        "saved.keep": lambda: d.saved.keep(who, where, "milieu", crossing()),
        "saved.listed": lambda: d.saved.listed(who, where),
        "saved.named": lambda: d.saved.named(who, where, kept(at)),
        "saved.rename": lambda: d.saved.rename(who, where, kept(at), "autre"),
        "saved.drop": lambda: d.saved.drop(who, where, kept(at)),
        "calibration.keep": lambda: d.calibration.keep(who, where, GROUND, MOTIVE),
        "calibration.of": lambda: d.calibration.of(who, where, "rue"),
        "reviews.judge": lambda: d.reviews.judge(who, where, hit, Verdict.MATCH, MOTIVE),
        "reviews.judged": lambda: d.reviews.judged(who, where),
        "reviews.progress": lambda: d.reviews.progress(who, where, asking.answer),
    }


def kept(at: Office) -> str:
    """The name of a question that lies in the case's catalogue."""
    rows = at.desks.cases._tickets.archive(at.who, at.where).catalogue.saved
    if rows.get("gardée") is None:
        rows.add(Saved("gardée", crossing(), "alice", 0))
    return "gardée"
