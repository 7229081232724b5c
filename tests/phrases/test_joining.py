import pytest

from tests.phrases.questions import lexicon
from vsa_core.domain.filters import Colours, Hours
from vsa_core.domain.moment import Window
from vsa_core.phrases.cursor import Span
from vsa_core.phrases.draft import INSIDE, LEAD, TAIL, Draft
from vsa_core.phrases.joining import joined

FR = lexicon("fr")
HERE = Span(3, 9, "word")
RED = Colours("upper", ("red",))


def seen(name: str) -> Draft:
    return Draft("seen", classes=(name,))


def codes(drafts: list[Draft], *kinds: str) -> list[str]:
    return [fault.code for fault in joined(FR, drafts, kinds, HERE)[1]]


def test_parts_are_joined_in_order() -> None:
    whole, faults = joined(FR, [seen("car"), seen("bus"), seen("bag")], ("any", "any"), HERE)
    assert faults == []
    assert [part.classes for part in whole.parts] == [("car",), ("bus",), ("bag",)]
    assert whole.kind == "any"


def test_mixed_words_and_long_sequences_have_two_readings() -> None:
    three = [seen("car"), seen("bus"), seen("bag")]
    _, (fault,) = joined(FR, three, ("all", "any"), HERE)
    assert fault.values["first"] == "(voiture et bus) ou (bagage)"
    assert fault.values["second"] == "voiture et ((bus) ou (bagage))"
    assert codes(three, "then", "then") == ["PHR-007"]
    assert codes(three, "all", "all") == []


def test_times_said_first_or_last_are_the_wholes() -> None:
    first, last = seen("car"), seen("bus")
    first.times, last.times = [(Hours(1, 2), LEAD, HERE)], [(Window(0, 9), TAIL, HERE)]
    whole, faults = joined(FR, [first, last], ("all",), HERE)
    assert (whole.filters, whole.window, faults) == ([Hours(1, 2)], Window(0, 9), [])


@pytest.mark.parametrize(("place", "stage"), [(0, TAIL), (1, LEAD), (1, INSIDE)])
def test_times_of_one_part_are_wrong(place: int, stage: str) -> None:
    drafts = [seen("car"), seen("bus")]
    drafts[place].times = [(Hours(1, 2), stage, HERE)]
    assert codes(drafts, "all") == ["PHR-014"]


def test_what_is_said_last_may_be_of_the_last_or_of_the_whole() -> None:
    last = seen("person")
    last.filters, last.late = [RED], [(RED, HERE)]
    _, (fault,) = joined(FR, [seen("car"), last], ("then",), HERE)
    assert fault.values["first"] == "voiture puis (personne haut rouge)"
    assert fault.values["second"] == "(voiture puis personne) haut rouge"
    last.negated = True
    _, (fault,) = joined(FR, [seen("car"), last], ("all",), HERE)
    assert fault.values["second"] == "(voiture sauf (personne)) haut rouge"


def test_cameras_said_first_may_be_of_the_first_or_of_the_whole() -> None:
    first = seen("car")
    first.cameras, first.said, first.stages = ("3",), {"camera": HERE}, {"camera": LEAD}
    _, (fault,) = joined(FR, [first, seen("bus")], ("then",), HERE)
    assert fault.values["first"] == "(voiture caméra 3) puis bus"
    assert fault.values["second"] == "(voiture puis bus) caméra 3"
    other = seen("bus")
    other.cameras = ("4",)
    assert codes([first, other], "then") == []


def test_classes_joined_by_or_in_a_part_have_two_readings() -> None:
    listed = Draft("seen", classes=("car", "bus"), listed=HERE)
    assert codes([seen("person"), listed], "all") == ["PHR-007"]
