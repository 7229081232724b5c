"""Pictures lately decoded, kept within a budget of bytes so that stepping back is cheap."""

from collections import OrderedDict

from vsa_core.decode.frame import PyavFrame


class PictureCache:
    """Positions to pictures; the least lately used leave first."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._kept: OrderedDict[int, PyavFrame] = OrderedDict()

    def get(self, position: int) -> PyavFrame | None:
        """The picture at `position`, if it is still here."""
        frame = self._kept.get(position)
        if frame is not None:
            self._kept.move_to_end(position)
        return frame

    def put(self, position: int, frame: PyavFrame) -> None:
        """Keep a picture, and let go of what no longer fits (always but for this one)."""
        old = self._kept.pop(position, None)
        self._held += frame.weight - (old.weight if old else 0)
        self._kept[position] = frame
        while self._held > self._budget and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._held -= gone.weight

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self._held = 0
