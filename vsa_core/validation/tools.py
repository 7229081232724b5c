"""What the engine hands to the validation room: what is measured, and what shows it things."""

from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.domain.assessment import Subject
from vsa_core.domain.coverage import Level
from vsa_core.domain.objects import class_number
from vsa_core.validation.mot import Labelled, Rows
from vsa_core.validation.watching import Watch


@dataclass(frozen=True, slots=True)
class Tools:
    """The installation under examination; each is opened when it is first needed.

    follow: the public detections of a sequence through the installation's
    tracker; watch: its detector before films and stills, None when motion
    alone looks; subject: what looks at that level, by name and digest.
    """

    follow: Callable[[Labelled], Rows]
    watch: Callable[[], Watch | None]
    subject: Callable[[Level], Subject]


def named_by(subject: Subject) -> frozenset[int]:
    """The class numbers that the detector tells."""
    return frozenset(class_number(name) for name, _ in subject.thresholds)
