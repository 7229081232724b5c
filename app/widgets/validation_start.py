"""What is to be measured: the folder, the level, and the model that will be judged."""

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.field import Field
from app.widgets.folder_dialog import ask_folder
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.level_choice import LevelChoice
from app.widgets.model_list import ModelList
from app.widgets.sheet import Sheet
from app.words import Words
from vsa_core.domain.coverage import Level

LETTERS = 132


class ValidationStart(Sheet):
    """`wanted` carries the folder and the level once both are there."""

    wanted = Signal(str, object)  # folder, Level

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(LETTERS, parent)
        self.folder = QLineEdit()
        self.browse = QPushButton(theme.icon("folder-open"), self.tr("Choose…"))
        self.levels = LevelChoice(words)
        self.models = ModelList(words, theme)
        place = QWidget()
        place.setFocusProxy(self.folder)
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.folder, 1)
        across.addWidget(self.browse)
        hint = self.tr(
            "Films with their truth beside them: events (*.truth.toml, *.truth.json), labelled"
            " boxes (COCO) or tracks (MOTChallenge). It can be dropped here; nothing is written in"
            " it."
        )
        self.place = Field(theme, self.tr("Folder"), place, hint)
        self.folder.setAccessibleName(self.tr("Folder to measure"))
        form = Form()
        form.add(self.place)
        form.add(Field(theme, self.tr("Level"), self.levels, self._why()))
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(Label(self.tr("What will be measured"), use="heading"))
        below.addWidget(self.models)
        self.rows.addWidget(Label(self.tr("Measure a folder"), use="title", wraps=True))
        self.rows.addWidget(form)
        self.rows.addSpacing(12)
        self.rows.addLayout(below)
        self.rows.addStretch()
        self.setFocusProxy(self.folder)
        self.browse.clicked.connect(self._choose)
        self.folder.returnPressed.connect(self.start)
        self.folder.textChanged.connect(lambda _: self.place.complain(""))

    def begin(self, folder: str, level: Level) -> None:
        """Show that folder and that level."""
        self.folder.setText(folder)
        self.levels.buttons[level].setChecked(True)

    def start(self) -> None:
        """Ask for the measurement, or say what lacks."""
        folder = self.folder.text().strip()
        if not folder:
            self._complain(self.tr("Choose a folder."))
        elif not os.path.isabs(folder):
            self._complain(self.tr("Write the whole path, from the root."))
        else:
            self.wanted.emit(folder, self.levels.level)

    def _complain(self, text: str) -> None:
        self.place.complain(text)
        self.folder.setFocus()

    def _choose(self) -> None:
        ask_folder(self, self.tr("Folder to measure"), self.folder.text(), self.folder.setText)

    def _why(self) -> str:
        return self.tr(
            "Measure at the level that you use in your cases: figures hold for it alone."
        )
