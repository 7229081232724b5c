import numpy as np

from vsa_core.domain.objects import CLASSES, class_number
from vsa_core.validation.families import shared_names


def numbers(names: str) -> frozenset[int]:
    return frozenset(class_number(name) for name in names.split())


def shared(labelled: str, told: str) -> dict[str, str]:
    """The classes that are scored under another name."""
    names = shared_names(numbers(labelled), numbers(told)).tolist()
    return {CLASSES[a]: CLASSES[b] for a, b in enumerate(names) if a != b}


VEHICLES = {"car": "vehicle", "bus": "vehicle", "truck": "vehicle"}


def test_where_both_tell_finely_every_class_keeps_its_name() -> None:
    assert shared("person car bus", "person car bus truck bicycle") == {}


def test_a_detector_that_tells_vehicles_is_scored_on_vehicles() -> None:
    assert shared("person car", "person vehicle") == VEHICLES


def test_a_truth_that_tells_vehicles_is_scored_on_vehicles() -> None:
    assert shared("vehicle", "car bus truck") == VEHICLES


def test_only_the_family_that_is_coarsely_told_is_coarsened() -> None:
    found = shared("bicycle car", "two-wheeler car bus truck")
    assert found == {"bicycle": "two-wheeler", "motorcycle": "two-wheeler"}


def test_a_coarse_name_that_the_truth_does_not_touch_changes_nothing() -> None:
    assert shared("person", "person vehicle two-wheeler") == {}


def test_a_name_is_coarsened_once() -> None:
    names = shared_names(numbers("vehicle two-wheeler"), numbers("car"))
    assert np.array_equal(names[names], names)
