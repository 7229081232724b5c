from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, settings
from tests.validation.labelled_films import with_events
from vsa_core import engine
from vsa_core.domain.coverage import Level
from vsa_core.errors import WrongUsage
from vsa_core.validation.answering import answered, questions
from vsa_core.validation.labelled_folder import LabelledFolder, read_folder
from vsa_core.validation.private_case import MOTIVE, PrivateCase, private_case


@contextmanager
def opened(folder: Path, films: Path) -> Iterator[tuple[PrivateCase, LabelledFolder]]:
    labelled = read_folder(films)
    desks = engine.desks(settings(folder / "home"), CHEAP)
    with private_case(desks, folder / "case", labelled.films) as case:
        yield case, labelled


def test_an_answer_is_held_against_what_was_seen(tmp_path: Path) -> None:
    with opened(tmp_path, with_events(tmp_path / "films", [4.5, 9.0])) as (case, labelled):
        (asked,) = questions(case, labelled.truths)
        assert [event.at for event in asked.seen] == [4_500_000, 9_000_000]
        case.desks.indexing.index(
            case.who, case.where, Level.FULL, (), MOTIVE, lambda *_: None, lambda: False
        )
        figures = answered(case, asked).figures
    assert (figures.clip, figures.question, figures.kind) == (
        "walk.mp4", "questions[1]", "line_crossing",
    )  # fmt: skip
    assert (figures.matched, figures.missed, figures.false_alarms) == (1, 1, 0)
    assert (figures.looked, figures.tolerance) == (12_000_000, 1_000_000)
    assert figures.mean_error is not None
    assert figures.mean_error == figures.largest_error
    assert (figures.ended, figures.mean_end_error) == (0, None)


def test_what_was_not_looked_at_is_a_miss_over_no_time(tmp_path: Path) -> None:
    with opened(tmp_path, with_events(tmp_path / "films", [4.5])) as (case, labelled):
        (asked,) = questions(case, labelled.truths)
        figures = answered(case, asked).figures
    assert (figures.matched, figures.missed, figures.looked) == (0, 1, 0)


@pytest.mark.parametrize(
    ("times", "length", "code"), [([4.5], 60.0, "EVT-030"), ([13.0], 12.0, "EVT-025")]
)
def test_truth_of_another_film_is_refused_before_it_is_looked_at(
    tmp_path: Path, times: list[float], length: float, code: str
) -> None:
    films = with_events(tmp_path / "films", times, length=length)
    with opened(tmp_path, films) as (case, labelled), pytest.raises(WrongUsage, match=code):
        questions(case, labelled.truths)
