from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.state.ticks import DAY, HOUR, SECOND, Step, Unit, instant_of
from app.theme import Theme
from app.widgets.local_time import LocalTime
from app.widgets.ruler import Ruler
from vsa_core.domain.moment import Window

PARIS = ZoneInfo("Europe/Paris")
NOON = instant_of(datetime(2024, 11, 21, 12, tzinfo=PARIS))
BACK = instant_of(datetime(2024, 10, 27, 2, fold=1, tzinfo=PARIS))


@pytest.fixture
def ruler(qtbot: QtBot, theme: Theme) -> Ruler:
    """A ruler over one hour, a thousand pixels wide."""
    made = Ruler(theme, LocalTime("fr", PARIS))
    qtbot.addWidget(made)
    made.resize(1000, made.sizeHint().height())
    made.show_window(Window(NOON, NOON + HOUR))
    return made


def turn(ruler: Ruler, x: int, notches: int) -> None:
    """Turn the wheel at a place."""
    at = QPointF(x, 10)
    wheel = QWheelEvent(
        at,
        ruler.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(ruler, wheel)


def test_labels_never_touch(ruler: Ruler) -> None:
    for span in (50_000, SECOND, 60 * SECOND, HOUR, DAY, 14 * DAY, 400 * DAY, 30_000 * DAY):
        ruler.show_window(Window(NOON, NOON + span))
        ruled = ruler.ruling
        widest = ruler.fontMetrics().horizontalAdvance("00:00:00")
        if len(ruled.major) > 1:
            gap = min(b - a for a, b in zip(ruled.major, ruled.major[1:], strict=False))
            assert gap / span * 1000 > widest, span


def test_a_wider_ruler_is_finer(ruler: Ruler) -> None:
    coarse = ruler.step
    ruler.resize(3000, 40)
    assert ruler.step.length < coarse.length


def test_the_date_is_the_first_heading(ruler: Ruler) -> None:
    (at, forms, _), *others = ruler.headings()
    assert at <= NOON
    assert forms[0] == "jeudi 21 novembre 2024"
    assert others == []


def test_a_date_that_stands_is_not_said_again_at_every_second(
    ruler: Ruler, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    ruler.show_window(Window(NOON - 100_000, NOON + 4 * SECOND))
    monkeypatch.setattr(QPainter, "drawText", lambda _, box, flags, text: told.append(text))
    ruler.grab()
    assert [text for text in told if "2024" in text] == ["jeu. 21 nov. 2024, 12:00:00"]
    assert {"12:00:01", "12:00:02", "12:00:03"} <= set(told)


def test_a_change_of_hour_has_a_heading_of_its_own(ruler: Ruler) -> None:
    ruler.show_window(Window(BACK - 3 * HOUR, BACK + 3 * HOUR))
    told = {at: (forms, use) for at, forms, use in ruler.headings()}
    assert told[BACK][1] == "warning"
    assert "winter" in told[BACK][0][-1]
    ruler.show_window(Window(BACK + 100 * DAY, BACK + 160 * DAY))
    assert any("summer" in forms[-1] for _, forms, use in ruler.headings() if use == "warning")


def test_years_need_no_heading(ruler: Ruler) -> None:
    ruler.show_window(Window(NOON - 4000 * DAY, NOON + 4000 * DAY))
    assert ruler.headings() == []
    assert ruler.ruling.step.unit is Unit.YEAR
    assert not ruler.grab().isNull()


def test_the_step_of_the_keyboard_is_the_distance_of_the_fine_strokes(ruler: Ruler) -> None:
    assert ruler.step == ruler.ruling.fine
    assert ruler.step == Step(Unit.EXACT, 60 * SECOND)


def test_dragging_moves_through_time(qtbot: QtBot, ruler: Ruler) -> None:
    told: list[int] = []
    ruler.dragged.connect(told.append)
    qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(500, 30))
    qtbot.mouseMove(ruler, QPoint(400, 30))
    qtbot.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(400, 30))
    qtbot.mouseMove(ruler, QPoint(100, 30))
    assert sum(told) == HOUR // 10


def test_the_wheel_zooms_at_the_pointer(qtbot: QtBot, ruler: Ruler) -> None:
    with qtbot.waitSignal(ruler.zoomed) as zoomed:
        turn(ruler, 250, 2)
    assert zoomed.args == [NOON + HOUR // 4, 1.25**2]


def test_flags_stay_within_the_ruler_and_say_the_day_when_there_are_several(
    ruler: Ruler, theme: Theme
) -> None:
    ruler.cursor_at, ruler.hovered = NOON, NOON + HOUR - 1
    ruler.selection = Window(NOON + 60 * SECOND, NOON + 90 * SECOND)
    image = ruler.grab().toImage()
    accent = theme.colour("accent")
    row = [image.pixelColor(x, image.height() - 8) for x in range(0, 80)]
    assert accent in row
    assert ruler.told(NOON, True) == "12:00:00,000"
    ruler.show_window(Window(NOON, NOON + 3 * DAY))
    assert ruler.told(NOON, True) == "jeu. 21 nov. 2024, 12:00:00"


def test_a_screen_reader_is_told_what_is_ruled(ruler: Ruler) -> None:
    assert ruler.accessibleName() == "jeu. 21 nov. 2024, 12:00:00 – 13:00:00"
