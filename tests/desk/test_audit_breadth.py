import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.desk.audit_breadth import ALL_CAMERAS, HOUR, LONG, MANY_CLASSES, Breadth, reach
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import WrongUsage


def about(
    cameras: int = 1, allowed: int = 4, hours: int = 2, classes: int = 1
) -> dict[str, Canonical]:
    """What a question's record tells."""
    return {
        "cameras": [f"c{n}" for n in range(cameras)],
        "classes": [f"k{n}" for n in range(classes)],
        "cameras_allowed": allowed,
        "hours_asked": hours,
    }


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (about(), ()),
        (about(cameras=4), ()),
        (about(hours=30), ()),
        (about(cameras=4, hours=25), (ALL_CAMERAS, LONG)),
        (about(cameras=0, hours=25), (ALL_CAMERAS, LONG)),
        (about(hours=24, classes=0, cameras=3), ()),
        (about(hours=25, classes=0), (LONG, MANY_CLASSES)),
        (about(hours=25, classes=4), (LONG, MANY_CLASSES)),
        (about(cameras=4, classes=0), (ALL_CAMERAS, MANY_CLASSES)),
        (about(cameras=0, hours=99, classes=9), (ALL_CAMERAS, LONG, MANY_CLASSES)),
        (about(cameras=1, allowed=1, hours=2, classes=0), ()),
    ],
)
def test_a_question_is_broad_when_two_of_three_hold(
    told: dict[str, Canonical], why: tuple[str, ...]
) -> None:
    assert Breadth().broad(told) == why


def test_the_rule_is_what_one_sets() -> None:
    told = about(hours=5, classes=2)
    assert Breadth().broad(told) == ()
    assert Breadth(hours=4, classes=1).broad(told) == (LONG, MANY_CLASSES)
    for wrong in ({"hours": 0}, {"classes": 0}):
        with pytest.raises(WrongUsage, match="CAS-101"):
            Breadth(**wrong)


def test_records_that_did_not_count_yet_are_judged_by_what_they_tell() -> None:
    old: dict[str, Canonical] = {"cameras": [], "classes": [], "window_us": [0, 25 * HOUR]}
    assert Breadth().broad(old) == (ALL_CAMERAS, LONG, MANY_CLASSES)
    assert Breadth().broad({**old, "cameras": ["a"], "window_us": None}) == ()


@given(st.dictionaries(st.sampled_from(list(about())), st.one_of(st.none(), st.text()), max_size=4))
def test_whatever_a_record_tells_is_judged(told: dict[str, Canonical]) -> None:
    assert isinstance(Breadth().broad(told), tuple)


def test_hours_asked_are_those_within_the_basis_counted_as_begun() -> None:
    allowed = Window(0, 30 * HOUR)
    assert reach(None, allowed, 3) == {"cameras_allowed": 3, "hours_asked": 30}
    assert reach(Window(0, HOUR + 1), allowed, 3)["hours_asked"] == 2
    assert reach(Window(29 * HOUR, 99 * HOUR), allowed, 3)["hours_asked"] == 1
    assert reach(Window(40 * HOUR, 99 * HOUR), allowed, 3)["hours_asked"] == 0
