import pytest

from vsa_core.domain.objects import CLASSES, COLOURS, PERSON, UNNAMED, class_number


def test_the_closed_lists_hold_no_face_and_no_person_trait() -> None:
    for name in CLASSES:
        assert "face" not in name
    assert CLASSES[UNNAMED] == "unnamed"
    assert CLASSES[PERSON] == "person"
    assert len(COLOURS) == 15
    assert COLOURS[0] == "unknown"


def test_numbers_go_with_names() -> None:
    assert [class_number(name) for name in CLASSES] == list(range(len(CLASSES)))
    with pytest.raises(ValueError, match="not in"):
        class_number("face")
