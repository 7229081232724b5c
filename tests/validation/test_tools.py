from dataclasses import replace

from tests.validation.eyes import subject
from vsa_core.domain.coverage import Level
from vsa_core.domain.objects import class_number
from vsa_core.validation.tools import named_by


def test_the_classes_that_have_a_threshold_are_told() -> None:
    told = replace(subject(Level.FULL), thresholds=(("person", 250), ("vehicle", 300)))
    assert named_by(told) == {class_number("person"), class_number("vehicle")}
    assert named_by(replace(told, thresholds=())) == frozenset()
