import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.choice import Choice
from tests.app.inquiry import CAMERAS, COUNT, KINDS, LINE, PLACES, named
from tests.desk.scene import HOUR, START
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.moment import Window
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting
from vsa_core.events.registry import completed

CROSSING, ENTRY, DWELL = (named(kind) for kind in ("line_crossing", "zone_entry", "dwell"))
ALLOWED = Window(START, START + HOUR)


def ready(sheet: KindSheet = CROSSING) -> Choice:
    return Choice(sheet, cameras=("rue",), place=PLACES[sheet.place])


def test_what_is_lacking_is_told_one_thing_after_the_other() -> None:
    choice = Choice(CROSSING)
    assert choice.lacking(ALLOWED) == "camera"
    assert Choice(CROSSING, cameras=("rue",)).lacking(ALLOWED) == "line"
    assert Choice(DWELL, cameras=("rue",)).lacking(ALLOWED) == "zone"
    assert Choice(COUNT, cameras=("rue",)).lacking(ALLOWED) == ""
    assert ready().lacking(ALLOWED) == ""


@pytest.mark.parametrize(
    ("period", "lacking"),
    [
        ((START, START), "order"),
        ((START + 2, START + 1), "order"),
        ((START - HOUR, START), "outside"),
        ((START + HOUR, START + 2 * HOUR), "outside"),
        ((START - HOUR, START + 1), ""),
    ],
)
def test_a_period_runs_forwards_and_meets_the_basis(period: tuple[int, int], lacking: str) -> None:
    choice = Choice(CROSSING, cameras=("rue",), place=LINE, period=period)
    assert choice.lacking(ALLOWED) == lacking
    assert choice.lacking(None) == ("" if lacking == "outside" else lacking)


def test_the_question_is_what_was_chosen() -> None:
    choice = Choice(
        CROSSING,
        cameras=("rue",),
        classes=("person", "car"),
        period=(START, START + 5),
        place=LINE,
        direction="to_left",
        values=(("settle", 1500),),
    )
    assert choice.query(CAMERAS) == Query(
        "line_crossing",
        ("rue",),
        ("person", "car"),
        Window(START, START + 5),
        LINE,
        "to_left",
        (
            Setting("anchor", 0, 0, 2),
            Setting("margin", 100, 0, 1000),
            Setting("settle", 1500, 0, 10_000),
        ),
    )


@pytest.mark.parametrize("sheet", KINDS, ids=lambda sheet: sheet.kind)
def test_every_question_is_one_that_the_desk_takes_as_it_is(sheet: KindSheet) -> None:
    query = ready(sheet).query(CAMERAS)
    assert completed(query) == query


def test_cameras_are_named_unless_all_are_asked_together() -> None:
    assert ready(COUNT).query(("rue",)).cameras == ()
    assert ready(COUNT).query(CAMERAS).cameras == ("rue",)
    assert ready(CROSSING).query(("rue",)).cameras == ("rue",)


def test_where_a_place_is_wanted_the_camera_marked_last_stands_alone() -> None:
    choice = ready().on_cameras(("rue", "parking"), CAMERAS)
    assert choice.cameras == ("parking",)
    assert choice.on_cameras(("parking", "rue"), CAMERAS).cameras == ("rue",)
    assert choice.on_cameras((), CAMERAS).camera == ""
    together = Choice(COUNT).on_cameras(("parking", "rue", "unheard of"), CAMERAS)
    assert together.cameras == CAMERAS
    assert together.of_kind(CROSSING).cameras == ("rue",)


def test_another_kind_begins_with_its_own_settings_and_any_direction() -> None:
    choice = Choice(CROSSING, ("rue",), ("bus",), (1, 2), LINE, "to_left", (("settle", 1),))
    other = choice.of_kind(DWELL)
    assert other == Choice(DWELL, ("rue",), ("bus",), (1, 2))


def test_a_setting_back_at_its_default_is_as_new() -> None:
    choice = ready().with_value("settle", 1500).with_value("margin", 5)
    assert (choice.value("settle"), choice.value("margin"), choice.value("anchor")) == (1500, 5, 0)
    assert choice.with_value("settle", 400).with_value("margin", 100) == ready()


@given(st.integers(-(10**9), 10**9))
def test_a_setting_stays_within_its_slider(value: int) -> None:
    choice = ready().with_value("settle", value)
    assert 0 <= choice.value("settle") <= 10_000
    assert choice.query(CAMERAS).setting("settle") == choice.value("settle")


@given(st.lists(st.sampled_from(CLASSES)))
def test_the_order_in_which_classes_were_pressed_changes_nothing(names: list[str]) -> None:
    pressed = ready().of_classes(tuple(names))
    assert pressed == ready().of_classes(tuple(reversed(names)))
    assert pressed.query(CAMERAS).classes == tuple(n for n in CLASSES if n in names)


def test_another_sort_of_place_begins_anew() -> None:
    count = Choice(named("count"), ("rue",), place=LINE, direction="to_left")
    assert count.ways == ("to_left", "to_right")
    zone = count.of_shape("zone")
    assert (zone.place, zone.direction, zone.lacking(ALLOWED)) == (None, "", "zone")
    assert not any(way.startswith("to_") for way in zone.ways)
    stopped = Choice(named("stopped"), CAMERAS)
    assert stopped.lacking(ALLOWED) == ""
    assert stopped.of_shape("zone").cameras == CAMERAS[:1]
