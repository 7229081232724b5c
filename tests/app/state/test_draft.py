from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.draft import Asked, Draft, Lack
from tests.app.doorstep import draft
from tests.desk.scene import HOUR, START
from vsa_core.domain.case import Case, Framework
from vsa_core.errors import Refused
from vsa_core.legal.basis import check_case

HERE = Path("/cases/2024-17")

LACKING = [
    ({"number": " "}, {Asked.NUMBER: Lack.MISSING}),
    ({"requisition": ""}, {Asked.REQUISITION: Lack.MISSING}),
    ({"magistrate": "\u00a0"}, {Asked.MAGISTRATE: Lack.MISSING}),
    ({"offence": ""}, {Asked.OFFENCE: Lack.MISSING}),
    ({"offence": "", "framework": Framework.ARTICLE_74, "authorisation": "A1"}, {}),
    ({"framework": Framework.PRELIMINARY}, {Asked.AUTHORISATION: Lack.MISSING}),
    ({"framework": Framework.PRELIMINARY, "authorisation": "A1"}, {}),
    ({"cameras": ()}, {Asked.CAMERAS: Lack.MISSING}),
    ({"cameras": ("rue", " ")}, {Asked.CAMERAS: Lack.MISSING}),
    ({"cameras": ("rue", "rue ")}, {Asked.CAMERAS: Lack.TWICE}),
    ({"end": START}, {Asked.WINDOW: Lack.BACKWARDS}),
    ({"expires": START}, {Asked.EXPIRES: Lack.PAST}),
    ({"erase_by": START}, {Asked.ERASE_BY: Lack.PAST}),
    ({"folder": ""}, {Asked.FOLDER: Lack.MISSING}),
    ({"folder": "cases/17"}, {Asked.FOLDER: Lack.NOT_WHOLE}),
    ({"motive": ""}, {Asked.MOTIVE: Lack.MISSING}),
]


@pytest.mark.parametrize(("changes", "lacks"), LACKING)
def test_what_a_draft_lacks_is_told_by_field(
    changes: dict[str, object], lacks: dict[Asked, Lack]
) -> None:
    assert draft(HERE, **changes).lacks(START) == lacks


def test_what_is_lacking_comes_in_the_order_in_which_it_is_asked() -> None:
    empty = draft(HERE, number="", offence="", cameras=(), folder="", motive="", end=START)
    lacking = list(empty.lacks(START))
    assert lacking == sorted(lacking, key=list(Asked).index)
    assert len(lacking) == 6


def test_an_authorisation_deemed_given_is_not_invented() -> None:
    typed = draft(HERE, authorisation="typed before the framework was changed")
    assert typed.basis().authorisation == ""
    assert replace(typed, framework=Framework.ROGATORY).basis().authorisation.startswith("typed")


def test_spaces_around_what_was_typed_are_not_kept() -> None:
    basis = draft(HERE, requisition=" R1 ", magistrate=" X\t", cameras=(" rue",)).basis()
    assert (basis.requisition, basis.magistrate, basis.cameras) == ("R1", "X", ("rue",))


texts = st.sampled_from(["", " ", "x", " y "])
times = st.integers(START - HOUR, START + HOUR)
drafts = st.builds(
    Draft,
    number=texts,
    framework=st.sampled_from(Framework),
    requisition=texts,
    magistrate=texts,
    authorisation=texts,
    offence=texts,
    cameras=st.lists(texts, max_size=3).map(tuple),
    start=times,
    end=times,
    expires=times,
    erase_by=times,
    people=st.just(()),
    folder=st.just("/cases/17"),
    motive=st.just("M01"),
)


def refused(typed: Draft) -> bool:
    """Whether the law says no, where a window could be made at all."""
    basis = typed.basis()
    case = Case(typed.number.strip(), basis, ("alice",), typed.erase_by, START, "alice")
    try:
        check_case(case)
    except Refused:
        return True
    return False


@given(drafts)
def test_the_law_refuses_what_lacks_something_and_nothing_else(typed: Draft) -> None:
    lacks = typed.lacks(START)
    if Asked.WINDOW in lacks:
        assert typed.end <= typed.start
    else:
        assert refused(typed) == bool(lacks)
