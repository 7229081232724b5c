"""Films with a known truth are admitted, indexed and asked like any others, then compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vsa_core.desk.desks import Desks
from vsa_core.domain.assessment import (
    Assessment,
    BoxFigures,
    Clip,
    EventFigures,
    Mistake,
    Subject,
    Tracked,
)
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Refused
from vsa_core.validation.answering import answered, questions
from vsa_core.validation.detecting import Examiner
from vsa_core.validation.labelled_folder import LabelledFolder, read_folder
from vsa_core.validation.mistakes import Album
from vsa_core.validation.private_case import MOTIVE, PrivateCase, private_case
from vsa_core.validation.tools import Tools, named_by
from vsa_core.validation.tracking import check_film, own_tracks, public_tracks


def validate(
    desks: Desks,
    folder: Path,
    case: Path,
    level: Level,
    tools: Tools,
    progress: Progress,
    cancel: Cancel,
) -> Assessment:
    """Measure everything labelled in `folder` (`labelled_folder`), and name every mistake.

    Films are looked at in a case of their own, in the folder `case`, which the
    caller throws away. A sequence without its film is measured on its public
    detections alone; boxes are measured where a detector gives names.
    `progress` hears of one stage after the other: milliseconds of footage, then
    pictures. Raises Refused: VAL-040 when there is nothing labelled, VAL-041
    once `cancel` says so, VAL-042 when there are boxes alone and no detector;
    and what reading truth and films raises.
    """
    labelled = read_folder(folder)

    def begun() -> _Work:
        return _Work(desks, labelled, tools.subject(level), tools, progress, cancel)

    if labelled.films:
        # An installation is founded in an empty folder: before anything is opened for it.
        with private_case(desks, case, labelled.films) as opened:
            work = begun()
            work.films(opened)
    else:
        work = begun()
        if not (labelled.sequences or work.subject.named):
            raise Refused("VAL-042", folder=labelled.name)
    work.tracks()
    if work.subject.named:
        work.detections()
    return work.assessment()


@dataclass(frozen=True, slots=True)
class _Looked:
    """What became of one film: its digest, and microseconds by fate."""

    digest: str
    fates: Mapping[Looked, int]

    def clip(self, name: str, truth: str, pictures: int) -> Clip:
        return Clip(
            name=name,
            digest=self.digest,
            truth=truth,
            looked=self.fates.get(Looked.LOOKED, 0),
            skipped=self.fates.get(Looked.SKIPPED, 0),
            undecodable=self.fates.get(Looked.UNDECODABLE, 0),
            pictures=pictures,
            calm=self.fates.get(Looked.CALM, 0),
        )


@dataclass(slots=True)
class _Work:
    """One validation, stage by stage, and what each stage found."""

    desks: Desks
    labelled: LabelledFolder
    subject: Subject
    tools: Tools
    progress: Progress
    cancel: Cancel
    looked: dict[str, _Looked] = field(default_factory=dict)
    events: list[EventFigures] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    unpictured: int = 0
    own: dict[str, Tracked] = field(default_factory=dict)
    tracked: list[Tracked] = field(default_factory=list)
    boxes: list[BoxFigures] = field(default_factory=list)
    sets: list[Clip] = field(default_factory=list)

    def films(self, case: PrivateCase) -> None:
        """Look at the films, ask every question, and hold the tracks against their truth."""
        sequences = [one for one in self.labelled.sequences if one.path is not None]
        for one in sequences:
            check_film(case, one)
        asked = questions(case, self.labelled.truths)
        self._index(case)
        album = Album(case)
        for question in asked:
            self._poll()
            told = answered(case, question)
            self.events.append(told.figures)
            album.add(told, self._poll)
        self.mistakes, self.unpictured = album.mistakes, album.unpictured
        for one in sequences:
            self._poll()
            self.own[one.clip] = own_tracks(case, one)

    def tracks(self) -> None:
        """The tracks of every sequence: its film's, then those of its public detections."""
        for one in self.labelled.sequences:
            self._poll()
            if one.clip in self.own:
                self.tracked.append(self.own[one.clip])
            if len(one.sequence.detections):
                self.tracked.append(public_tracks(one, self.tools))

    def detections(self) -> None:
        """The boxes that the detector finds in sequences with a film and in labelled pictures."""
        sequences = [one for one in self.labelled.sequences if one.path is not None]
        watch = self.tools.watch() if sequences or self.labelled.sets else None
        if watch is None:
            return
        examiner = Examiner(watch, named_by(self.subject))
        for one in sequences:
            self.boxes += examiner.sequence(one, self._reached(one.clip))
        for pictures in self.labelled.sets:
            clip, figures = examiner.pictures(pictures, self._reached(pictures.clip))
            self.sets.append(clip)
            self.boxes += figures

    def assessment(self) -> Assessment:
        """Everything that was found."""
        return Assessment(
            folder=self.labelled.name,
            made=self.desks.health.now(),
            subject=self.subject,
            clips=tuple(self._clips()),
            events=tuple(self.events),
            mistakes=tuple(self.mistakes),
            unpictured=self.unpictured,
            tracked=tuple(self.tracked),
            boxes=tuple(self.boxes),
        )

    def _index(self, case: PrivateCase) -> None:
        level = self.subject.level
        indexed = case.desks.indexing.index(
            case.who, case.where, level, (), MOTIVE, self.progress, self.cancel
        )
        if indexed.cancelled:
            raise Refused("VAL-041")
        fates = case.fates()
        self.looked = {
            camera: _Looked(film.digest, fates[camera]) for camera, film in case.films.items()
        }

    def _clips(self) -> Iterator[Clip]:
        for truth in self.labelled.truths:
            yield self.looked[truth.camera].clip(truth.clip, truth.digest, 0)
        for one in self.labelled.sequences:
            looked = self.looked.get(one.camera, _Looked("", {}))
            pictures = one.sequence.length if one.path is not None and self.subject.named else 0
            yield looked.clip(one.clip, one.sequence.digest, pictures)
        yield from self.sets
        for unseen in self.labelled.sets[len(self.sets) :]:
            yield Clip(unseen.clip, "", unseen.boxes.digest, 0, 0, 0, 0)

    def _reached(self, clip: str) -> Callable[[int, int], None]:
        def reached(done: int, total: int) -> None:
            self._poll()
            self.progress(done, total, clip)

        return reached

    def _poll(self) -> None:
        if self.cancel():
            raise Refused("VAL-041")
