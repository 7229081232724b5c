from dataclasses import replace

from app.state.choice import Choice
from app.state.parts import Part, Parts
from tests.app.inquiry import CAMERAS, LINE, PLACES, ZONE, named
from tests.desk.scene import HOUR, START
from vsa_core.domain.filters import Heading, Hours
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting
from vsa_core.events.registry import completed

ALLOWED = Window(START, START + HOUR)
CROSSING = Choice(named("line_crossing"), ("rue",), place=LINE)
STAY = Choice(named("dwell"), ("rue",), place=ZONE)
TOGETHER = Choice(named("gathering"), ("rue",))


def two(join: str = "all", second: Choice = STAY) -> Parts:
    return Parts((Part(0, CROSSING), Part(1, second)), whole=Query(join))


def test_one_part_is_the_question_itself() -> None:
    parts = Parts((Part(0, CROSSING),))
    assert parts.query(CAMERAS) == CROSSING.query(CAMERAS)
    assert parts.lacking(ALLOWED) == (0, "")


def test_several_parts_are_joined_and_the_desk_takes_the_question() -> None:
    for join in ("all", "any", "then"):
        parts = two(join)
        assert parts.lacking(ALLOWED)[1] == ""
        query = completed(parts.query(CAMERAS))
        assert (query.kind, [part.kind for part in query.parts]) == (
            join,
            ["line_crossing", "dwell"],
        )


def test_an_exception_stands_in_a_not() -> None:
    query = completed(two().excepting(1, True).query(CAMERAS))
    assert query.parts[1].kind == "not"
    assert query.parts[1].parts[0].kind == "dwell"


def test_period_and_hours_are_those_of_the_whole() -> None:
    night = Hours(1320, 300)
    choice = replace(STAY, period=(START, START + 5), filters=(Heading(90), night))
    parts = two().show(1).with_choice(choice)
    assert parts.listed[0].choice.period == (START, START + 5)
    query = parts.query(CAMERAS)
    assert (query.window, query.filters) == (Window(START, START + 5), (night,))
    assert [part.window for part in query.parts] == [None, None]
    assert [part.filters for part in query.parts] == [(), (Heading(90),)]
    completed(query)


def test_what_is_lacking_names_its_part() -> None:
    begun = two().added()
    assert begun.at == 2
    assert begun.lacking(ALLOWED) == (2, "line")
    assert begun.shown.choice.place is None
    assert begun.shown.number == 2


def test_what_cannot_be_joined_is_told_before_it_is_asked() -> None:
    assert two("then").added().with_choice(CROSSING).lacking(ALLOWED)[1] == "pair"
    assert two().excepting(0, True).excepting(1, True).lacking(ALLOWED)[1] == "excepted"
    assert two(second=TOGETHER).lacking(ALLOWED)[1] == "many"
    assert two("any", TOGETHER).lacking(ALLOWED)[1] == ""
    elsewhere = replace(STAY, cameras=("parking",))
    assert two(second=elsewhere).lacking(ALLOWED)[1] == "apart"
    assert two("then", elsewhere).lacking(ALLOWED)[1] == "apart"
    apart = two("then", elsewhere).by("then", (Setting("same_camera", 0, 0, 1),))
    assert apart.lacking(ALLOWED)[1] == ""
    completed(apart.query(CAMERAS))


def test_a_part_removed_leaves_the_others_and_what_is_shown() -> None:
    three = two().added().with_choice(TOGETHER)
    left = three.removed(0)
    assert [part.number for part in left.listed] == [1, 2]
    assert left.choice == TOGETHER
    alone = two().excepting(1, True).removed(0)
    assert not alone.joined
    assert not alone.shown.excepted
    assert alone.removed(0) == alone


def test_only_and_has_exceptions() -> None:
    assert not any(part.excepted for part in two().excepting(0, True).by("any").listed)


def test_a_part_written_in_words_is_asked_as_it_is() -> None:
    nested = Query("any", parts=(CROSSING.query(CAMERAS), STAY.query(CAMERAS)))
    parts = Parts((Part(0, CROSSING), Part(1, CROSSING, fixed=nested)))
    assert parts.lacking(ALLOWED)[1] == ""
    assert parts.query(CAMERAS).parts[1] == nested
    assert PLACES["line"] == LINE
