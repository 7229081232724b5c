"""The third page of a new case: where it lives, who else works in it, and why it is opened."""

import os
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.state.case_folder import Found, Lies
from app.state.draft import Asked
from app.theme import Theme
from app.widgets.check_list import CheckList
from app.widgets.field import Field
from app.widgets.folder_dialog import ask_folder
from app.widgets.form import Form
from app.widgets.motive import MotiveBox
from app.words import Words
from vsa_core.domain.case import Person


class PlacePage(QWidget):
    """`looked_for` carries the folder each time that it becomes another whole path."""

    edited = Signal(object)  # Asked
    looked_for = Signal(str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._own_folder = False
        self._found: Found | None = None
        self.folder = QLineEdit()
        self.browse = QPushButton(theme.icon("folder-open"), self.tr("Choose…"))
        self.people = CheckList()
        self.motive = MotiveBox(words)
        place = QWidget()
        place.setFocusProxy(self.folder)
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.folder, 1)
        across.addWidget(self.browse)
        self.fields: Mapping[Asked, Field] = {
            Asked.FOLDER: Field(theme, self.tr("Folder of the case"), place),
            Asked.PEOPLE: Field(theme, self.tr("People of the case"), self.people),
            Asked.MOTIVE: Field(theme, self.tr("Motive"), self.motive),
        }
        self.folder.setAccessibleName(self.tr("Folder of the case"))
        self._lay_out()
        self._listen()

    @property
    def refusal(self) -> str:
        """Why no case can be opened in the folder, "" when one can or nobody has looked yet."""
        return self._refusal(self._found) if self._found else ""

    def begin(self, motive: str) -> None:
        """Empty everything, and propose a motive."""
        self._own_folder = False
        self.folder.clear()
        self.people.fill(())
        self.motive.choose(motive)

    def propose(self, folder: str) -> None:
        """Propose a folder, unless the person wrote one."""
        if not self._own_folder:
            self.folder.setText(folder)

    def offer(self, people: Sequence[Person]) -> None:
        """Those who may be named in the case beside the person who opens it."""
        name = self._words.name
        self.people.fill(
            [(p.name, f"{p.full_name} ({p.name})", name("cli.roles", p.role)) for p in people]
        )
        self.people.setVisible(bool(people))
        self.fields[Asked.PEOPLE].explain(
            self.tr("You are one of them. Whoever is ticked will hold the key of the case.")
            if people
            else self.tr("You alone: nobody else enrolled here may hold the key of a case.")
        )

    def tell(self, found: Found) -> None:
        """Say what lies in the folder, and how much room its disk has."""
        if found.folder != self.folder.text().strip():
            return
        self._found = found
        self.fields[Asked.FOLDER].complain(self._refusal(found))
        self.fields[Asked.FOLDER].explain(self._room(found))

    def _refusal(self, found: Found) -> str:
        if found.lies is Lies.CASE:
            return self.tr("A case lies there already: choose a new or empty folder.")
        if found.lies is Lies.FILES:
            return self.tr("This folder is not empty: choose a new or empty one.")
        if found.lies is Lies.CLOSED:
            return self.tr("Nothing can be written there: choose another place.")
        return ""

    def _room(self, found: Found) -> str:
        if found.lies is Lies.CLOSED:
            return ""
        size = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        free = QLocale(self._words.language).formattedDataSize(found.free, 1, size)
        if not found.roomy:
            return self.tr("Only {free} left on this disk: indexing may not end.").format(free=free)
        if found.lies is Lies.NOTHING:
            return self.tr("It will be made. {free} left on this disk.").format(free=free)
        return self.tr("{free} left on this disk.").format(free=free)

    def _typed(self) -> None:
        self._own_folder = True

    def _changed(self, folder: str) -> None:
        self._found = None
        self.fields[Asked.FOLDER].explain("")
        self.edited.emit(Asked.FOLDER)
        if os.path.isabs(folder.strip()):
            self.looked_for.emit(folder.strip())

    def _choose(self) -> None:
        ask_folder(self, self.tr("Folder of the case"), self.folder.text(), self._chosen)

    def _chosen(self, folder: str) -> None:
        self._own_folder = True
        self.folder.setText(folder)

    def _listen(self) -> None:
        self.folder.textEdited.connect(lambda _: self._typed())
        self.folder.textChanged.connect(self._changed)
        self.browse.clicked.connect(self._choose)
        self.people.changed.connect(lambda: self.edited.emit(Asked.PEOPLE))
        self.motive.changed.connect(lambda _: self.edited.emit(Asked.MOTIVE))

    def _lay_out(self) -> None:
        form = Form()
        for field in self.fields.values():
            form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)
