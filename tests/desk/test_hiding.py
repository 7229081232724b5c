"""What an export would hide is what it hides, and saying so is a view."""

import pytest

from tests.desk.records import acts, count, quiet
from tests.desk.scene import MOTIVE, RATE, START, Office, hits, indexed
from vsa_core.desk.hiding import Hidden
from vsa_core.desk.scope import Wish
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused
from vsa_core.legal.masking import hidden

SECOND = 1_000_000


def told(at: Office) -> tuple[Hidden, ...]:
    wish = Wish((), "rue", Window(START + 4 * SECOND, START + 5 * SECOND), 0, "", "", "fr")
    hiding = at.desks.exports.hiding
    return hiding.export(at.who, at.where, wish, MOTIVE, quiet, lambda: False)


def head(one: Hidden, number: int) -> float:
    """Share of the walker's head that is hidden on the nth picture of the film."""
    left = 6 * (number - 2 * RATE)
    return float(hidden(one.areas, (320, 180))[80:94, left : left + 24].mean())


def test_the_walkers_head_is_hidden_in_each_picture(ready: Office) -> None:
    found = told(ready)
    assert len(found) == RATE
    assert all(head(one, 4 * RATE + n) == 1 for n, one in enumerate(found))


def test_it_is_recorded_as_a_view(ready: Office) -> None:
    before = count(ready)
    told(ready)
    assert acts(ready, before) == [Act.VIEW]


def test_a_matched_one_is_not_hidden(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, MOTIVE)
    assert all(head(one, 4 * RATE + n) == 0 for n, one in enumerate(told(fresh)))


def test_where_nobody_looked_nothing_is_told(fresh: Office) -> None:
    with pytest.raises(Refused, match="CAS-050"):
        told(fresh)
