"""The stretch that a person marks with in and out."""

from dataclasses import dataclass

from vsa_core.domain.moment import Window


@dataclass(frozen=True, slots=True)
class Selection:
    """Where a stretch begins and ends, in corrected microseconds; None while it is not marked."""

    start: int | None = None
    end: int | None = None

    @property
    def window(self) -> Window | None:
        """The whole stretch, None until both ends are marked."""
        if self.start is None or self.end is None:
            return None
        return Window(self.start, self.end)

    def began(self, at: int) -> "Selection":
        """It begins at `at`; an end that is not later is forgotten."""
        return Selection(at, self.end if self.end is not None and self.end > at else None)

    def ended(self, at: int) -> "Selection":
        """It ends before `at`; a beginning that is not earlier is forgotten."""
        return Selection(self.start if self.start is not None and self.start < at else None, at)
