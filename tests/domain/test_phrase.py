import dataclasses

import pytest

from vsa_core.domain.phrase import Completion


def test_a_completion_is_a_frozen_value() -> None:
    one = Completion(0, 4, "person", "class of object")
    assert one == Completion(0, 4, "person", "class of object")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.text = "car"  # type: ignore[misc]
