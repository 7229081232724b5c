import pytest

from tests.phrases.questions import lexicon
from vsa_core.domain.filters import Colours, Hours
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.phrases.cursor import Span
from vsa_core.phrases.draft import Draft, direction_words

FR = lexicon("fr")
HERE = Span(3, 9, "word")
RED = Colours("any", ("red",))


def test_a_thing_is_said_once() -> None:
    draft = Draft()
    draft.once("camera", HERE)
    with pytest.raises(WrongUsage, match="PHR-010"):
        draft.once("camera", HERE)


def test_a_part_of_a_question_has_no_times() -> None:
    hours = Hours(60, 120)
    draft = Draft("seen", classes=("car",), window=Window(0, 1), filters=[hours, RED])
    assert draft.query().filters == (hours, RED)
    assert draft.untimed() == Query("seen", classes=("car",), filters=(RED,))
    draft.negated = True
    assert draft.untimed() == Query("not", parts=(Query("seen", classes=("car",), filters=(RED,)),))


def test_a_kind_that_needs_a_place_says_which() -> None:
    line = Line(Point(0, 0), Point(1, 1))
    lost = Draft("line_crossing", said={"verb": HERE})
    wrong = Draft("dwell", place=line, said={"verb": HERE, "place": HERE})
    assert [str(one.code) for one in lost.faults(FR)] == ["PHR-008"]
    assert wrong.faults(FR)[0].values["wanted"] == "zone(…)"
    assert Draft("line_crossing", place=line, said={"verb": HERE}).faults(FR) == []


def test_directions_are_named_in_words() -> None:
    assert direction_words(FR, ("to_left", "odd")) == "vers la gauche, direction(odd)"
    assert direction_words(FR, ()) == "–"
