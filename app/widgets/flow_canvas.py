"""The camera's picture with the usual direction of travel over it."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.widgets.canvas import Canvas
from app.widgets.flow_arrows import paint_flow
from vsa_core.domain.geometry import Flow


class FlowCanvas(Canvas):
    """Shows a flow, its arrows the paler the fewer tracks they rest on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.flow: Flow | None = None
        self._support: tuple[int, ...] = ()

    def show_flow(self, flow: Flow | None, support: Sequence[int] = ()) -> None:
        """Show that flow; None for none."""
        self.flow, self._support = flow, tuple(support)
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        if self.flow is not None:
            paint_flow(painter, self.flow, self.to_widget, self._support)
