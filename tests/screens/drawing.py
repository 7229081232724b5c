"""Draws the pictures of one scale, one after the other."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from tests.screens.ink import save
from tests.screens.picture import Picture
from tests.screens.rooms import Rooms
from tests.screens.stage import Stage
from tests.screens.table import PICTURES, page
from vsa_core.offline import close_network

_RAISED: list[BaseException] = []
"""What slots raised while a picture was drawn: Qt prints it and goes on."""


def _heard(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _RAISED.append(error)
    sys.__excepthook__(kind, error, trace)


def draw(folder: Path, place: Path, only: Sequence[str], scale: int) -> int:
    """Draw the pictures of that scale, all or those named, and write their page; 1 if one fails."""
    sys.excepthook = _heard
    close_network()  # as the program does: the diagnosis tells of it
    application = QApplication(["relecture"])
    application.setApplicationName("Relecture")
    application.setQuitOnLastWindowClosed(False)
    application.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    rooms = Rooms(place / ".rooms", place)
    wanted = [one for one in PICTURES if one.scale == scale and (not only or one.name in only)]
    failed = [one.name for one in wanted if not _drawn(application, rooms, one, folder)]
    if failed:
        print("not drawn:", *failed, file=sys.stderr)
    (folder / "README.md").write_text(page(), "utf-8")
    return 1 if failed else 0


def _drawn(application: QApplication, rooms: Rooms, picture: Picture, folder: Path) -> bool:
    stage = Stage(application, rooms, picture)
    _RAISED.clear()
    try:
        drawn = picture.draw(stage)
        if _RAISED:
            raise _RAISED[0]
        save(drawn, folder / f"{picture.name}.png")
    except Exception as error:  # noqa: BLE001  # the other pictures are still wanted
        print(f"{picture.name}: {error!r}", file=sys.stderr)
        return False
    finally:
        stage.close()
    print(picture.name, flush=True)
    return True
