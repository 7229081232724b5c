import pytest
from pytestqt.qtbot import QtBot

from app.state.lanes import coverage_of, lanes_of
from app.theme import THEMES, Scheme, Theme
from app.widgets.lane_board import NAMES, LaneBoard, Scene
from app.widgets.lane_painter import COMPACT, NORMAL
from tests.app.laid import SECOND, footage, sheet
from tests.desk.scene import START
from vsa_core.domain.coverage import Covered, Level, Looked
from vsa_core.domain.moment import Window

SPAN = Window(START, START + 600 * SECOND)
CAMERAS = tuple(f"cam {n}" for n in range(40))
LANES = lanes_of(
    [
        sheet(footage("a.mp4", camera=camera), (0, 600, Looked.LOOKED, Level.FULL))
        for camera in CAMERAS
    ],
    (),
    None,
).lanes


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> LaneBoard:
    """Forty lanes, five of them on the screen, one second a pixel."""
    made = LaneBoard(theme)
    qtbot.addWidget(made)
    made.resize(NAMES + 600, NORMAL.height * 5)
    made.show_scene(Scene(LANES, {}, None, 1, SPAN))
    return made


def test_a_place_and_an_instant_agree(board: LaneBoard) -> None:
    assert board.at(NAMES) == START
    assert board.at(NAMES + 300) == START + 300 * SECOND
    assert board.x_of(START + 300 * SECOND) == NAMES + 300


def test_only_the_lanes_on_the_screen_are_painted(board: LaneBoard) -> None:
    assert board.rows() == range(6)
    board.top = NORMAL.height * 20 + 3
    assert board.rows() == range(20, 26)
    board.top = board.content_height - board.height()
    assert board.rows().stop == 40


def test_a_place_is_on_a_lane(board: LaneBoard) -> None:
    assert board.row_at(0) == 0
    assert board.row_at(NORMAL.height) == 1
    board.top = 10
    assert board.row_at(NORMAL.height - 9) == 1
    assert board.row_box(1).y() == NORMAL.height - 10
    board.show_scene(Scene(LANES[:1], {}, None, 2, SPAN))
    board.top = 0
    assert board.row_at(NORMAL.height + 1) is None


def test_low_lanes_show_more(board: LaneBoard) -> None:
    board.set_compact(True)
    assert board.compact
    assert board.pitch == COMPACT.height
    assert len(board.rows()) > 6
    board.set_compact(False)
    assert board.pitch == NORMAL.height


def test_an_end_of_the_selection_can_be_held(board: LaneBoard) -> None:
    chosen = Window(START + 100 * SECOND, START + 200 * SECOND)
    board.show_scene(Scene(LANES, {}, None, 1, SPAN, selection=chosen))
    assert board.edge_near(NAMES + 102) == chosen.end
    assert board.edge_near(NAMES + 198) == chosen.start
    assert board.edge_near(NAMES + 150) is None
    board.show_scene(Scene(LANES, {}, None, 1, SPAN))
    assert board.edge_near(NAMES + 102) is None


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_cursor_and_the_brackets_are_seen_over_the_lanes(qtbot: QtBot, scheme: Scheme) -> None:
    theme = THEMES[scheme]
    board = LaneBoard(theme)
    qtbot.addWidget(board)
    board.resize(NAMES + 600, 200)
    board.show_scene(
        Scene(
            LANES[:3],
            {},
            None,
            1,
            SPAN,
            row=1,
            cursor=("cam 0", START + 50 * SECOND),
            selection=Window(START + 100 * SECOND, START + 200 * SECOND),
        )
    )
    image = board.grab().toImage()
    accent = theme.colour("accent")
    for x in (50, 100, 200):
        near = {image.pixelColor(NAMES + x + d, 150).name() for d in (-1, 0, 1)}
        assert accent.name() in near
    assert image.pixelColor(1, NORMAL.height + 10).name() == accent.name(), "the lane we are on"


def test_what_was_not_asked_about_lies_under_a_veil(board: LaneBoard) -> None:
    plain = board.grab().toImage()
    asked = Window(START + 100 * SECOND, START + 500 * SECOND)
    cover = coverage_of([Covered("cam 0", "f", asked.start, asked.end, Looked.LOOKED, Level.FULL)])
    board.show_scene(Scene(LANES, {}, cover, 2, SPAN, asked=asked))
    veiled = board.grab().toImage()
    footage_at, second = NORMAL.footage[0] + 4, NORMAL.height + NORMAL.footage[0] + 4
    inside, before = (NAMES + 300, footage_at), (NAMES + 50, footage_at)
    assert veiled.pixel(*inside) == plain.pixel(*inside)
    assert veiled.pixel(*before) != plain.pixel(*before)
    assert veiled.pixel(NAMES + 300, second) != plain.pixel(NAMES + 300, second), "another camera"


def test_a_chosen_result_is_framed_however_short(board: LaneBoard, theme: Theme) -> None:
    at = START + 300 * SECOND
    board.show_scene(Scene(LANES, {}, None, 1, SPAN, chosen=("cam 1", at, at)))
    image = board.grab().toImage()
    edge = {image.pixelColor(NAMES + 300 + d, NORMAL.height + 16).name() for d in range(-9, -4)}
    assert theme.colour("accent").name() in edge


def test_a_message_stands_where_there_is_nothing(board: LaneBoard) -> None:
    board.message = "Rien"
    with_message = board.grab().toImage()
    board.message = ""
    assert with_message != board.grab().toImage()


def test_the_pixels_are_kept_until_something_else_is_shown(board: LaneBoard) -> None:
    board.hovered = START + 10 * SECOND
    board.grab()
    held = board.picture
    board.show_scene(Scene(LANES, {}, None, 1, SPAN, cursor=("cam 0", START + SECOND)))
    board.grab()
    assert board.picture is held
    board.show_scene(Scene(LANES, {}, None, 2, SPAN))
    board.grab()
    assert board.picture is not held
