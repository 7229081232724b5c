"""Small masked pictures of hits: asked for by the page, kept in memory, never on the disk."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.state.session import Session
from app.tasks import Job, Lane
from vsa_core.desk.playing import Thumbnail
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault

PAGE = 24
"""Thumbnails of one desk call, which is one record of the journal."""

KEPT = 600
"""Thumbnails held in memory (about 170 kB each); the ones seen longest ago go first."""

REST = 150
"""Milliseconds for which the list must stand still before its thumbnails are asked for."""


class Thumbnails(QObject):
    """What is known of the thumbnails of hits; one page is on its way at most.

    A list that scrolls by asks for nothing: only what is wanted when it rests
    is decoded and recorded.
    """

    arrived = Signal(object)  # tuple[str, ...]: names of hits
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: OrderedDict[str, QImage] = OrderedDict()
        self._codes: dict[str, str] = {}
        self._wanted: tuple[str, ...] = ()
        self._motive = session.motive
        self._job: Job | None = None
        self._stale: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)

    def picture(self, name: str) -> QImage | None:
        """The thumbnail of a hit, None while there is none."""
        return self._pictures.get(name)

    def code(self, name: str) -> str:
        """Why a hit has no thumbnail; "" when it has one or was not asked for yet."""
        return self._codes.get(name, "")

    def want(self, names: Sequence[str], motive: str) -> None:
        """These hits are on the screen now; what is not known of them is asked for at rest."""
        self._wanted, self._motive = tuple(names), motive
        for name in names:
            if name in self._pictures:
                self._pictures.move_to_end(name)
        if self._missing():
            self._rest.start()

    def forget(self, names: Iterable[str]) -> None:
        """What is masked on these has changed: the old pictures are gone at once."""
        masked_anew = set(names)
        self._stale |= masked_anew
        forgotten = masked_anew & (self._pictures.keys() | self._codes.keys())
        for name in forgotten:
            self._pictures.pop(name, None)
            self._codes.pop(name, None)
        self.arrived.emit(tuple(forgotten))
        if self._missing():
            self._rest.start()

    def clear(self) -> None:
        """Forget every picture, and hear nothing of the page on its way."""
        if self._job is not None:
            self._job.drop()
        self._rest.stop()
        self._job, self._wanted = None, ()
        self._pictures.clear()
        self._codes.clear()

    def _missing(self) -> tuple[str, ...]:
        known = (self._pictures, self._codes)
        return tuple(name for name in self._wanted if not any(name in one for one in known))

    def _ask(self) -> None:
        page = self._missing()[:PAGE]
        if self._job is not None or not page or not self._session.in_case:
            return
        desk, who, where = self._session.desks.playing, self._session.who, self._session.where
        motive = self._motive
        self._stale.clear()
        self._job = self._session.tasks.ask(
            lambda: desk.thumbnails(who, where, page, motive),
            self._take,
            lambda fault: self._not_done(page, fault),
            Lane.STILLS,
        )

    def _take(self, found: tuple[Thumbnail, ...]) -> None:
        for one in found:
            if one.hit in self._stale:
                continue
            if one.picture is None:
                self._codes[one.hit] = one.code
            else:
                self._pictures[one.hit] = _image(one.picture)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self._over(tuple(one.hit for one in found))

    def _not_done(self, page: tuple[str, ...], fault: Fault) -> None:
        self._codes.update(dict.fromkeys(page, fault.code))
        self._over(page)
        self.failed.emit(fault)

    def _over(self, page: tuple[str, ...]) -> None:
        self._job = None
        self.arrived.emit(page)
        self._ask()


def _image(picture: Picture) -> QImage:
    """A copy of its own of an (h, w, 3) BGR picture."""
    held = np.ascontiguousarray(picture)
    height, width = held.shape[:2]
    shown = QImage(held.data, width, height, held.strides[0], QImage.Format.Format_BGR888)
    return shown.copy()
