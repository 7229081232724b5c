import pytest
from PySide6.QtCore import QPointF

from app.widgets import sketch_words
from app.widgets.outline import Flaw
from app.widgets.pencil import Pencil
from tests.app.inquiry import PLACES


def pencil(shape: str) -> Pencil:
    made = Pencil(lambda point: QPointF(point.x / 100, point.y / 100))
    made.shape = shape
    return made


@pytest.mark.parametrize("shape", ["line", "zone", "path"])
def test_what_can_be_done_changes_when_something_is_drawn(shape: str) -> None:
    it = pencil(shape)
    before = sketch_words.hint(it, as_arrow=False)
    it.show(PLACES[shape])
    assert sketch_words.hint(it, as_arrow=False) != before


def test_an_arrow_is_drawn_the_way_that_is_allowed() -> None:
    assert "allowed" in sketch_words.hint(pencil("line"), as_arrow=True)


def test_every_flaw_of_every_shape_is_told() -> None:
    for shape in ("line", "zone", "path"):
        for flaw in Flaw:
            assert sketch_words.wrong(flaw, shape)
    assert sketch_words.wrong(Flaw.TINY, "path") != sketch_words.wrong(Flaw.TINY, "zone")
