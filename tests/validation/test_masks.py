"""Bare heads are counted against the labels, in exports and on the screen, worst first."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from tests.desk.records import quiet
from tests.desk.scene import CHEAP, HEIGHT, WIDTH, settings
from tests.validation.labelled_films import FIRST, LAST, with_tracks
from vsa_core import engine
from vsa_core.domain.coverage import Level
from vsa_core.validation.labelled_folder import LabelledSequence, read_folder
from vsa_core.validation.masks import COVERED, EXPORT, SCREEN, Masked, head_of, masks_of
from vsa_core.validation.mot import Rows
from vsa_core.validation.private_case import MOTIVE, PrivateCase, private_case


@pytest.fixture(scope="module")
def looked(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PrivateCase, LabelledSequence]]:
    """A walker's film, looked at, and its labels."""
    folder = tmp_path_factory.mktemp("masks")
    with_tracks(folder / "films" / "walk")
    labelled = read_folder(folder / "films")
    desks = engine.desks(settings(folder / "home"), CHEAP)
    with private_case(desks, folder / "case", labelled.films) as case:
        desks.indexing.index(case.who, case.where, Level.FULL, (), MOTIVE, quiet, lambda: False)
        yield case, labelled.sequences[0]


def measured(looked: tuple[PrivateCase, LabelledSequence], truth: Rows) -> dict[str, Masked]:
    case, one = looked
    labelled = replace(one, sequence=replace(one.sequence, truth=truth))
    found = masks_of(case, labelled, Level.FULL, quiet, lambda: False)
    return {masked.way: masked for masked in found}


def test_a_walker_in_plain_sight_is_masked_both_ways(
    looked: tuple[PrivateCase, LabelledSequence],
) -> None:
    found = measured(looked, looked[1].sequence.truth)
    assert set(found) == {EXPORT, SCREEN}
    for masked in found.values():
        assert (masked.heads, masked.bare, masked.share) == (LAST - FIRST + 1, (), 0.0)
        assert 0 < masked.filled < 0.1


def test_a_label_where_nobody_is_masked_is_bare_and_a_row_that_does_not_count_is_not(
    looked: tuple[PrivateCase, LabelledSequence],
) -> None:
    boxes = np.array([[20.0, 20, 24, 70], [6.0 * 25, 82, 24, 70], [20.0, 20, 24, 70]])
    frames = np.array([FIRST + 25, FIRST + 25, FIRST + 26])
    truth = Rows(frames, np.array([5, 6, 5]), boxes, np.array([1.0, 1.0, 0.0]))
    for masked in measured(looked, truth).values():
        (bare,) = masked.bare
        assert (bare.frame, bare.number, bare.share) == (FIRST + 25, 5, 0.0)
        assert masked.heads == 2
        assert masked.share == 0.5
        assert bare.share < COVERED


def test_a_head_is_the_top_seventh_of_the_middle_half_within_the_picture() -> None:
    size = (WIDTH, HEIGHT)
    assert head_of(np.array([100.0, 50, 40, 70]), size) == (110, 50, 130, 60)
    left, top, right, bottom = head_of(np.array([-100.0, 50, 40, 70]), size)
    assert left == right == 0
    assert (top, bottom) == (50, 60)
