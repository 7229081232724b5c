"""The usual directions of travel on a camera: a recorded question whose answer is a flow."""

from collections.abc import Iterator
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.asking import Telling
from vsa_core.domain.case import Act, Grant
from vsa_core.domain.footage import recordings
from vsa_core.domain.geometry import Flow
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import Fault
from vsa_core.events.flow_learning import learnt

FLOW = "flow"
"""The kind of such a question in the journal; no event is of it."""


@dataclass(frozen=True, slots=True)
class LearntFlow:
    """A flow to be shown before it is asked with, and what it rests on.

    support: 64 numbers, the tracks that went through each cell; agreement: 64
    numbers, per mille, how far their directions agree.
    """

    camera: str
    flow: Flow
    support: tuple[int, ...]
    agreement: tuple[int, ...]

    def fields(self) -> dict[str, Canonical]:
        """The flow as canonical fields; its digest stands in the journal."""
        return {
            "camera": self.camera,
            "flow": list(self.flow.cells),
            "support": list(self.support),
            "agreement": list(self.agreement),
        }


def question_of(camera: str, window: Window | None) -> Query:
    """The question as a value; nothing but its camera and its window."""
    return Query(FLOW, cameras=(camera,), window=window)


def learnt_flow(archive: Archive, grant: Grant, query: Query, telling: Telling) -> LearntFlow:
    """What the tracks of the camera within the grant teach, recorded before it is given."""
    (camera,) = grant.cameras
    try:
        found = learnt(_films(archive, grant, camera), query, grant.window)
        told = LearntFlow(camera, found.flow, found.support, found.agreement)
        telling.write(Act.RESULT, {"hits": 0, "running": digest(told.fields())})
    except Fault as fault:
        telling.end(fault.code)
        raise
    finally:
        telling.end("stopped")
    return told


def _films(archive: Archive, grant: Grant, camera: str) -> Iterator[Tracks]:
    window, shelf = grant.window, archive.shelf()
    wanted = Wanted(start=window.start, end=window.end) if window else Wanted()
    for recording in recordings(archive.catalogue.footage.of_camera(camera)):
        yield shelf.tracks(recording, wanted)
