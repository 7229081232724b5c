"""The class of a trail is voted by score; unnamed loses to any name with a fair share."""

import numpy as np
import pytest

from vsa_core.domain.objects import CLASSES, UNNAMED, class_number
from vsa_core.vision.voting import GROUPS, NO_GROUP, group_of, voted


def vote(*named: tuple[str, float]) -> str:
    kinds = np.uint8([class_number(name) for name, _ in named])
    return CLASSES[voted(kinds, np.float32([score for _, score in named]))]


def test_the_larger_sum_of_scores_wins_over_the_larger_number() -> None:
    assert vote(("car", 0.9), ("car", 0.9), *[("truck", 0.3)] * 4) == "car"


@pytest.mark.parametrize(("named", "winner"), [(2, "person"), (1, "unnamed")])
def test_unnamed_loses_to_a_name_with_a_fifth_of_the_sightings(named: int, winner: str) -> None:
    assert vote(*[("person", 0.3)] * named, *[("unnamed", 1.0)] * (10 - named)) == winner


def test_a_name_without_a_fair_share_does_not_win_by_one_loud_sighting() -> None:
    assert vote(("animal", 1.0), *[("bag", 0.05)] * 9) == "bag"


def test_a_tie_goes_to_the_lower_number() -> None:
    assert vote(("car", 0.5), ("bicycle", 0.5)) == "bicycle"


def test_a_track_seen_as_car_and_vehicle_is_a_car_when_a_fifth_says_so() -> None:
    assert vote(*[("car", 0.5)] * 2, *[("vehicle", 0.9)] * 8) == "car"
    assert vote(("car", 0.9), *[("vehicle", 0.5)] * 9) == "vehicle"
    assert vote(*[("bicycle", 0.4)] * 2, *[("two-wheeler", 0.9)] * 3) == "bicycle"


def test_car_and_vehicle_together_outvote_a_person_and_unnamed() -> None:
    assert vote(*[("person", 0.5)] * 4, *[("car", 0.5)] * 3, *[("vehicle", 0.5)] * 3) == "car"
    few = (("car", 0.5), ("vehicle", 0.5))
    assert vote(*few, *[("unnamed", 0.9)] * 8) == "vehicle"
    assert vote(*few, *[("unnamed", 0.9)] * 9) == "unnamed"


def test_a_two_wheeler_is_no_finer_name_of_a_vehicle() -> None:
    assert vote(*[("two-wheeler", 0.9)] * 3, *[("vehicle", 0.5)] * 4) == "two-wheeler"
    assert vote(*[("motorcycle", 0.5)] * 2, *[("vehicle", 0.5)] * 3) == "vehicle"


def test_vehicles_are_one_group_and_unnamed_is_none() -> None:
    groups = {name: group_of(class_number(name)) for name in CLASSES}
    vehicles = ("bicycle", "motorcycle", "car", "bus", "truck", "vehicle", "two-wheeler")
    assert len({groups[name] for name in vehicles}) == 1
    assert groups["unnamed"] == NO_GROUP == GROUPS[UNNAMED]
    assert len({groups[n] for n in ("person", "bag", "animal", "car", "unnamed")}) == 5
