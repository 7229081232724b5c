"""Labelled pictures before the detector, and what it finds in them held against their labels."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from vsa_core.domain.assessment import BoxFigures, Clip
from vsa_core.domain.objects import PERSON
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.errors import Unreadable
from vsa_core.intake.opening import visible_name
from vsa_core.validation.agreement import check_length, check_size
from vsa_core.validation.coco import BoxSet
from vsa_core.validation.labelled_folder import LabelledPictures, LabelledSequence
from vsa_core.validation.labels import labels_of
from vsa_core.validation.scoreboard import Scoreboard
from vsa_core.validation.watching import Watch

Reached = Callable[[int, int], None]
"""Hears how many pictures of how many are done; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Examiner:
    """Who looks at labelled pictures: the detector, and the class numbers that it tells."""

    watch: Watch
    named: frozenset[int]

    def sequence(self, one: LabelledSequence, reached: Reached) -> tuple[BoxFigures, ...]:
        """The people of every picture of a sequence's film.

        Raises Unreadable (VAL-010) when other pictures can be decoded than are
        labelled.
        """
        assert one.path is not None
        labels = labels_of(one.sequence)
        board = Scoreboard(frozenset({PERSON}), self.named)
        count = 0
        with self.watch.film(one.path) as screening:
            for count, seen in enumerate(screening.pictures(_first(len(labels))), 1):
                reached(count, len(labels))
                if seen is not None:
                    board.add(labels[count - 1], seen)
        check_length(visible_name(one.path), len(labels), count)
        return board.figures(one.clip)

    def pictures(
        self, one: LabelledPictures, reached: Reached
    ) -> tuple[Clip, tuple[BoxFigures, ...]]:
        """A set of labelled pictures.

        Raises Unreadable: VAL-011 (a size that is not the labelled one),
        VAL-027 (no picture), VAL-028 (a picture that its film does not have).
        """
        boxes = one.boxes
        board = Scoreboard(boxes.classes, self.named)
        if boxes.film is None:
            name = self._stills(boxes, board, reached)
        else:
            name = self._film(boxes, boxes.film, board, reached)
        clip = Clip(one.clip, name, boxes.digest, 0, 0, 0, len(boxes.pictures))
        return clip, board.figures(one.clip)

    def _stills(self, boxes: BoxSet, board: Scoreboard, reached: Reached) -> str:
        digests: list[Canonical] = []
        for count, picture in enumerate(boxes.pictures, 1):
            assert picture.path is not None
            still = self.watch.still(picture.path)
            check_size(picture.name, picture.size, still.size)
            board.add(picture.labels, still.seen)
            digests.append([picture.name, still.digest])
            reached(count, len(boxes.pictures))
        return digest(digests)

    def _film(self, boxes: BoxSet, film: Path, board: Scoreboard, reached: Reached) -> str:
        wanted = {picture.frame: picture for picture in boxes.pictures}
        last, count = max(wanted), 0
        with self.watch.film(film) as screening:
            for picture in boxes.pictures:
                check_size(boxes.name, picture.size, screening.size)
            shown = islice(screening.pictures(frozenset(wanted)), last)
            for count, seen in enumerate(shown, 1):
                reached(count, last)
                if seen is not None:
                    board.add(wanted[count].labels, seen)
        if count < last:
            raise Unreadable("VAL-028", name=boxes.name, frame=last, length=count)
        return screening.digest


def _first(count: int) -> frozenset[int]:
    return frozenset(range(1, count + 1))
