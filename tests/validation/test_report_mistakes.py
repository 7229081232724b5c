"""Every mistake is on paper with its picture, its instant and its digest, and none is hidden."""

import hashlib

from reportlab.platypus import Table

from tests.validation.assessed import HOSTILE, NOTHING, assessment, mistake, png
from tests.validation.printed import ENGLISH, FRENCH, pictures, said
from vsa_core.validation.report_mistakes import CARD, HIGHEST, mistakes


def test_every_mistake_is_told_with_its_number_and_instant() -> None:
    told = said(mistakes(assessment(), FRENCH))
    assert "n°\u00a01 · Manqué · 0:00:10,250" in told
    assert "n°\u00a02 · En trop · 0:00:11,250" in told
    assert "Sens\u00a0: vers la droite de l’image" in told
    assert "Note\u00a0: sac à dos, à moitié caché" in told
    assert hashlib.sha256(mistake(1).picture).hexdigest() in told


def test_sixty_mistakes_are_sixty_pictures() -> None:
    many = assessment(mistakes=tuple(mistake(number) for number in range(1, 61)))
    story = list(mistakes(many, ENGLISH))
    assert len(pictures(story)) == 60
    heads = [line for line in said(story) if line.startswith("No. ")]
    assert [int(head.split()[1]) for head in heads] == list(range(1, 61))


def test_counts_are_told_first() -> None:
    (_, counts, *_) = said(mistakes(assessment(), ENGLISH))
    assert counts.startswith("Missed: 4. False alarms: 2.")


def test_a_mistake_without_a_picture_says_so() -> None:
    story = list(mistakes(assessment(mistakes=(mistake(1, picture=b""),)), ENGLISH))
    assert pictures(story) == []
    assert said(story)[-1] == ENGLISH.say("mistakes.no_picture")


def test_that_there_were_too_many_to_show_is_told() -> None:
    told = said(mistakes(assessment(unpictured=12), ENGLISH))
    assert "There are too many to show them all: 12 have no picture." in told


def test_no_mistake_and_no_question_are_not_the_same() -> None:
    assert said(mistakes(assessment(mistakes=()), ENGLISH))[-1] == ENGLISH.say("mistakes.none")
    nothing = assessment(**NOTHING)
    assert said(mistakes(nothing, ENGLISH))[-1] == ENGLISH.say("mistakes.unasked")


def test_a_picture_keeps_its_proportions_within_its_half_of_the_page() -> None:
    shapes = ((640, 360), (40, 400), (10, 10))
    made = assessment(
        mistakes=tuple(mistake(n, picture=png(*shape)) for n, shape in enumerate(shapes, 1))
    )
    for shape, drawn in zip(shapes, pictures(mistakes(made, ENGLISH)), strict=True):
        assert drawn.drawWidth <= CARD + 1e-6
        assert drawn.drawHeight <= HIGHEST + 1e-6
        assert abs(drawn.drawWidth / drawn.drawHeight - shape[0] / shape[1]) < 1e-6


def test_the_longest_names_and_notes_fit_on_one_page() -> None:
    worst = mistake(1, clip="W" * 999, question="W" * 999, direction="W" * 999, note="W" * 9999)
    made = assessment(mistakes=(worst, mistake(2, clip=HOSTILE, note=HOSTILE * 99)))
    tables = [one for one in mistakes(made, ENGLISH) if isinstance(one, Table)]
    assert [table.wrap(1000, 1000)[1] < 640 for table in tables] == [True]
