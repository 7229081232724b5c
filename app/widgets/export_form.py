"""How a clip is to leave: margin, folder, recipient, language of its papers, motive."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.elided import Elided
from app.widgets.field import Field
from app.widgets.folder_dialog import ask_folder
from app.widgets.form import BASELINE, Form
from app.widgets.motive import MotiveBox
from app.words import Words, visible
from vsa_core.domain.moment import MICROSECONDS

MARGIN = 3
WIDEST = 120
LANGUAGES = ("fr", "en")


class ExportForm(QWidget):
    """Asks; `changed` at every answer. A folder chosen elsewhere is told by `folder_wanted`."""

    changed = Signal()
    folder_wanted = Signal(str)  # where the new folder is to lie

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = ""
        self.margin = QSpinBox()
        self.margin.setRange(0, WIDEST)
        self.margin.setValue(MARGIN)
        self.margin.setSuffix("\u00a0s")
        self.place = Elided()
        self.choose = QPushButton(self.tr("Choose…"))
        self.inside = QPushButton(self.tr("In the case"))
        for button in (self.choose, self.inside):
            button.setAutoDefault(False)
        self.recipient = QLineEdit()
        self.language = QComboBox()
        self.language.addItems(["Français", "English"])
        self.language.setCurrentIndex(LANGUAGES.index(words.language))
        self.motive = MotiveBox(words)
        self._connect()
        self._lay_out()
        self.set_folder("")

    @property
    def microseconds(self) -> int:
        """The margin, before and after."""
        return self.margin.value() * MICROSECONDS

    @property
    def folder(self) -> str:
        """The folder to be written; "" for one in the case."""
        return self._folder

    @property
    def spoken(self) -> str:
        """The language of the papers: "fr" or "en"."""
        return LANGUAGES[self.language.currentIndex()]

    def set_folder(self, folder: str) -> None:
        """Show where it will lie; "" for a new folder in the case."""
        self._folder = folder
        self.place.setText(visible(folder) or self.tr("A new folder in the case"))
        self.choose.setAccessibleDescription(self.place.text())
        self.inside.setEnabled(bool(folder))
        self.changed.emit()

    def _connect(self) -> None:
        self.margin.valueChanged.connect(lambda _: self.changed.emit())
        self.motive.changed.connect(lambda _: self.changed.emit())
        self.inside.clicked.connect(lambda: self.set_folder(""))
        self.choose.clicked.connect(self._ask_folder)

    def _ask_folder(self) -> None:
        title = self.tr("Where to write the export")
        ask_folder(self, title, "", self.folder_wanted.emit)

    def _lay_out(self) -> None:
        where = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.inside)
        buttons.addStretch()
        below = QVBoxLayout(where)
        below.setContentsMargins(0, BASELINE, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.place)
        below.addLayout(buttons)
        self._form = Form()
        self._margin = Field(self._theme, self.tr("Margin before and after"), self.margin)
        empty = self.tr("Empty: the procedure itself.")
        for field in (
            self._margin,
            Field(self._theme, self.tr("Folder"), where),
            Field(self._theme, self.tr("Recipient"), self.recipient, empty),
            Field(self._theme, self.tr("Language of the papers"), self.language),
            Field(self._theme, self.tr("Motive"), self.motive),
        ):
            self._form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._form)

    def ask_margin(self, asked: bool) -> None:
        """Whether a margin makes sense: it does around hits."""
        self._margin.setVisible(asked)
        self._margin.title.setVisible(asked)
