import pytest

from vsa_core.errors import Unreadable
from vsa_core.validation.agreement import check_length, check_size


def test_a_truth_of_its_film_passes() -> None:
    check_length("a.mp4", 3, 3)
    check_size("a.mp4", (640, 480), (640, 480))


def test_another_length_is_another_film() -> None:
    with pytest.raises(Unreadable) as caught:
        check_length("a.mp4", 3, 4)
    assert caught.value.code == "VAL-010"
    assert caught.value.values == {"name": "a.mp4", "told": 3, "found": 4}


def test_another_size_is_another_film() -> None:
    with pytest.raises(Unreadable) as caught:
        check_size("a.mp4", (640, 480), (480, 640))
    assert caught.value.code == "VAL-011"
    assert caught.value.values == {"name": "a.mp4", "told": "640 × 480", "found": "480 × 640"}
