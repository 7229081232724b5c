"""The cosigning ceremony: take the journal out, cosign on one’s own PC, bring the note back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.audit_handing import Handing, Seen
from app.theme import Theme
from app.times import local
from app.views.dpo.handing import HandingForm
from app.widgets.copy_line import CopyLine
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.steps import Steps
from app.words import Words, visible

PARIS = "Europe/Paris"
WIDE, HIGH = 760, 470
KEY = "python3 cosign.py make-key dpo.service ~/relecture/dpo.key"
VERIFY = "python3 verify_audit.py ."
SIGN = "python3 cosign.py cosign . --key ~/relecture/dpo.key"


class CeremonyDialog(QDialog):
    """Not modal; about two minutes. The private key of the DPO never comes to this machine."""

    def __init__(
        self, handing: Handing, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._handing = handing
        self._words = words
        self._theme = theme
        self.setWindowTitle(self.tr("Cosign the journal"))
        self.notice = Notice(words, theme)
        names = (self.tr("Take out"), self.tr("Cosign on your PC"), self.tr("Bring back"))
        self.steps = Steps(theme, names)
        self.pages = QStackedWidget()
        self.form = HandingForm(handing, theme, "DPO")
        self.key, self.note = QLineEdit(), QLineEdit()
        self.know = QPushButton(self.tr("Make the key known"))
        self.keep = QPushButton(theme.icon("check"), self.tr("Bring the cosignature back"))
        self.known = Label(wraps=True)
        self.kept = Label(wraps=True, use="good")
        self._lay_out()
        self._connect()
        self._tell()
        self.go(0)

    def go(self, step: int) -> None:
        """Show a step, from 0."""
        self.steps.go(step)
        self.pages.setCurrentIndex(step)
        self.back.setEnabled(step > 0)
        self.on.setEnabled(step < self.pages.count() - 1)

    def _connect(self) -> None:
        handing = self._handing
        handing.failed.connect(self.notice.tell)
        handing.changed.connect(self._tell)
        handing.exported.connect(self._taken_out)
        handing.cosigned.connect(self._cosigned)
        self.steps.chosen.connect(self.go)
        self.back.clicked.connect(lambda: self.go(self.pages.currentIndex() - 1))
        self.on.clicked.connect(lambda: self.go(self.pages.currentIndex() + 1))
        self.know.clicked.connect(self._know)
        self.keep.clicked.connect(self._keep)
        for field, button in ((self.key, self.know), (self.note, self.keep)):
            field.textChanged.connect(lambda text, one=button: one.setEnabled(bool(text.strip())))
            button.setEnabled(False)

    def _tell(self) -> None:
        standing = self._handing.standing
        name = standing.name if standing else ""
        if name:
            text = self.tr("Cosignatures of {name} are accepted.")
            self.known.setText(text.format(name=visible(name)))
        else:
            self.known.setText(
                self.tr("No key is known yet: the first time, bring your public key back as well.")
            )

    def _taken_out(self, _: object) -> None:
        self._done(0)

    def _done(self, step: int) -> None:
        self.notice.clear()
        self.steps.mark(step, done=True, wrong=False)

    def _know(self) -> None:
        self.notice.clear()
        self._handing.name(self.key.text().strip())

    def _keep(self) -> None:
        self.notice.clear()
        self._handing.bring_back(self.note.text().strip())

    def _cosigned(self, seen: Seen) -> None:
        when = local(seen.at, self._words.language, PARIS).rpartition(":")[0]
        text = self.tr("Kept: {count} records, cosigned on {when}. Nobody can change them unseen.")
        self.kept.setText(text.format(count=seen.size, when=when))
        self._done(1)
        self._done(2)

    def _browse(self, field: QLineEdit, title: str, filters: str) -> QPushButton:
        button = QPushButton(self._theme.icon("folder-open"), self.tr("Choose…"))

        def ask() -> None:
            dialog = QFileDialog(self, title, field.text(), filters)
            dialog.setHistory([])
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(field.setText)
            dialog.open()

        button.clicked.connect(ask)
        return button

    def _lay_out(self) -> None:
        for page in (self._first(), self._second(), self._third()):
            self.pages.addWidget(page)
        across = QHBoxLayout()
        across.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self.steps)
        left.addStretch()
        across.addLayout(left)
        across.addWidget(self.pages, 1)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.back = self.buttons.addButton(self.tr("Before"), role.ActionRole)
        self.on = self.buttons.addButton(self.tr("Next"), role.ActionRole)
        self.shut = self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self.buttons.rejected.connect(self.close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addLayout(across, 1)
        rows.addWidget(self.buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field must not press one of them
        self.resize(WIDE, HIGH)

    def _first(self) -> QWidget:
        why = self.tr(
            "Write the journal and its verifier onto a USB key, to be read on a PC that the"
            " service does not run."
        )
        page, rows = self._page(why)
        rows.addWidget(self.form, 1)
        return page

    def _second(self) -> QWidget:
        why = self.tr(
            "On your own PC, open a terminal in the folder. Verify first; then cosign with the"
            " key that only you hold. Both ask for nothing but Python."
        )
        page, rows = self._page(why)
        for text, command in (
            (self.tr("The first time, make your key:"), KEY),
            (self.tr("Verify:"), VERIFY),
            (self.tr("Cosign:"), SIGN),
        ):
            rows.addWidget(Label(text, use="muted"))
            rows.addWidget(CopyLine(self._theme, text, command))
        last = self.tr("Keep your copy of the cosigned note: it is what you compare with later.")
        rows.addWidget(Label(last, wraps=True))
        rows.addStretch()
        return page

    def _third(self) -> QWidget:
        why = self.tr("Bring the cosigned note back. It is checked, kept and recorded.")
        page, rows = self._page(why)
        note, key = self.tr("Cosigned note"), self.tr("Your public key (first time)")
        rows.addWidget(self.known)
        rows.addLayout(self._brought(self.key, key, self.know, "*.txt *.vkey"))
        rows.addLayout(self._brought(self.note, note, self.keep, "*.note"))
        rows.addWidget(self.kept)
        rows.addStretch()
        return page

    def _brought(
        self, field: QLineEdit, title: str, button: QPushButton, names: str
    ) -> QVBoxLayout:
        field.setAccessibleName(title)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(field, 1)
        across.addWidget(self._browse(field, title, f"{title} ({names})"))
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addWidget(Label(title, use="muted"))
        rows.addLayout(across)
        rows.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        return rows

    def _page(self, why: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(Label(why, wraps=True))
        return page, rows
