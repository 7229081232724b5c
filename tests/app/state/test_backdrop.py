from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.backdrop import Backdrop
from app.state.session import Session
from app.tasks import Tasks
from tests.app.inquiry import HIGH, WIDE, inquiry
from tests.desk.records import acts, count
from tests.desk.scene import HEIGHT, WIDTH, indexed, office
from vsa_core.domain.case import Act
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault, Refused


def test_a_picture_is_asked_for_once_a_camera(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    backdrop = it.question.backdrop
    came: list[Picture] = []
    backdrop.arrived.connect(came.append)
    backdrop.load("rue")
    backdrop.load("rue")
    assert backdrop.loading("rue")
    assert backdrop.picture("rue") is None
    qtbot.waitUntil(lambda: bool(came))
    assert came[0].shape == (HIGH, WIDE, 3)
    backdrop.load("rue")
    assert len(came) == 2
    assert it.playing.asked == [("rue", it.session.motive)]
    assert not backdrop.loading("rue")


def test_each_camera_has_its_own_picture(qtbot: QtBot, tasks: Tasks) -> None:
    question = inquiry(tasks).question
    backdrop = question.backdrop
    backdrop.load("rue")
    backdrop.load("parking")
    qtbot.waitUntil(lambda: backdrop.picture("parking") is not None)
    street, yard = backdrop.picture("rue"), backdrop.picture("parking")
    assert street is not None
    assert yard is not None
    assert street.mean() < yard.mean()


def test_a_refusal_is_kept_until_it_is_asked_again(qtbot: QtBot, tasks: Tasks) -> None:
    it = inquiry(tasks)
    backdrop = it.question.backdrop
    it.playing.fault = Refused("CAS-076", camera="rue")
    heard: list[Fault] = []
    backdrop.failed.connect(heard.append)
    backdrop.load("rue")
    qtbot.waitUntil(lambda: bool(heard))
    assert backdrop.fault("rue") is heard[0]
    assert backdrop.fault("parking") is None
    it.playing.fault = None
    backdrop.load("rue")
    assert backdrop.fault("rue") is None
    qtbot.waitUntil(lambda: backdrop.picture("rue") is not None)


@pytest.mark.parametrize("way", ["leave", "sign_out"])
def test_leaving_the_case_forgets_the_pictures_and_those_on_their_way(
    qtbot: QtBot, tasks: Tasks, way: str
) -> None:
    it = inquiry(tasks)
    backdrop = it.question.backdrop
    backdrop.load("rue")
    qtbot.waitUntil(lambda: backdrop.picture("rue") is not None)
    came: list[Picture] = []
    backdrop.arrived.connect(came.append)
    backdrop.load("parking")
    getattr(it.session, way)()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(10)
    assert came == []
    assert backdrop.picture("rue") is None
    assert not backdrop.loading("parking")


def test_the_desk_gives_a_real_picture_and_records_the_look(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    at = indexed(office(tmp_path))
    session = Session(at.desks, tasks, cast(Any, None))
    backdrop = Backdrop(session)
    session.take(Sample(at.desks, at.who, at.where, cast(Any, None)))
    before = count(at)
    backdrop.load("rue")
    qtbot.waitUntil(lambda: backdrop.picture("rue") is not None)
    picture = backdrop.picture("rue")
    assert picture is not None
    assert picture.shape == (HEIGHT, WIDTH, 3)
    assert picture.dtype == np.uint8
    assert acts(at, before) == [Act.VIEW]
