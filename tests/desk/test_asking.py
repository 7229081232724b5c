from collections.abc import Iterator

import pytest

from tests.desk.records import acts, count
from tests.desk.scene import MOTIVE, Office, crossing
from vsa_core.desk.asking import WAIT, Asking, Pace
from vsa_core.domain.case import Act
from vsa_core.errors import Unreadable
from vsa_core.search.run import Batch


def asked(at: Office) -> Asking:
    return at.desks.queries.ask(at.who, at.where, crossing(), MOTIVE)


def test_an_answer_tells_its_question_its_number_and_its_motive(ready: Office) -> None:
    asking = asked(ready)
    assert asking.query.digest == asking.question.receipt.question
    assert asking.motive == MOTIVE
    assert asking.coverage is None
    last = list(asking)[-1]
    assert asking.coverage is last.coverage
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    assert archive.catalogue.answers.sequences()[-1] == asking.answer


def test_stopping_to_listen_is_recorded(ready: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> Iterator[Batch]:
        while True:
            yield Batch((), "0" * 64, last=False)

    monkeypatch.setattr("vsa_core.desk.asking.run", endless)
    before = count(ready)
    for leave in (Asking.close, lambda asking: None):
        asking = asked(ready)
        next(asking)
        leave(asking)
        del asking
    assert acts(ready, before) == [Act.QUERY, Act.BATCH, Act.ABORTED] * 2


def test_a_failure_on_the_way_is_the_end_and_recorded(
    ready: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> Iterator[Batch]:
        yield Batch((), "0" * 64, last=False)
        raise Unreadable("STO-001", name="x", why="gone")

    monkeypatch.setattr("vsa_core.desk.asking.run", failing)
    before = count(ready)
    asking = asked(ready)
    next(asking)
    with pytest.raises(Unreadable):
        next(asking)
    assert acts(ready, before) == [Act.QUERY, Act.BATCH, Act.ABORTED]
    assert asking.coverage is None


def test_the_first_hits_are_due_at_once_and_others_when_they_have_waited() -> None:
    now = [0]
    pace = Pace(lambda: now[0])
    assert pace()
    pace.told()
    assert not pace()
    now[0] = WAIT
    assert pace()
