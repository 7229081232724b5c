"""Our player without its window: the calls that the screen makes, masks and counts and all."""

from concurrent.futures import Future, ThreadPoolExecutor

from vsa_core.bench.seeking import WIDTH
from vsa_core.desk.playing import Playing, Reel, Shot
from vsa_core.desk.tickets import InCase, SignedIn


class DeskViewer:
    """Shows an open reel as `app.state.shots` does, its second thread being the lane ahead."""

    def __init__(self, playing: Playing, who: SignedIn, where: InCase, reel: Reel) -> None:
        self._playing, self._who, self._where, self._reel = playing, who, where, reel
        self._ahead = ThreadPoolExecutor(1)
        self._preparing: Future[None] | None = None

    def first(self, place: int) -> bool:
        """The picture, or one beside it."""
        shot = self._glimpse(place)
        return shot is not None and shot.exact

    def exact(self, place: int) -> None:
        """The picture, prepared where it cannot be had at once."""
        shot = self._glimpse(place)
        if shot is None or not shot.exact:
            self._prepare(place, 0).result()
            part = self._reel.parts[0]
            pts = int(part.pts[place])
            self._playing.shot(self._who, self._where, self._reel, part.footage.digest, pts, WIDTH)

    def walk(self, place: int, way: int) -> bool:
        """Whether it is there at once; those on the way are prepared, or it is where it is not."""
        at = self._reel.parts[0].at
        shot = self._glimpse(place, within=abs(int(at[place] - at[place - way])))
        there = shot is not None and shot.exact
        if self._preparing is None or self._preparing.done():
            self._preparing = self._prepare(place, way if there else 0)
        return there

    def close(self) -> None:
        """Wait for what is on its way."""
        self._ahead.shutdown()

    def _glimpse(self, place: int, within: int | None = None) -> Shot | None:
        part = self._reel.parts[0]
        pts = int(part.pts[place])
        return self._playing.glimpse(
            self._who, self._where, self._reel, part.footage.digest, pts, WIDTH, within
        )

    def _prepare(self, place: int, way: int) -> Future[None]:
        part = self._reel.parts[0]
        pts = int(part.pts[place])
        return self._ahead.submit(
            self._playing.warm,
            self._who,
            self._where,
            self._reel,
            part.footage.digest,
            pts,
            WIDTH,
            way=way,
        )
