"""Films with a known truth are admitted, indexed and asked like any others, then compared."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.indexing import Indexed
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Basis, Framework, Role
from vsa_core.domain.coverage import Coverage, Level, Looked
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.domain.objects import PERSON
from vsa_core.domain.ports import Progress
from vsa_core.domain.query import Query
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.events import Found, Score, found_of, score
from vsa_core.validation.mot import Labelled, Rows, film_of, read_labelled
from vsa_core.validation.tracks import TrackFigures, figures, rows_of_trails, trails_of_tracks
from vsa_core.validation.truth import Question, Truth, expected, read_truth

START = 946_684_800 * MICROSECONDS
"""1 January 2000: where every labelled film is placed in time, since only its length matters."""

DAY = 86_400 * MICROSECONDS
MOTIVE = "M06"
ENDINGS = (".truth.toml", ".truth.json")
FILL = 2 * MICROSECONDS
"""Between two points of a track at most this far apart, its box is interpolated for scoring."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of one clip: how well it was answered, and what was looked at."""

    clip: str
    question: str
    score: Score
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Tracked:
    """The tracks of one labelled sequence; `source` says whose detections they come from."""

    clip: str
    source: str
    frames: int
    figures: TrackFigures


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured in one folder, and with what; `indexed` None when there was no film."""

    answered: tuple[Answered, ...]
    tracked: tuple[Tracked, ...]
    indexed: Indexed | None


@dataclass(frozen=True, slots=True)
class _Film:
    """A film to admit as `camera`, with one truth of it: questions, or a labelled sequence."""

    path: Path
    camera: str
    truth: Truth | None
    sequence: Labelled | None


Follow = Callable[[Labelled], Rows]
"""Runs the public detections of a sequence through the installation's tracker."""


def validate(
    desks: Desks, folder: Path, case: Path, level: Level, follow: Follow, progress: Progress
) -> Report:
    """Measure everything labelled in `folder`, in a case of its own that nobody else enters.

    Events: every ``*.truth.toml`` or ``*.truth.json`` (docs/truth-format.md),
    the clip beside it. Tracks: every folder with a ``seqinfo.ini``
    (MOTChallenge); one that comes without its film is measured on its public
    detections alone. Raises Refused (VAL-040) when there is nothing labelled,
    and what reading truth and films raises.
    """
    sequences = [read_labelled(path.parent) for path in sorted(folder.rglob("seqinfo.ini"))]
    films = tuple(_films(folder, sequences))
    if not films and not sequences:
        raise Refused("VAL-040", folder=str(folder))
    if not films:
        return Report((), tuple(_public(one, follow) for one in sequences), None)
    who, where = _opened(desks, case, tuple(film.camera for film in films))
    footage = {
        camera: _admitted(desks, who, where, path, camera)
        for camera, path in {film.camera: film.path for film in films}.items()
    }
    indexed = desks.indexing.index(who, where, level, (), MOTIVE, progress, lambda: False)
    answered: list[Answered] = []
    tracked: list[Tracked] = []
    for film in films:
        if film.truth is not None:
            answered += _answers(desks, who, where, film, footage[film.camera])
        if film.sequence is not None:
            tracked += _tracks(desks, who, where, film, footage[film.camera], follow)
    tracked += [_public(one, follow) for one in sequences if not film_of(one).is_file()]
    desks.people.sign_out(who)
    return Report(tuple(answered), tuple(tracked), indexed)


def _films(folder: Path, sequences: Sequence[Labelled]) -> Iterator[_Film]:
    """Every truth with its film; a film has a camera of its own, however many truths it has."""
    numbers: dict[Path, int] = {}

    def film(path: Path, truth: Truth | None, sequence: Labelled | None) -> _Film:
        number = numbers.setdefault(path.resolve(), len(numbers) + 1)
        return _Film(path, f"{number} {path.stem}", truth, sequence)

    for path in sorted(p for p in folder.rglob("*") if p.name.endswith(ENDINGS)):
        truth = read_truth(path.read_bytes(), path.name)
        yield film(path.parent / truth.clip, truth, None)
    for sequence in sequences:
        if film_of(sequence).is_file():
            yield film(film_of(sequence), None, sequence)


def _opened(desks: Desks, case: Path, cameras: tuple[str, ...]) -> tuple[SignedIn, InCase]:
    passphrase = secrets.token_hex(16)
    desks.people.add(NewPerson("validation", Role.ANALYST, "Validation", "validation"), passphrase)
    who = desks.people.sign_in("validation", passphrase)
    now = desks.health.now()
    basis = Basis(
        framework=Framework.FLAGRANCE,
        requisition="validation",
        magistrate="validation",
        authorisation="",
        offence="validation",
        cameras=tuple(dict.fromkeys(cameras)),
        window=Window(START, START + 365 * DAY),
        expires=now + DAY,
    )
    where = desks.cases.open(who, str(case), NewCase("validation", basis, (), now + DAY), MOTIVE)
    return who, where


def _admitted(desks: Desks, who: SignedIn, where: InCase, path: Path, camera: str) -> Footage:
    clock = ClockClaim(START, 0, 0, "validation")
    admission = Admission(str(path), camera, "validation", clock)
    footage = desks.footage.admit(who, where, admission, MOTIVE)
    if footage.stream is None:
        raise Unreadable(footage.reason, name=footage.name)
    return footage


def _answers(
    desks: Desks, who: SignedIn, where: InCase, film: _Film, footage: Footage
) -> Iterator[Answered]:
    assert film.truth is not None
    assert footage.stream is not None
    times = desks.footage.picture_times(who, where, footage.digest) - START
    length = (footage.stream.seconds * MICROSECONDS).__floor__()
    for question in film.truth.questions:
        seen = expected(film.truth, question, times, length)
        found, coverage = _asked(desks, who, where, film, question, footage)
        looked = coverage.microseconds(Looked.LOOKED)
        counted = score(seen, found, question.tolerance, looked)
        yield Answered(film.truth.clip, question.name, counted, coverage)


def _asked(
    desks: Desks,
    who: SignedIn,
    where: InCase,
    film: _Film,
    question: Question,
    footage: Footage,
) -> tuple[list[Found], Coverage]:
    asked = question.query
    query = Query(
        kind=asked.kind,
        cameras=(film.camera,),
        classes=asked.classes,
        place=asked.place,
        direction=asked.direction,
        settings=asked.settings,
    )
    found: list[Found] = []
    coverage = Coverage(())
    for batch in desks.queries.ask(who, where, query, MOTIVE):
        found += [found_of(hit, footage) for hit in batch.hits]
        coverage = batch.coverage or coverage
    return found, coverage


def _tracks(
    desks: Desks, who: SignedIn, where: InCase, film: _Film, footage: Footage, follow: Follow
) -> Iterator[Tracked]:
    assert film.sequence is not None
    assert footage.stream is not None
    sequence = film.sequence
    instants = desks.footage.picture_times(who, where, footage.digest)
    size = (footage.stream.width, footage.stream.height)
    (followed,) = desks.viewing.tracks(who, where, film.camera, MOTIVE)
    trails = [t for t in trails_of_tracks(followed.tracks, size) if t.kind == PERSON]
    own = rows_of_trails(trails, instants, FILL)
    length = sequence.length
    within = own.only(own.frame <= length)
    yield Tracked(sequence.name, "own", length, figures(sequence.truth, within, length))
    if len(sequence.detections.frame):
        yield _public(sequence, follow)


def _public(sequence: Labelled, follow: Follow) -> Tracked:
    rows, length = follow(sequence), sequence.length
    return Tracked(sequence.name, "public", length, figures(sequence.truth, rows, length))
