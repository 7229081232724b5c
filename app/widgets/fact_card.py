"""A heading with a figure: what a stated rule brings forward, to be opened and read one by one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.tip import plain_tip

SIDE = 20


class FactCard(QPushButton):
    """Checked while its records are the ones on show; the rule is its tip and its description."""

    def __init__(self, theme: Theme, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setCheckable(True)
        self.setProperty("use", "card")
        self.count = Label("–", use="title")
        sign = Label()
        sign.setPixmap(theme.icon(icon, "muted").pixmap(QSize(SIDE, SIDE)))
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(Label(title, use="strong"), 0, 1)
        grid.addWidget(self.count, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell(None, "")

    def tell(self, count: int | None, rule: str) -> None:
        """How many there are, None while nobody knows, and by which rule."""
        self.count.setText("–" if count is None else str(count))
        self.setEnabled(bool(count))
        self.setAccessibleName(f"{self._title}: {self.count.text()}")
        self.setAccessibleDescription(rule)
        self.setToolTip(plain_tip(rule))

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._grid.minimumSize()
