"""Pictures lately decoded, within a budget of bytes, so that stepping to and fro is cheap."""

from collections.abc import Callable, Iterable

from vsa_core.decode.kept import Kept

NEAR = 100
"""Pictures from where one looks that are worth scaling down, rather than let go of."""


class PictureCache:
    """Positions to pictures, those that were shown in the size in which they are shown.

    Where they no longer fit, those far from the focus leave first; then those
    that were only decoded in passing are scaled down, the farthest first; then
    the farthest leave.
    """

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = self._focus = 0
        self._small: Callable[[Kept], Kept] = _as_it_is
        self._kept: dict[int, Kept] = {}
        self._whole: set[int] = set()

    def fit(self, small: Callable[[Kept], Kept]) -> None:
        """Scale pictures down like this from now on; those scaled otherwise are forgotten."""
        self.clear()
        self._small = small

    def focus(self, position: int) -> None:
        """Where one looks from now on."""
        self._focus = position

    def holds(self, position: int) -> bool:
        """Whether the picture at `position` is still here."""
        return position in self._kept

    def get(self, position: int) -> Kept | None:
        """The picture at `position`, scaled down, if it is still here."""
        if position in self._whole:
            self._shrink(position)
        return self._kept.get(position)

    def nearest(self, position: int, among: range) -> Kept | None:
        """The picture nearest to `position` of those at the positions `among`, scaled down."""
        here = [one for one in self._kept if one in among]
        return self.get(min(here, key=lambda one: abs(one - position))) if here else None

    def put(self, position: int, frame: Kept) -> None:
        """Keep a picture as it was decoded, as long as it fits."""
        self._drop(position)
        self._kept[position] = frame
        self._whole.add(position)
        self._held += frame.weight
        while self._held > self._budget and len(self._kept) > 1:
            self._make_room()

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()
        self._whole.clear()
        self._held = 0

    def _make_room(self) -> None:
        farthest = self._farthest(self._kept)
        if self._whole and self._distance(farthest) <= NEAR:
            self._shrink(self._farthest(self._whole))
        else:
            self._drop(farthest)

    def _shrink(self, position: int) -> None:
        whole = self._kept[position]
        self._kept[position] = small = self._small(whole)
        self._held += small.weight - whole.weight
        self._whole.remove(position)

    def _drop(self, position: int) -> None:
        gone = self._kept.pop(position, None)
        self._whole.discard(position)
        self._held -= gone.weight if gone else 0

    def _farthest(self, among: Iterable[int]) -> int:
        return max(among, key=self._distance)

    def _distance(self, position: int) -> int:
        return abs(position - self._focus)


def _as_it_is(frame: Kept) -> Kept:
    return frame
