from pathlib import Path

import pytest

from tests.desk.records import count, denied, records
from tests.desk.refusing import check_refused
from tests.desk.scene import HOUR, MOTIVE, START, Office
from vsa_core.domain.case import Act
from vsa_core.domain.geometry import NO_FLOW
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused


def test_what_was_seen_teaches_where_it_went(ready: Office) -> None:
    found = ready.desks.queries.flow(ready.who, ready.where, "rue", None, MOTIVE)
    assert found.camera == "rue"
    assert sum(found.support) > 0
    assert len(found.support) == len(found.agreement) == len(found.flow.cells) == 64
    assert set(found.flow.cells) == {NO_FLOW}  # one walker is no habit


def test_learning_is_a_question_of_kind_flow(ready: Office) -> None:
    before = count(ready)
    ready.desks.queries.flow(ready.who, ready.where, "rue", None, MOTIVE)
    asked, ended = records(ready.home)[before:]
    assert (asked["act"], ended["act"]) == (Act.QUERY, Act.RESULT)
    assert (asked["about"]["kind"], asked["about"]["cameras"]) == ("flow", ["rue"])
    assert ended["about"]["of"] == asked["seq"]


def test_outside_the_window_nothing_is_learnt(ready: Office) -> None:
    late = Window(START + HOUR // 2, START + HOUR)
    found = ready.desks.queries.flow(ready.who, ready.where, "rue", late, MOTIVE)
    assert sum(found.support) == 0


def test_a_flow_outside_the_basis_is_refused(ready: Office) -> None:
    late = Window(START + 2 * HOUR, START + 3 * HOUR)
    for camera, window, code in (("autre", None, "LAW-007"), ("rue", late, "LAW-008")):
        with pytest.raises(Refused, match=code):
            ready.desks.queries.flow(ready.who, ready.where, camera, window, MOTIVE)
        assert denied(ready.home) == ("alice", Act.QUERY, code)


def test_learning_is_refused_as_asking_is(tmp_path: Path) -> None:
    check_refused(
        lambda at: at.desks.queries.flow(at.who, at.where, "rue", None, MOTIVE),
        tmp_path,
        Act.QUERY,
    )
