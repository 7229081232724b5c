"""What a fresh look tells of a picture and its neighbours, and whose sightings they are."""

import numpy as np

from vsa_core.domain.objects import PERSON, UNNAMED, class_number
from vsa_core.domain.track import Sightings
from vsa_core.legal.fresh import SURE, Fresh, shown_afresh, strangers, unlooked
from vsa_core.legal.masking import NO_TRACK, NOTHING

BOX = (10.0, 10.0, 30.0, 60.0)


def seen(
    *boxes: tuple[float, float, float, float], score: float = 0.9, kind: int = PERSON
) -> Sightings:
    n = len(boxes)
    return Sightings(
        np.array(boxes, np.float32).reshape(-1, 4),
        np.full(n, score, np.float32),
        np.full(n, kind, np.uint8),
    )


def fresh(*each: Sightings, reach: int = 10) -> Fresh:
    """One picture every ten ticks."""
    pts = np.arange(len(each), dtype=np.int64) * 10
    return Fresh(pts, each, (NOTHING,) * len(each), reach)


def test_who_is_seen_just_before_or_after_is_seen() -> None:
    look = fresh(seen(BOX), seen(), seen(), seen(BOX))
    assert [len(look.around(pts)) for pts in (0, 10, 15, 20, 30, 40, 41)] == [1, 1, 0, 1, 1, 1, 0]
    assert [len(look.at(pts)[0]) for pts in (0, 5, 10, 30, 99)] == [1, 0, 0, 1, 0]


def test_nobody_is_seen_where_nobody_looked() -> None:
    assert len(unlooked().around(0)) == 0
    assert len(unlooked().at(0)[1]) == 0


def test_the_sighting_of_a_revealed_track_is_its_own() -> None:
    assert len(strangers(seen((11, 12, 31, 61)), [BOX])) == 0
    assert len(strangers(seen((11, 12, 31, 61)), [])) == 1
    assert len(strangers(seen((40, 10, 60, 60)), [BOX])) == 1


def test_a_box_takes_one_sure_sighting_and_no_more() -> None:
    both = seen((10, 10, 30, 60), (11, 10, 31, 60))
    assert strangers(both, [BOX]).boxes.tolist() == [[11, 10, 31, 60]]


def test_an_unsure_part_of_a_revealed_person_is_theirs_and_a_sure_one_is_another() -> None:
    head = (12.0, 10.0, 28.0, 25.0)
    assert len(strangers(seen(head, score=SURE / 2), [BOX])) == 0
    assert len(strangers(seen(head, score=SURE), [BOX])) == 1


def test_heads_come_from_all_and_only_the_sure_account_for_movement() -> None:
    unsure, sure = seen(BOX, score=0.1), seen((50, 10, 70, 60))
    shown = shown_afresh(unsure, sure)
    assert [(one.box[0], one.observed, one.track) for one in shown] == [
        (10.0, False, NO_TRACK),
        (50.0, True, NO_TRACK),
    ]
    assert shown_afresh(seen(BOX, kind=UNNAMED), seen()) == []
    assert not shown_afresh(seen(), seen(BOX, score=0.3, kind=class_number("car")))
