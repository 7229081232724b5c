"""The second page of a new case: which cameras, when, and until when it may be kept."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.state.draft import Asked
from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.instant import InstantEdit
from app.widgets.label import Label
from app.widgets.name_list import NameList

LETTERS = 44
"""Width of a field that holds one time."""


class ScopePage(QWidget):
    """Cameras, window, expiry of the basis, date of erasure; the last follows the expiry.

    Times are microseconds since 1970 UTC.
    """

    edited = Signal(object)  # Asked

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cameras = self.tr("Cameras")
        self.cameras = NameList(theme, self.tr("Add"), self.tr("Remove"), cameras)
        self.start, self.end = InstantEdit(theme), InstantEdit(theme)
        self.expires, self.erase_by = InstantEdit(theme), InstantEdit(theme)
        for edit in (self.start, self.end, self.expires, self.erase_by):
            edit.setFocusProxy(edit.field)
            edit.setMaximumWidth(edit.fontMetrics().averageCharWidth() * LETTERS)
        self.modules = Label(wraps=True)
        self._own_erasure = False
        self.beginning = Field(theme, self.tr("Footage from"), self.start)
        self.fields = self._fields(theme, cameras)
        self._lay_out()
        self._listen()

    def begin(self, midnight: int, expiry: int) -> None:
        """Propose an empty window at `midnight`, which must be set, and an expiry."""
        self._own_erasure = False
        self.cameras.set_names(())
        self.start.set_microseconds(midnight)
        self.end.set_microseconds(midnight)
        self.expires.set_microseconds(expiry)
        self.erase_by.set_microseconds(expiry)

    def _fields(self, theme: Theme, cameras: str) -> Mapping[Asked, Field]:
        return {
            Asked.CAMERAS: Field(
                theme,
                cameras,
                self.cameras,
                self.tr("Those that the requisition names, one by one, or pasted as lines."),
            ),
            Asked.WINDOW: Field(
                theme,
                self.tr("Footage to"),
                self.end,
                self.tr("Corrected time, Paris. What lies outside is never shown nor searched."),
            ),
            Asked.MODULES: Field(theme, self.tr("Modules"), self.modules),
            Asked.EXPIRES: Field(
                theme,
                self.tr("Basis expires"),
                self.expires,
                self.tr(
                    "Proposed: in 90 days. From then on the footage can no longer be looked at."
                ),
            ),
            Asked.ERASE_BY: Field(
                theme,
                self.tr("Erase by"),
                self.erase_by,
                self.tr(
                    "At the end of the inquiry, three years after the opening at the latest."
                    " Proposed: the expiry of the basis."
                ),
            ),
        }

    def _lay_out(self) -> None:
        form = Form()
        form.add(self.fields[Asked.CAMERAS])
        form.add(self.beginning)
        for asked in (Asked.WINDOW, Asked.MODULES, Asked.EXPIRES, Asked.ERASE_BY):
            form.add(self.fields[asked])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)

    def _listen(self) -> None:
        self.cameras.changed.connect(lambda: self.edited.emit(Asked.CAMERAS))
        self.start.changed.connect(lambda _: self.edited.emit(Asked.WINDOW))
        self.end.changed.connect(lambda _: self.edited.emit(Asked.WINDOW))
        self.expires.changed.connect(self._follow_expiry)
        self.erase_by.changed.connect(self._erasure_set)

    def _follow_expiry(self, expiry: int) -> None:
        if not self._own_erasure:
            self.erase_by.set_microseconds(expiry)
        self.edited.emit(Asked.EXPIRES)

    def _erasure_set(self, erase_by: int) -> None:
        """A date that is not the expiry is the person's own, and is left alone."""
        self._own_erasure = erase_by != self.expires.microseconds
        self.edited.emit(Asked.ERASE_BY)
