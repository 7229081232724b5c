import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.state.lanes import lanes_of
from app.state.marks import Gathering
from app.state.visible import columns
from app.theme import Theme
from app.widgets.overview import NARROWEST, Overview, begun, recorded
from tests.app.laid import SECOND, footage, found, sheet
from tests.desk.scene import START
from vsa_core.domain.moment import Window

WHOLE = Window(START, START + 1000 * SECOND)
LANES = lanes_of(
    [sheet(footage("a.mp4")), sheet(footage("b.mp4", camera="quai", seconds=300))], (), None
).lanes


@pytest.fixture
def overview(qtbot: QtBot, theme: Theme) -> Overview:
    """A strip of a thousand pixels over a thousand seconds."""
    made = Overview(theme)
    qtbot.addWidget(made)
    made.resize(1000, made.sizeHint().height())
    gathering = Gathering()
    gathering.take((found(100), found(101, track=2)), lambda name: None)
    made.show_all(LANES, gathering.marks(), WHOLE, 1)
    made.show_window(Window(START + 200 * SECOND, START + 400 * SECOND))
    return made


def test_it_tells_which_share_of_the_cameras_recorded() -> None:
    share = recorded(LANES, columns(WHOLE, 10))
    assert share.tolist() == [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0, 0, 0, 0]
    assert recorded((), columns(WHOLE, 10)).tolist() == [0.0] * 10


def test_it_counts_the_hits_of_all_cameras() -> None:
    gathering = Gathering()
    gathering.take((found(150), found(160, "quai"), found(950)), lambda name: None)
    counted = begun(gathering.marks().values(), columns(WHOLE, 10))
    assert counted.tolist() == [0, 2, 0, 0, 0, 0, 0, 0, 0, 1]


def test_the_frame_is_where_the_screen_stands(overview: Overview) -> None:
    assert overview.frame().left() == pytest.approx(200, abs=1)
    assert overview.frame().right() == pytest.approx(400, abs=1)


def test_a_frame_is_never_too_narrow_to_be_seen(overview: Overview) -> None:
    overview.show_window(Window(START, START + SECOND // 1000))
    assert overview.frame().width() >= NARROWEST - 1
    assert overview.frame().left() >= 0


def test_a_screen_outside_the_footage_is_shown_too(overview: Overview) -> None:
    far = Window(WHOLE.end + 1000 * SECOND, WHOLE.end + 2000 * SECOND)
    overview.show_window(far)
    assert overview.whole == Window(WHOLE.start, far.end)


def test_pressing_and_dragging_ask_for_another_middle(qtbot: QtBot, overview: Overview) -> None:
    told: list[int] = []
    overview.wanted.connect(told.append)
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=QPoint(500, 5))
    qtbot.mouseMove(overview, QPoint(600, 5))
    assert told[0] == START + 500 * SECOND


def test_a_hit_is_seen_and_a_new_version_is_painted_anew(overview: Overview, theme: Theme) -> None:
    def inked() -> int:
        image = overview.grab().toImage()
        hit = theme.colour("hit")
        return sum(
            image.pixelColor(x, y) != image.pixelColor(50, y)
            for x in range(95, 105)
            for y in range(2, 15)
        ) + int(hit.alpha() == 0)

    assert inked() > 0
    overview.show_all(LANES, {}, WHOLE, 2)
    assert inked() == 0


def test_nothing_at_all_can_be_shown(qtbot: QtBot, theme: Theme) -> None:
    empty = Overview(theme)
    qtbot.addWidget(empty)
    assert not empty.grab().isNull()
    assert empty.accessibleName()
    assert np.array_equal(begun((), columns(WHOLE, 2)), [0, 0])
