from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.thumbnails import KEPT, PAGE, Thumbnails
from app.tasks import Tasks
from tests.app.answers import Office, brightness, close, enter, office
from vsa_core.errors import Fault, Refused

MANY = tuple(f"hit {n}" for n in range(PAGE * 2))


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst in a case."""
    desk = office(tasks)
    enter(desk)
    yield desk
    close(desk)


def test_a_page_is_one_call_and_the_next_follows(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    thumbnails.want(MANY, "M02")
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[-1]) is not None)
    assert at.pictures.pages == [MANY[:PAGE], MANY[PAGE:]]
    assert at.pictures.motives == ["M02", "M02"]


def test_what_scrolls_by_is_never_asked_for(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    thumbnails.want(MANY[:3], "M01")
    thumbnails.want(MANY[3:6], "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[4]) is not None)
    assert at.pictures.pages == [MANY[3:6]]


def test_what_is_known_is_not_asked_for_again(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    at.pictures.without = {MANY[1]}
    thumbnails.want(MANY[:2], "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[0]) is not None)
    assert thumbnails.code(MANY[0]) == ""
    assert (thumbnails.picture(MANY[1]), thumbnails.code(MANY[1])) == (None, "CAS-050")
    thumbnails.want(MANY[:3], "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[2]) is not None)
    assert at.pictures.pages == [MANY[:2], (MANY[2],)]


def test_a_picture_whose_mask_has_changed_is_gone_at_once_and_comes_anew(
    qtbot: QtBot, at: Office
) -> None:
    thumbnails = Thumbnails(at.session)
    thumbnails.want(MANY[:1], "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[0]) is not None)
    thumbnails.forget(MANY[:1])
    assert thumbnails.picture(MANY[0]) is None
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[0]) is not None)
    image = thumbnails.picture(MANY[0])
    assert image is not None
    assert brightness(image) == 2


def test_a_picture_made_before_its_mask_changed_is_never_shown(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    at.pictures.gate.clear()
    thumbnails.want(MANY[:2], "M01")
    qtbot.waitUntil(lambda: bool(at.pictures.pages))
    thumbnails.forget((MANY[0],))
    at.pictures.gate.set()
    qtbot.waitUntil(lambda: thumbnails.picture(MANY[0]) is not None)
    first, second = (thumbnails.picture(name) for name in MANY[:2])
    assert first is not None
    assert second is not None
    assert (brightness(first), brightness(second)) == (2, 1)
    assert at.pictures.pages == [MANY[:2], (MANY[0],)]


def test_a_refused_page_is_told_once_and_not_asked_again(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    at.pictures.fault = Refused("LAW-003", case="2024/17")
    told: list[Fault] = []
    thumbnails.failed.connect(told.append)
    thumbnails.want(MANY[:2], "M01")
    qtbot.waitUntil(lambda: bool(told))
    assert [thumbnails.code(name) for name in MANY[:2]] == ["LAW-003", "LAW-003"]
    thumbnails.want(MANY[:2], "M01")
    assert not thumbnails._rest.isActive()
    assert len(at.pictures.pages) == 1


def test_what_was_seen_longest_ago_goes_first(qtbot: QtBot, at: Office) -> None:
    thumbnails = Thumbnails(at.session)
    names = tuple(f"hit {n}" for n in range(KEPT + 1))
    thumbnails.want(names[:2], "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(names[1]) is not None)
    thumbnails.want((names[0],), "M01")
    thumbnails.want((names[0], *names[2:]), "M01")
    qtbot.waitUntil(lambda: thumbnails.picture(names[-1]) is not None)
    assert thumbnails.picture(names[0]) is not None
    assert thumbnails.picture(names[1]) is None


def test_outside_a_case_nothing_is_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    desk = office(tasks)
    thumbnails = Thumbnails(desk.session)
    thumbnails.want(MANY[:1], "M01")
    qtbot.waitUntil(lambda: not thumbnails._rest.isActive())
    assert desk.pictures.pages == []


def test_what_is_cleared_does_not_come_back(qtbot: QtBot, at: Office, tasks: Tasks) -> None:
    thumbnails = Thumbnails(at.session)
    at.pictures.gate.clear()
    thumbnails.want(MANY[:1], "M01")
    qtbot.waitUntil(lambda: bool(at.pictures.pages))
    thumbnails.clear()
    at.pictures.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert thumbnails.picture(MANY[0]) is None
