from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.widgets.flow_arrows import paint_flow
from vsa_core.domain.geometry import NO_FLOW, UNITS, Flow

SIDE = 320


def painted(flow: Flow, support: tuple[int, ...] = ()) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    paint_flow(painter, flow, lambda x, y: QPointF(x * SIDE / UNITS, y * SIDE / UNITS), support)
    painter.end()
    return image


def ink(image: QImage, x: int, y: int) -> int:
    """How much light there is in a 12 x 12 corner of a cell."""
    return sum(image.pixelColor(x + dx, y + dy).lightness() for dx in range(12) for dy in range(12))


def test_an_arrow_points_the_way_of_its_cell() -> None:
    for cells, (x, y) in ((0, (24, 14)), (64, (14, 24)), (128, (4, 14)), (192, (14, 4))):
        image = painted(Flow((cells, *(NO_FLOW,) * 63)))
        opposite = (28 - x, 28 - y)
        assert ink(image, x, y) > ink(image, *opposite)


def test_few_tracks_make_a_pale_arrow() -> None:
    flow = Flow((0,) * 64)
    image = painted(flow, (100, 1, *(0,) * 62))
    assert ink(image, 24, 14) > ink(image, 24 + 40, 14)


def test_a_cell_without_a_direction_has_a_dot() -> None:
    image = painted(Flow((NO_FLOW,) * 64))
    assert image.pixelColor(20, 20).lightness() > 0
    assert ink(image, 2, 2) == 0
