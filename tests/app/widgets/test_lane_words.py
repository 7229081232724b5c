from zoneinfo import ZoneInfo

import pytest

from app.state.lanes import Fate, Lane, coverage_of, lanes_of
from app.state.marks import Gathering, Verdict
from app.widgets.lane_words import LaneWords
from app.widgets.local_time import LocalTime
from app.words import Words
from tests.app.laid import SECOND, footage, found, sheet
from tests.desk.scene import HOUR, START
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Covered, Level, Looked
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict as Said

NEAR = Window(START, START + 10 * SECOND)


@pytest.fixture
def say(words: Words) -> LaneWords:
    return LaneWords(words, LocalTime("fr", ZoneInfo("Europe/Paris")))


def lane(*sheets: FootageSheet) -> Lane:
    return lanes_of(sheets, ("rue",), None).lanes[0]


@pytest.mark.parametrize("fate", list(Fate))
def test_every_fate_has_words(say: LaneWords, fate: Fate) -> None:
    assert say.fate(fate)
    assert "_" not in say.fate(fate)


def test_levels_are_told_apart_in_words(say: LaneWords) -> None:
    told = {say.fate(fate) for fate in (Fate.FULL, Fate.STANDARD, Fate.SCAN)}
    assert len(told) == 3
    assert any("balayage" in one for one in told)


def test_every_verdict_has_words(say: LaneWords) -> None:
    assert len({say.verdict(verdict) for verdict in Verdict}) == 3


def test_a_place_is_told_with_camera_time_fate_and_file(say: LaneWords) -> None:
    told = say.place(lane(sheet(footage("a.mp4"))), START + SECOND, NEAR, None)
    assert told.split("\n") == [
        "rue",
        "05/03/2024 13:00:01,000",
        "pas encore indexé",
        "a.mp4",
    ]


def test_damage_is_told_with_its_reason_and_code(say: LaneWords) -> None:
    broken = sheet(footage("a.mp4", gaps=((2, 4, "SRC-021"),)))
    assert "[SRC-021]" in say.place(lane(broken), START + 3 * SECOND, NEAR, None)
    blind = sheet(footage("b.mp4", START, pictures=False, reason="SRC-015"))
    told = say.place(lane(blind), START, NEAR, None)
    assert "[SRC-015]" in told
    assert "b.mp4" in told


def test_what_the_answer_covers_is_told_beside(say: LaneWords) -> None:
    cover = coverage_of([Covered("rue", "f", START, START + HOUR, Looked.LOOKED, Level.FULL)])
    told = say.place(lane(sheet(footage("a.mp4"))), START, NEAR, cover["rue"])
    assert told.split("\n")[-1].startswith("In the answer")


def test_a_name_shows_what_it_hides(say: LaneWords) -> None:
    spoof = lane(sheet(footage("gpj\u202e.exe")))
    assert "⟨U+202E⟩" in say.place(spoof, START, NEAR, None)


def test_one_result_is_told_with_its_kind_and_its_verdict(say: LaneWords) -> None:
    hits = (found(5),)
    gathering = Gathering()
    gathering.take(hits, lambda name: Said.MATCH)
    told = say.results(hits, gathering.marks()["rue"], slice(0, 1)).split("\n")
    assert told[0] == "Franchissement de ligne · personne"
    assert told[1] == "05/03/2024 13:00:05,000"
    assert told[2] == say.verdict(Verdict.MATCHED)


def test_several_results_are_counted_from_when_to_when(say: LaneWords) -> None:
    hits = tuple(found(20 * n, track=n) for n in range(12))
    gathering = Gathering()
    gathering.take(hits, {hits[3].name: Said.REJECT}.get)
    told = say.results(hits, gathering.marks()["rue"], slice(0, 12)).split("\n")
    assert told[0].startswith("12 ")
    assert told[1] == "mar. 5 mars 2024, 13:00:00 – 13:03:40"
    assert told[2] == f"{say.verdict(Verdict.OPEN)} 11 · {say.verdict(Verdict.REJECTED)} 1"


def test_a_camera_is_told_with_its_files_and_its_span(say: LaneWords) -> None:
    told = say.camera(lane(sheet(footage("a.mp4"))), None).split("\n")
    assert told[0] == "rue"
    assert told[1].endswith("1")
    assert "13:10:00" in told[2]
    assert len(say.camera(lane(), None).split("\n")) == 2
    gathering = Gathering()
    gathering.take((found(5), found(6)), lambda name: None)
    counted = say.camera(lane(sheet(footage("a.mp4"))), gathering.marks()["rue"])
    assert counted.split("\n")[-1].endswith("2")


def test_files_without_an_hour_are_named_as_far_as_there_is_room(say: LaneWords) -> None:
    files = tuple(footage(f"{n}.mp4", None) for n in range(20))
    told = say.unplaced(files).split("\n")
    assert told[1] == "rue · 0.mp4"
    assert told[-1] == "…"
    assert len(say.unplaced(files[:2]).split("\n")) == 3
