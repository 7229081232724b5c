from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.state.drawing import Drawing
from tests.app.inquiry import LINE, ZONE
from vsa_core.domain.geometry import Line, Place, Point


def line(number: int) -> Line:
    return Line(Point(number, 0), Point(number, 60_000))


def drawing() -> Drawing:
    made = Drawing()
    made.turn("rue", "line")
    return made


def test_what_is_drawn_can_be_taken_back_and_done_again(qapp: QApplication) -> None:
    it = drawing()
    assert (it.place, it.can_undo, it.can_redo) == (None, False, False)
    it.draw(LINE)
    it.draw(None)
    assert (it.place, it.can_undo, it.can_redo) == (None, True, False)
    it.undo()
    assert (it.place, it.can_redo) == (LINE, True)
    it.undo()
    assert (it.place, it.can_undo) == (None, False)
    it.redo()
    it.redo()
    assert it.place is None
    it.undo()
    assert it.place == LINE


def test_a_listener_is_told_when_it_is_done_and_not_before(qapp: QApplication) -> None:
    it = drawing()
    seen: list[tuple[Place | None, bool, bool]] = []
    it.changed.connect(lambda: seen.append((it.place, it.can_undo, it.can_redo)))
    it.draw(LINE)
    it.draw(LINE)
    it.undo()
    it.redo()
    assert seen == [(LINE, True, False), (None, False, True), (LINE, True, False)]


def test_a_run_of_nudges_is_undone_as_one(qapp: QApplication) -> None:
    it = drawing()
    it.draw(line(1))
    for number in range(2, 9):
        it.draw(line(number), nudged=True)
    it.draw(line(50))
    it.draw(line(51), nudged=True)
    it.undo()
    assert it.place == line(50)
    it.undo()
    assert it.place == line(8)
    it.undo()
    assert it.place == line(1)


def test_each_camera_and_shape_has_its_own_place_and_its_own_past(qapp: QApplication) -> None:
    it = drawing()
    it.draw(LINE)
    it.turn("rue", "zone")
    assert (it.place, it.can_undo) == (None, False)
    it.draw(ZONE)
    it.turn("parking", "line")
    it.undo()
    assert it.place is None
    it.turn("rue", "line")
    assert it.place == LINE
    it.undo()
    it.turn("rue", "zone")
    assert it.place == ZONE


def test_everything_is_forgotten_together(qapp: QApplication) -> None:
    it = drawing()
    it.draw(LINE)
    it.forget()
    it.turn("rue", "line")
    assert (it.place, it.can_undo, it.can_redo) == (None, False, False)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12))
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    strokes: list[tuple[int, bool]],
) -> None:
    it = drawing()
    for number, nudged in strokes:
        it.draw(line(number) if number else None, nudged=nudged)
    end = it.place
    while it.can_undo:
        it.undo()
    assert it.place is None
    while it.can_redo:
        it.redo()
    assert it.place == end
