"""How far the review of an answer has come: decided of all, in one line with a bar."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.widgets.label import Label


class ReviewLine(QWidget):
    """Accepted, rejected, doubtful, and how many wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Label(use="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(96, 8)
        self.bar.setAccessibleName(self.tr("Review"))
        rows = QHBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.bar)
        rows.addWidget(self.told, 1)
        self.tell(0, 0, 0, 0)

    def tell(self, total: int, matched: int, rejected: int, doubtful: int) -> None:
        """Show the counts; an answer without results is not reviewed."""
        decided = matched + rejected + doubtful
        self.setVisible(total > 0)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(decided)
        text = self.tr(
            "Reviewed: {decided} of {total} (retained {matched}, rejected {rejected}, "
            "doubtful {doubtful})"
        )
        self.told.setText(
            text.format(
                decided=decided,
                total=total,
                matched=matched,
                rejected=rejected,
                doubtful=doubtful,
            )
        )
