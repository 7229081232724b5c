from collections.abc import Iterator

import pytest

from tests.desk.scene import CHEAP, settings
from tests.validation.labelled_films import with_events
from vsa_core import engine
from vsa_core.domain.assessment import Mistake
from vsa_core.domain.coverage import Level
from vsa_core.errors import Refused
from vsa_core.validation import mistakes
from vsa_core.validation.answering import Answered, answered, questions
from vsa_core.validation.labelled_folder import read_folder
from vsa_core.validation.mistakes import Album
from vsa_core.validation.private_case import MOTIVE, PrivateCase, private_case


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PrivateCase, Answered]]:
    """A crossing at 4.5 s that was looked at, and a truth that says 1 and 9 s instead."""
    folder = tmp_path_factory.mktemp("mistakes")
    labelled = read_folder(with_events(folder / "films", [1.0, 9.0]))
    desks = engine.desks(settings(folder / "home"), CHEAP)
    with private_case(desks, folder / "case", labelled.films) as case:
        desks.indexing.index(
            case.who, case.where, Level.FULL, (), MOTIVE, lambda *_: None, lambda: False
        )
        (asked,) = questions(case, labelled.truths)
        yield case, answered(case, asked)


def told(mistake: Mistake) -> tuple[bool, float, str]:
    return mistake.missed, round(mistake.at / 1_000_000, 1), mistake.note


def test_a_miss_and_a_false_alarm_have_their_picture(judged: tuple[PrivateCase, Answered]) -> None:
    case, answer = judged
    album = Album(case)
    album.add(answer, lambda: None)
    first, second, alarm = album.mistakes
    assert told(first) == (True, 1.0, "seen at 1.0")
    assert told(second) == (True, 9.0, "seen at 9.0")
    assert told(alarm) == (False, 4.5, "")
    assert alarm.direction == "right to_left"
    assert (alarm.clip, alarm.question, alarm.kind) == ("walk.mp4", "questions[1]", "line_crossing")
    assert all(one.picture.startswith(b"\x89PNG") for one in album.mistakes)
    assert album.unpictured == 0


def test_there_are_pictures_up_to_a_bound_and_it_is_said(
    judged: tuple[PrivateCase, Answered], monkeypatch: pytest.MonkeyPatch
) -> None:
    case, answer = judged
    monkeypatch.setattr(mistakes, "MOST_PICTURES", 4)
    album = Album(case)
    album.add(answer, lambda: None)
    album.add(answer, lambda: None)
    assert [bool(one.picture) for one in album.mistakes] == [True] * 4 + [False] * 2
    assert album.unpictured == 2


def test_somebody_may_stop_it_before_each_mistake(judged: tuple[PrivateCase, Answered]) -> None:
    case, answer = judged
    album = Album(case)

    def poll() -> None:
        if len(album.mistakes) == 2:
            raise Refused("VAL-041")

    with pytest.raises(Refused, match="VAL-041"):
        album.add(answer, poll)
    assert len(album.mistakes) == 2
