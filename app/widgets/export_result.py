"""A written export: where it lies, what it holds, what to write down, and whether it is whole."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.times import elapsed
from app.widgets.copyable import Copyable, CopyButton
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.words import Words, visible

SIDE = 20
HALF = 32
"""Digits of the journal's root on one line, so that a person can copy it by hand."""


class ExportResult(QWidget):
    """Tells an outcome in plain values; `verify_wanted` asks to have the folder checked."""

    verify_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self.facts = Facts()
        self.head = Label(use="mono")
        self.copy = CopyButton(theme, self.tr("Head of the journal"))
        self.verify = QPushButton(theme.icon("shield-check"), self.tr("Verify"))
        self.verify.setAutoDefault(False)
        self.verify.clicked.connect(self.verify_wanted)
        self.sign = Label()
        self.checked = Label(wraps=True)
        self.signers = Facts()
        self._lay_out()

    def tell(self, folder: str, frames: int, microseconds: int, head: str) -> None:
        """Show what was written; `head` is `size : root` of the journal."""
        self.facts.fill(
            (
                (self.tr("Folder"), Copyable(self._theme, self.tr("Folder"), visible(folder))),
                (self.tr("Pictures"), str(frames)),
                (self.tr("Length"), elapsed(microseconds, self._words.language)),
            )
        )
        size, _, root = (part.strip() for part in head.partition(":"))
        self.head.setText(f"{size} :\n{root[:HALF]}\n{root[HALF:]}")
        self.head.setAccessibleName(head)
        self.copy.whole = head
        self.tell_check(0, "", ())

    def tell_check(self, files: int, case: str, signers: tuple[str, ...]) -> None:
        """Show a package found whole; 0 files: not checked yet."""
        text = self.tr("Whole: {files} files of case {case}, byte for byte.")
        self.checked.setText(text.format(files=files, case=visible(case)) if files else "")
        icon = self._theme.icon("shield-check", "good").pixmap(QSize(SIDE, SIDE))
        self.sign.setPixmap(icon)
        self.sign.setVisible(files > 0)
        name = self.tr("Signer")
        self.signers.fill(tuple((name, Copyable(self._theme, name, one)) for one in signers))

    def _lay_out(self) -> None:
        done = QHBoxLayout()
        done.setSpacing(8)
        sign = Label()
        sign.setPixmap(self._theme.icon("check", "good").pixmap(QSize(SIDE, SIDE)))
        done.addWidget(sign)
        done.addWidget(Label(self.tr("The clip is written"), use="heading"), 1)
        why = self.tr(
            "Head of the journal, to be written down by hand in the report: with it anybody can"
            " tell whether the journal was rewritten afterwards."
        )
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.head)
        head.addWidget(self.copy)
        head.addStretch()
        check = QHBoxLayout()
        check.setSpacing(8)
        check.addWidget(self.verify)
        check.addWidget(self.sign)
        check.addWidget(self.checked, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(done)
        rows.addWidget(self.facts)
        rows.addWidget(Label(why, wraps=True))
        rows.addLayout(head)
        rows.addLayout(check)
        rows.addWidget(self.signers)
        rows.addStretch()
