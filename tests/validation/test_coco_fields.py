from collections.abc import Callable

import pytest

from vsa_core.errors import Unreadable
from vsa_core.validation.coco_fields import Item

ITEM = Item(
    "set.coco.json",
    {
        "text": "é", "whole": 3, "one": 1, "area": 2.5, "box": [1, 2.5, 3, 4],
        "items": [{"id": 1}, {"id": 2}],
    },
)  # fmt: skip


def refused(read: Callable[[Item], object], value: object) -> Unreadable:
    with pytest.raises(Unreadable, match="VAL-021") as caught:
        read(Item("here", {"key": value}))
    return caught.value


def test_values_are_read() -> None:
    assert ITEM.text("text") == "é"
    assert ITEM.whole("whole", 0, 3) == 3
    assert ITEM.whole("absent", 0, 3, 2) == 2
    assert (ITEM.flag("one"), ITEM.flag("absent")) == (True, False)
    assert (ITEM.area("area", 9.0), ITEM.area("absent", 9.0)) == (2.5, 9.0)
    assert ITEM.box("box") == (1.0, 2.5, 3.0, 4.0)
    assert (ITEM.has("box"), ITEM.has("bbox")) == (True, False)


def test_items_say_where_they_stand() -> None:
    assert [(i.where, i.whole("id", 0, 9)) for i in ITEM.items("items")] == [
        ("set.coco.json › items[1]", 1),
        ("set.coco.json › items[2]", 2),
    ]


@pytest.mark.parametrize("value", [None, "", 1, ["a"], "a\0b", "\ud800"])
def test_what_is_no_text_is_refused(value: object) -> None:
    assert refused(lambda item: item.text("key"), value).values["where"] == "here"


@pytest.mark.parametrize("value", [None, "1", 1.0, True, -1, 10, 10**400])
def test_what_is_no_whole_number_is_refused(value: object) -> None:
    refused(lambda item: item.whole("key", 0, 9), value)


@pytest.mark.parametrize("value", [None, "1", True, 2, -1])
def test_what_is_no_flag_is_refused(value: object) -> None:
    refused(lambda item: item.flag("key"), value)


@pytest.mark.parametrize("value", [None, 0, -1, "1", True, float("inf"), 10**400])
def test_what_is_no_area_is_refused(value: object) -> None:
    refused(lambda item: item.area("key", 1.0), value)


@pytest.mark.parametrize(
    "value",
    [
        None, {}, [1, 2, 3], [1, 2, 3, 4, 5], [1, 2, 3, "4"], [1, 2, 3, None], [1, 2, 3, True],
        [1, 2, 3, 1e7], [float("nan"), 2, 3, 4], [float("inf"), 2, 3, 4], [10**400, 2, 3, 4],
    ],
)  # fmt: skip
def test_what_is_no_box_is_refused(value: object) -> None:
    refused(lambda item: item.box("key"), value)


@pytest.mark.parametrize("value", [None, {}, "a", [1], [{}, []]])
def test_what_is_no_list_of_tables_is_refused(value: object) -> None:
    refused(lambda item: item.items("key"), value)
