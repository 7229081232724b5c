"""The tracks of labelled sequences, by the installation's eyes and by published detections."""

from vsa_core.domain.assessment import OWN, PUBLIC, Tracked
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.objects import PERSON
from vsa_core.validation.agreement import check_length, check_size
from vsa_core.validation.labelled_folder import LabelledSequence
from vsa_core.validation.mot import Rows
from vsa_core.validation.private_case import MOTIVE, START, PrivateCase
from vsa_core.validation.tools import Tools
from vsa_core.validation.tracks import figures, rows_of_trails, trails_of_tracks

FILL = 2 * MICROSECONDS
"""Between two points of a track at most this far apart, its box is interpolated for scoring."""


def check_film(case: PrivateCase, one: LabelledSequence) -> None:
    """Unreadable unless the film has as many pictures (VAL-010), as large (VAL-011), as is told."""
    sequence, stream = one.sequence, case.stream(one.camera)
    name = case.films[one.camera].name
    check_length(name, sequence.length, len(case.picture_times(one.camera)))
    check_size(name, sequence.size, (stream.width, stream.height))


def own_tracks(case: PrivateCase, one: LabelledSequence) -> Tracked:
    """The people that the index followed, held against the truth."""
    stream = case.stream(one.camera)
    (followed,) = case.desks.viewing.tracks(case.who, case.where, one.camera, MOTIVE)
    trails = trails_of_tracks(followed.tracks, (stream.width, stream.height))
    people = [trail for trail in trails if trail.kind == PERSON]
    rows = rows_of_trails(people, case.picture_times(one.camera) + START, FILL)
    return _tracked(one, OWN, rows)


def public_tracks(one: LabelledSequence, tools: Tools) -> Tracked:
    """The tracks that the installation's tracker makes of the published detections."""
    return _tracked(one, PUBLIC, tools.follow(one.sequence))


def _tracked(one: LabelledSequence, source: str, rows: Rows) -> Tracked:
    truth, length = one.sequence.truth, one.sequence.length
    return Tracked(one.clip, source, length, figures(truth, rows, length))
