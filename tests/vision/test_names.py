import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import CLASSES, UNNAMED
from vsa_core.vision.names import COCO80, DROPPED, FIXTURES, SYNONYMS, forbidden, kind_of, kinds_of


def test_coco_has_eighty_names_in_order() -> None:
    assert len(set(COCO80)) == 80
    places = {"person": 0, "truck": 7, "bench": 13, "cell phone": 67, "toothbrush": 79}
    assert {name: COCO80.index(name) for name in places} == places


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("person", "person"),
        ("bus", "bus"),
        ("suitcase", "bag"),
        ("handbag", "bag"),
        ("backpack", "bag"),
        ("horse", "animal"),
        ("cell phone", "unnamed"),
        ("toilet", "unnamed"),
        ("train", "unnamed"),
        ("something new", "unnamed"),
        ("bag", "bag"),
        ("vehicle", "vehicle"),
        ("two-wheeler", "two-wheeler"),
    ],
)
def test_a_name_means_one_of_ours(name: str, ours: str) -> None:
    assert CLASSES[kind_of(name)] == ours


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_fixtures_are_dropped(name: str) -> None:
    assert kind_of(name) == DROPPED
    assert name in COCO80


def test_every_synonym_is_a_name_that_models_use() -> None:
    assert set(SYNONYMS) <= set(COCO80)


def test_most_names_are_kept_so_that_nothing_that_moves_is_lost() -> None:
    kinds = kinds_of(COCO80)
    assert (kinds == DROPPED).sum() == len(FIXTURES)
    assert (kinds == UNNAMED).sum() == 80 - len(FIXTURES) - 6 - len(SYNONYMS)


@pytest.mark.parametrize(
    "name",
    ["face", "Human face", "face_masked", "FaceMask", "head", "license plate", "pose", "woman"],
)
def test_what_is_never_looked_for_is_seen_in_a_name(name: str) -> None:
    assert forbidden(name)


@pytest.mark.parametrize("name", [*COCO80, *CLASSES, "surface", "headlight", "template"])
def test_common_names_are_allowed(name: str) -> None:
    assert not forbidden(name)


@given(st.text())
def test_any_text_is_a_name(name: str) -> None:
    assert DROPPED <= kind_of(name) < len(CLASSES)
    assert forbidden(name) in (True, False)
