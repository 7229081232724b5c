"""Why there is no picture where a person looks."""

from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.moment import Window
from vsa_core.errors import Fault


class Why(StrEnum):
    """The reasons that a slate tells."""

    OPENING = "opening"
    NOT_LOOKED = "not_looked"  # nobody looked closely: whom to mask is not known
    HOLE = "hole"  # the recording pauses
    NOTHING = "nothing"  # nothing is recorded here
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Absence:
    """A reason, with the pause in corrected time and its code, or the fault that says more."""

    why: Why
    window: Window | None = None
    code: str = ""
    fault: Fault | None = None
