"""Questions about labelled films, asked like anyone's, their answers held against the truth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vsa_core.domain.assessment import EventFigures
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.validation.events import Found, Score, found_of, score
from vsa_core.validation.labelled_folder import FilmTruth
from vsa_core.validation.private_case import MOTIVE, PrivateCase
from vsa_core.validation.truth import Expected, Question, expected


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about one film, with the events that were seen, placed in time."""

    film: FilmTruth
    question: Question
    seen: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its score."""

    asked: Asked
    score: Score

    @property
    def figures(self) -> EventFigures:
        """The score in figures."""
        told, question = self.score, self.asked.question
        return EventFigures(
            clip=self.asked.film.clip,
            question=question.name,
            kind=question.query.kind,
            tolerance=question.tolerance,
            matched=len(told.matches),
            missed=len(told.missed),
            false_alarms=len(told.false_alarms),
            looked=told.looked,
            mean_error=told.mean_error,
            largest_error=told.largest_error,
            ended=told.ended,
            mean_end_error=told.mean_end_error,
        )


def questions(case: PrivateCase, films: Sequence[FilmTruth]) -> tuple[Asked, ...]:
    """Every question, held against the length of its film before anything is looked at.

    Raises WrongUsage (EVT-025, EVT-028, EVT-030) where the truth is of another film.
    """
    asked = []
    for film in films:
        times = case.picture_times(film.camera)
        length = (case.stream(film.camera).seconds * MICROSECONDS).__floor__()
        for question in film.truth.questions:
            seen = expected(film.truth, question, times, length)
            asked.append(Asked(film, question, seen))
    return tuple(asked)


def answered(case: PrivateCase, asked: Asked) -> Answered:
    """Ask one question, and score what was found."""
    film = asked.film
    found: list[Found] = []
    coverage = Coverage(())
    query = replace(asked.question.query, cameras=(film.camera,))
    for batch in case.desks.queries.ask(case.who, case.where, query, MOTIVE):
        found += [found_of(hit, case.films[film.camera]) for hit in batch.hits]
        coverage = batch.coverage or coverage
    looked = coverage.microseconds(Looked.LOOKED) + coverage.microseconds(Looked.CALM)
    return Answered(asked, score(asked.seen, found, asked.question.tolerance, looked))
