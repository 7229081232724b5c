"""What stands around the figures is complete, honest about few events, and true when empty."""

from dataclasses import replace

import pytest

from tests.validation.assessed import NOTHING, SUBJECT, assessment, boxes, event
from tests.validation.printed import ENGLISH, FRENCH, said
from vsa_core.domain.assessment import Clip
from vsa_core.validation.report_json import json_digest
from vsa_core.validation.report_sections import (
    LIMITS,
    brief,
    clips,
    limits,
    meaning,
    subject,
)


def test_in_brief_each_kind_and_each_class_has_one_line() -> None:
    told = said(brief(assessment(), ENGLISH))
    assert "15 of 17" in told
    assert "[65.7\u00a0–\u00a096.7]" in told
    assert "Boxes, picture by picture: person" in told
    assert "4,301 of 4,650" in told
    assert told.count("795 pictures") == 2


def test_few_events_are_marked() -> None:
    told = said(brief(assessment(), ENGLISH))
    assert "Dwell *" in told
    assert "Line crossing" in told
    assert any(line.startswith("* Fewer than 10 events") for line in told)
    many = assessment(events=(event("a", "b"),), boxes=())
    assert not any("*" in line for line in said(brief(many, ENGLISH)))


def test_a_folder_of_tracks_alone_says_so_in_brief() -> None:
    told = said(brief(assessment(events=(), boxes=()), ENGLISH))
    assert told[-1] == ENGLISH.say("brief.nothing")


def test_boxes_of_all_films_are_added() -> None:
    made = assessment(events=(), boxes=boxes("a") + boxes("b"))
    assert "8,602 of 9,300" in said(brief(made, ENGLISH))


def test_everything_it_was_measured_with_is_named() -> None:
    told = said(subject(assessment(), FRENCH))
    for value in ("relecture 0.1.0", "vigie-1", "8f" * 32, "1b" * 32, "twostage", "complet"):
        assert value in told
    assert "personne 0,450 · véhicule 0,380 · deux-roues 0,510" in told
    assert json_digest(assessment()) in told


def test_motion_alone_is_told_as_such() -> None:
    made = assessment(subject=replace(SUBJECT, detector="motion", named=False, thresholds=()))
    told = said(subject(made, ENGLISH))
    assert "Motion alone: objects have no name." in told
    assert ENGLISH.say("subject.no_thresholds") in told


def test_each_film_tells_what_was_looked_at() -> None:
    told = said(clips(assessment(), ENGLISH))
    place = told.index("cœur de ville, nuit.avi")
    assert told[place : place + 8] == [
        "cœur de ville, nuit.avi", "Film: " + "c3" * 32, "Truth: " + "d4" * 32,
        "0:17:00", "0:02:00", "0:01:00", "0:00:01", "–",
    ]  # fmt: skip
    assert ENGLISH.say("clips.no_film") in told


def test_stills_have_no_time() -> None:
    told = said(clips(assessment(clips=(Clip("set", "a", "b", 0, 0, 0, 12),)), ENGLISH))
    assert told[-6:-1] == ["–", "–", "–", "–", "12"]


def test_without_films_it_says_so() -> None:
    assert said(clips(assessment(**NOTHING), ENGLISH))[-1] == ENGLISH.say("clips.none")


@pytest.mark.parametrize(
    ("left_out", "unexplained"),
    [("events", "Recall"), ("boxes", "AP50"), ("tracked", "HOTA")],
)
def test_only_figures_that_are_there_are_explained(left_out: str, unexplained: str) -> None:
    assert unexplained in said(meaning(assessment(), ENGLISH))
    assert unexplained not in said(meaning(assessment(**{left_out: ()}), ENGLISH))
    assert said(meaning(assessment(**NOTHING), ENGLISH)) == []


def test_every_limit_is_told() -> None:
    told = said(limits(FRENCH))
    assert len(told) == len(LIMITS) + 1
    assert any("qui a étiqueté" in line for line in told)
