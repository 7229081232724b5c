"""When each camera recorded: where to go on when the pictures at hand are at their end."""

from collections import defaultdict
from collections.abc import Iterable

from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window


class Recorded:
    """The stretches of corrected time that each camera's files hold, gaps left out."""

    def __init__(self, files: Iterable[Footage] = ()) -> None:
        self._held: dict[str, list[Window]] = defaultdict(list)
        for footage in files:
            self._held[footage.camera] += _stretches(footage)

    def knows(self, camera: str) -> bool:
        """Whether anything is known of a camera."""
        return camera in self._held

    def toward(self, camera: str, at: int, way: int, within: Window) -> int | None:
        """The recorded time nearest to `at`, at it or further that way (+1 later, -1 earlier).

        None when there is none inside `within`. Of a camera that nothing is
        known of, any time may be recorded.
        """
        if not self.knows(camera):
            return at if within.start <= at < within.end else None
        stretches = _clipped(self._held[camera], within)
        if way > 0:
            return min((max(s.start, at) for s in stretches if s.end > at), default=None)
        return max((min(s.end - 1, at) for s in stretches if s.start <= at), default=None)


def _stretches(footage: Footage) -> list[Window]:
    if footage.stream is None:
        return []
    span = footage.stream.span
    gaps = sorted((gap.span for gap in footage.gaps), key=lambda gap: gap.start)
    starts = [span.start, *(gap.end for gap in gaps)]
    ends = [*(gap.start for gap in gaps), span.end]
    bounds = [
        (footage.corrected(s), footage.corrected(e)) for s, e in zip(starts, ends, strict=True)
    ]
    return [Window(start, end) for start, end in bounds if start < end]


def _clipped(stretches: Iterable[Window], within: Window) -> list[Window]:
    return [
        Window(max(s.start, within.start), min(s.end, within.end))
        for s in stretches
        if s.overlaps(within.start, within.end)
    ]
