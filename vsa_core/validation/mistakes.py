"""Every miss and every false alarm, with the masked picture of its instant, up to a bound."""

from collections.abc import Callable, Iterable

from vsa_core.domain.assessment import Mistake
from vsa_core.validation.answering import Answered
from vsa_core.validation.pictures import picture_at
from vsa_core.validation.private_case import PrivateCase

MOST_PICTURES = 200
"""Pictures of one assessment: they are held in memory, and nobody looks at more."""


class Album:
    """The mistakes of one assessment; `unpictured` of them came after the last picture."""

    def __init__(self, case: PrivateCase) -> None:
        self._case = case
        self._left = MOST_PICTURES
        self.mistakes: list[Mistake] = []
        self.unpictured = 0

    def add(self, answered: Answered, poll: Callable[[], None]) -> None:
        """Put in the mistakes of one answer; `poll` is called before each, and may raise."""
        for miss in answered.score.missed:
            poll()
            self._put(answered, True, miss.at, miss.direction, miss.note)
        for alarm in answered.score.false_alarms:
            poll()
            self._put(answered, False, alarm.at, _told(alarm.directions), "")

    def _put(self, answered: Answered, missed: bool, at: int, direction: str, note: str) -> None:
        film, question = answered.asked.film, answered.asked.question
        mistake = Mistake(
            clip=film.clip,
            question=question.name,
            kind=question.query.kind,
            missed=missed,
            at=at,
            direction=direction,
            note=note,
            picture=self._picture(film.camera, at),
        )
        self.mistakes.append(mistake)

    def _picture(self, camera: str, at: int) -> bytes:
        if not self._left:
            self.unpictured += 1
            return b""
        self._left -= 1
        case = self._case
        return picture_at(case.desks, case.who, case.where, camera, case.films[camera], at)


def _told(directions: Iterable[str]) -> str:
    return " ".join(sorted(directions))
