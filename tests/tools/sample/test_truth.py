"""Truth: computed from the play, readable by the validation room, split by file."""

import numpy as np
import pytest

from tools.sample import acts, street
from tools.sample.acts import Act
from tools.sample.truth import (
    Happening,
    _crossings,
    _visits,
    across,
    document,
    street_questions,
    yard_questions,
)
from vsa_core.domain.geometry import Line, Zone, arrays, inside, side
from vsa_core.validation.truth import Truth, read_truth


def read(text: str) -> Truth:
    return read_truth(text.encode(), "x.truth.toml")


def units(x: float, y: float) -> tuple[float, float]:
    """A point of the street's ground in frame units."""
    px, py = street.VIEW.pixel(x, y)
    return px / 640 * 65_535, py / 360 * 65_535


def test_crossings_are_exact() -> None:
    act = Act("beige", ((10.0, -1.1, 7.0), (14.0, 2.9, 7.0), (20.0, -3.1, 7.0)))
    found = list(_crossings(act))
    assert [one.direction for one in found] == ["right", "left"]
    assert [one.start for one in found] == [pytest.approx(12.0), pytest.approx(16.0)]


def test_buses_are_not_asked_for() -> None:
    ride = next(act for act in acts.STREET if act.figure == "bus")
    assert list(_crossings(ride)) == []
    assert list(_visits(ride, acts.DOORSTEP, 0)) == []


def test_visits_last_at_least_what_is_asked() -> None:
    zone = acts.Patch(0, 1, 0, 1)
    act = Act("x", ((0, -1.0, 0.5), (10, 0.5, 0.5), (20, 0.5, 0.5), (30, 2.0, 0.5)))
    (stay,) = _visits(act, zone, 15)
    assert stay.start == pytest.approx(20 / 3, abs=0.01)
    assert stay.end == pytest.approx(20 + 10 / 3, abs=0.01)
    assert list(_visits(act, zone, 18)) == []


def test_the_street_has_both_directions_and_two_visits() -> None:
    line, door = street_questions(180)
    assert {one.direction for one in line.answers} == {"left", "right"}
    assert len(line.answers) == 8
    assert [one.figure for one in door.answers] == ["dark", "red"]


def test_the_yard_has_two_long_stays_among_four_visits() -> None:
    (stays,) = yard_questions(180)
    assert [one.figure for one in stays.answers] == ["dark", "green"]
    every = [one for act in acts.YARD for one in _visits(act, acts.WAIT, 0)]
    assert [one.figure for one in every] == ["dark", "red", "green", "navy"]
    lengths = sorted((one.end or 0) - one.start for one in every)
    assert lengths[1] < acts.LONG * 0.7
    assert lengths[2] > acts.LONG * 1.3


def test_documents_are_what_validation_reads() -> None:
    asked = street_questions(180)
    truth = read(document("rue_20240305_140100.mp4", "rue", 60, 120, asked))
    assert truth.length == 60_000_000
    crossings, door = truth.questions
    assert [one.direction for one in crossings.events] == ["right"]
    assert abs((crossings.events[0].at or 0) - 23_414_000) < 2000
    assert [one.note for one in door.events] == ["red"]
    (stays,) = read(document("p.mkv", "parking", 0, 180, yard_questions(180))).questions
    assert stays.query.setting("minimum") == 15_000
    assert all((one.end or 0) > (one.at or 0) for one in stays.events)


def test_what_lies_on_a_cut_belongs_to_no_file() -> None:
    asked = street_questions(180)
    joined = across(asked, (60.0, 120.0))
    assert [(name, one.figure, one.direction) for name, one in joined] == [
        ("franchissement", "green", "left")
    ]
    told = [
        event
        for begin in (0, 60, 120)
        for question in read(document("x", "rue", begin, begin + 60, asked)).questions
        for event in question.events
    ]
    assert len(told) + len(joined) == sum(len(one.answers) for one in asked)


def test_places_fit_the_play() -> None:
    """Feet cross the written line at the told time, and are in the written zone."""
    crossings, door = read(document("x", "rue", 0, 60, street_questions(180))).questions
    assert isinstance(crossings.query.place, Line)
    assert isinstance(door.query.place, Zone)
    first = acts.STREET[0]
    at = (crossings.events[0].at or 0) / 1e6
    spots = [units(x, y) for x, y in first.at(np.array([at - 0.2, at + 0.2]))]
    x, y = np.array(spots, float).T
    before, after = side(crossings.query.place, x, y)
    assert before < 0 < after  # to the right, walking along the line
    step = units((acts.DOOR[0] + acts.DOOR[1]) / 2, 8.55)
    assert inside(door.query.place, *(np.array([float(v)]) for v in step)).all()
    xs, _ = arrays(door.query.place.corners)
    assert (xs <= 65_535).all()


def test_a_longer_film_plays_again_and_a_shorter_one_stops() -> None:
    assert len(street_questions(360)[0].answers) == 16
    assert len(street_questions(30)[0].answers) == 2
    (cut_short,) = yard_questions(45)
    assert cut_short.answers == (Happening(cut_short.answers[0].start, None, "", "dark"),)
