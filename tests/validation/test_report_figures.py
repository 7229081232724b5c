"""The tables say every count beside its share, and what was not counted is a dash."""

from dataclasses import replace

from tests.validation.assessed import NOTHING, assessment, boxes, event
from tests.validation.printed import ENGLISH, FRENCH, said
from vsa_core.domain.assessment import ALL
from vsa_core.validation.report_figures import boxes as boxes_of
from vsa_core.validation.report_figures import events, tracks


def test_a_question_is_told_with_counts_interval_minutes_and_errors() -> None:
    told = said(events(assessment(events=(event("a.mp4", "porte"),)), ENGLISH))
    assert told[-15:] == [
        "a.mp4", "porte", "tolerance: 1.00\u00a0s", "12 of 14", "2",
        "85.7%", "[60.1\u00a0–\u00a096.0]", "3", "20.0",
        "9.0", "[1.9\u00a0–\u00a026.3]", "80.0%", "[54.8\u00a0–\u00a093.0]",
        "mean 0.21\u00a0s", "max. 0.80\u00a0s",
    ]  # fmt: skip


def test_questions_of_one_kind_are_added_below_them() -> None:
    told = said(events(assessment(), FRENCH))
    assert told.count("Ensemble") == 2
    assert "15 sur 17" in told
    alone = assessment(events=(event("a.mp4", "porte"),))
    assert "Ensemble" not in said(events(alone, FRENCH))


def test_the_error_of_ends_is_told_where_there_is_one() -> None:
    assert "fin 1,50\u00a0s" in said(events(assessment(), FRENCH))


def test_without_events_to_find_there_is_no_recall() -> None:
    one = event("a", "b", matched=0, missed=0, false_alarms=0, looked=0, mean_error=None)
    told = said(events(assessment(events=(one,)), ENGLISH))
    assert told[-10:] == ["0 of 0", "0", "–", "–", "0", "0.0", "–", "–", "–", "–"]


def test_what_was_not_asked_is_told() -> None:
    nothing = assessment(**NOTHING)
    assert said(events(nothing, ENGLISH))[-1] == ENGLISH.say("events.none")
    assert said(boxes_of(nothing, ENGLISH))[-1] == ENGLISH.say("boxes.none")
    assert said(tracks(nothing, ENGLISH))[-1] == ENGLISH.say("tracks.none")


def test_boxes_are_told_by_film_class_and_size() -> None:
    told = said(boxes_of(assessment(boxes=boxes("a") + boxes("b")), ENGLISH))
    assert told.count("person, all sizes") == 2
    place = told.index("person, small")
    assert told[place : place + 9] == [
        "person, small", "120", "61", "59", "20", "50.8%", "75.3%", "0.912", "–",
    ]  # fmt: skip
    assert "40, of which 1" in told


def test_a_size_without_a_box_is_left_out_but_all_sizes_never() -> None:
    blank = {"truths": 0, "found": 0, "missed": 0, "invented": 0, "ap50": None}
    rows = tuple(replace(one, **blank) for one in boxes("a"))
    told = said(boxes_of(assessment(boxes=rows), ENGLISH))
    assert [line for line in told if line.startswith("person")] == ["person, all sizes"]
    assert rows[0].size == ALL


def test_tracks_are_told_by_sequence_and_source() -> None:
    told = said(tracks(assessment(), ENGLISH))
    place = told.index("PETS-like")
    assert told[place : place + 14] == [
        "PETS-like", "tracks of this installation", "795", "0.612", "0.640", "0.591", "0.801",
        "0.754", "−0.031", "92.5%", "99.1%", "14", "22", "19 / 24",
    ]  # fmt: skip
    assert ENGLISH.named("source", "public") in told
