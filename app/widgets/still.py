"""One picture that stands still, fitted into sixteen by nine, or words where there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import Theme


class Still(QWidget):
    """Shows an image as wide as the room allows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._message = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage | None, message: str = "") -> None:
        """Show an image, or the message."""
        self._image, self._message = image, message
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether an image is on show."""
        return self._image is not None

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        if self._image is not None:
            painter.drawImage(self._place(self._image.size()), self._image)
        elif self._message:
            painter.setPen(Qt.GlobalColor.white)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), flags, self._message)
        painter.end()

    def _place(self, size: QSize) -> QRectF:
        shown = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - shown.width()) / 2, (self.height() - shown.height()) / 2
        return QRectF(left, top, shown.width(), shown.height())
