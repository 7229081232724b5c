"""How many there would be: a question recorded and answered in full, of which only counts leave."""

from dataclasses import dataclass

from vsa_core.desk.asking import Question, Telling
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.query import Query
from vsa_core.errors import Fault
from vsa_core.search.run import Batch, Failure
from vsa_core.search.tally import tally


@dataclass(frozen=True, slots=True)
class CameraCount:
    """How many hits one camera has."""

    camera: str
    hits: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits a question has, in all and on each camera asked, and what was looked at.

    A sequence counts for the camera of its first event. `answer`: the number
    of the question among the records of the journal.
    """

    query: Query
    total: int
    cameras: tuple[CameraCount, ...]
    coverage: Coverage
    failures: tuple[Failure, ...]
    answer: int


def counted(question: Question, telling: Telling) -> Count:
    """The counts of a question, recorded before they are given."""
    plan = question.plan
    try:
        found = tally(plan, question.receipt, question.case.shelf)
        total = sum(found.cameras.values())
        telling.record(Batch((), "", True, found.coverage, found.failures), total)
    except Fault as fault:
        telling.end(fault.code)
        raise
    finally:
        telling.end("stopped")
    cameras = tuple(CameraCount(camera, hits) for camera, hits in found.cameras.items())
    answer = question.receipt.number
    return Count(plan.query, total, cameras, found.coverage, found.failures, answer)
