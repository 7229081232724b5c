"""The player: one track examined, pictures that cannot be shown, and the timeline under it."""

from dataclasses import replace

from PySide6.QtGui import QPixmap

from tests.app.laid import footage, found, sheet
from tests.desk.scene import START
from tests.screens.answer import answered, looked_at, widest
from tests.screens.rooms import basis
from tests.screens.stage import Stage
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.verdict import Verdict

SECOND = MICROSECONDS
CAMERAS = (
    "01 rue des Lilas",
    "02 marché",
    "03 parking nord",
    "04 parking sud",
    "05 tramway",
    "06 quai A",
    "07 quai B",
    "08 pont Vieux",
    "09 gare routière",
    "10 angle Pasteur",
    "11 Jules-Ferry",
    "12 rond-point",
)


def examine(stage: Stage) -> QPixmap:
    """The mask of one track lifted, on the screen only."""
    front = answered(stage)
    front.bench.hits.choose(widest(front))
    looked_at(stage)
    track = stage.table.player.chosen
    assert track is not None
    front.bench.playback.examine(track, "M02")
    stage.until(lambda: bool(front.bench.playback.examined))
    stage.settle()
    return stage.window()


def not_indexed(stage: Stage) -> QPixmap:
    """Whom to mask is not known."""
    front = stage.case("footage")
    front.bench.playback.go("rue", front.bench.timeline.span.start + 30 * SECOND)
    stage.settle()
    return stage.window()


def unreadable(stage: Stage) -> QPixmap:
    """The recording pauses, or a picture is damaged."""
    front = stage.case("odd")
    lane = next(one for one in front.bench.archive.sheets if one.footage.reason == "SRC-023")
    gap = lane.footage.gaps[0]
    at = lane.footage.corrected((gap.span.start + gap.span.end) // 2)
    front.bench.playback.go(lane.footage.camera, at)
    stage.settle()
    return stage.window()


def zoomed(stage: Stage) -> QPixmap:
    """The timeline close to one result."""
    front = answered(stage)
    at = front.bench.playback.at
    assert at is not None
    front.bench.timeline.show(Window(at - 3 * SECOND, at + 3 * SECOND))
    stage.settle()
    return stage.window()


def many_cameras(stage: Stage) -> QPixmap:
    """Twelve cameras over a night."""
    front = stage.case("indexed")
    timeline = front.bench.timeline
    where = front.session.where
    wide = replace(where.case, basis=basis(cameras=CAMERAS))
    front.session._where = replace(where, case=wide)
    sheets = tuple(one for n, camera in enumerate(CAMERAS) for one in _night(n, camera))
    timeline.set_sheets(sheets)
    marks = tuple(
        found(120 + n * 97 % 13_000, CAMERAS[n * 7 % 12], lasting=n % 3 * 20, track=n)
        for n in range(160)
    )
    kinds = {0: Verdict.MATCH, 1: Verdict.REJECT, 2: Verdict.DOUBT}
    timeline.set_hits(marks, lambda name: kinds.get(int(name[0], 16) % 8))
    stage.settle()
    timeline.fit()
    stage.table._splitters["floors"].setSizes([420, 480])
    stage.settle()
    return stage.window()


def _night(number: int, camera: str) -> list[FootageSheet]:
    """Fifteen files of a quarter of an hour, some missing, some not looked at."""
    made = []
    for part in range(15):
        if (number + part) % 11 == 4:
            continue
        file = footage(f"{camera}-{part}.mp4", START + part * 900 * SECOND, 880, camera=camera)
        looked = Looked.NOT_INDEXED if number == 5 and part > 8 else Looked.LOOKED
        made.append(sheet(file, (0, 880, looked, Level.STANDARD)))
    return made
