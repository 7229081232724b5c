"""The line at the foot of the window: who is here, and the motive of what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.state.lock import Lock
from app.state.session import Session
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.motive import MotiveBox
from app.words import Words, visible

SIDE = 16


class StatusView(QWidget):
    """In a case: the motive that looking and asking are recorded with; always: who is signed in."""

    def __init__(
        self,
        session: Session,
        lock: Lock,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._words = words
        self.told = Label(use="muted")
        self.soon = Label(use="warning")
        self.soon.hide()
        self.sample = Label(self.tr("Sample case: nothing here is real"), use="warning")
        self.why = Label(self.tr("Motive of ordinary acts"), use="muted")
        self.motive = MotiveBox(words)
        self.motive.setMinimumContentsLength(44)
        self.icon = Label()
        self.icon.setPixmap(theme.icon("person", "muted").pixmap(SIDE, SIDE))
        self.person = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.told)
        row.addWidget(self.soon)
        row.addWidget(self.sample)
        row.addStretch()
        row.addWidget(self.why)
        row.addWidget(self.motive)
        row.addSpacing(12)
        row.addWidget(self.icon)
        row.addWidget(self.person)
        self.motive.changed.connect(self._choose)
        lock.warned.connect(self._warn)
        for signal in (session.signed_in, session.signed_out, session.entered, session.left):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who is here now."""
        session, person = self._session, self._session.person
        self.setVisible(person is not None)
        for widget in (self.why, self.motive):
            widget.setVisible(session.in_case)
        self.sample.setVisible(session.in_case and session.in_sample)
        self.told.setText(self.tr("Every act is recorded in the journal."))
        self.motive.choose(session.motive)
        if person is not None:
            role = self._words.name("cli.roles", person.role.value)
            text = self.tr("{name} – {role}")
            self.person.setText(text.format(name=visible(person.full_name), role=role))

    def _warn(self, seconds: int) -> None:
        """Half a minute before the window locks, in the place of what stands there otherwise."""
        self.soon.setText(
            self.tr("Locks in {seconds} s: move the mouse to stay").format(seconds=seconds)
        )
        self.soon.setVisible(bool(seconds))
        self.told.setVisible(not seconds)

    def _choose(self, code: str) -> None:
        self._session.motive = code or self._session.motive
