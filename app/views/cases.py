"""After signing in: cases for those who work in them, people for the administrator."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.allowances import SIGNERS
from app.state.case_folder import Lies
from app.state.people import People
from app.state.recents import Recents, Shelf
from app.state.session import Session
from app.state.validation import MEASURERS
from app.state.validity import Validity, validity
from app.theme import Theme
from app.times import local
from app.widgets.case_list import CaseList
from app.widgets.confirming import confirm
from app.widgets.folder_dialog import ask_folder
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.people_list import PeopleList
from app.widgets.renewal import RenewalDialog
from app.widgets.role_dialog import RoleDialog
from app.widgets.sample_offer import SampleOffer
from app.widgets.side import Side
from app.widgets.table import Row
from app.words import Words, visible
from vsa_core.domain.case import Person, Role
from vsa_core.errors import Fault

PARIS = "Europe/Paris"


OPENERS = frozenset({Role.ANALYST, Role.SUPERVISOR})


class CasesView(QWidget):
    """The session's `entered` follows; the rest is told by the signals."""

    new_case_wanted = Signal()
    enrol_wanted = Signal()
    journal_wanted = Signal()
    requests_wanted = Signal()
    validation_wanted = Signal()
    role_wanted = Signal(str, object)  # name, Role

    def __init__(
        self,
        session: Session,
        recents: Recents,
        people: People,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._recents = recents
        self._people = people
        self._words = words
        self._theme = theme
        self.side = Side(theme, "")
        self.role, self.reference = Label(wraps=True), Label(wraps=True)
        self.journal = QPushButton(theme.icon("journal"), self.tr("Open the journal"))
        self.requests = QPushButton(theme.icon("accept"), self.tr("Requests to approve…"))
        self.validation = QPushButton(theme.icon("gauge"), self.tr("Validation…"))
        self.leave = QPushButton(theme.icon("sign-out"), self.tr("Sign out"))
        self.offer = SampleOffer(theme)
        self.notice = Notice(words, theme)
        self.cases = CaseList(theme)
        self.people = PeopleList(theme)
        self.panes = QStackedWidget()
        self._lay_out()
        self._listen()
        self._greet()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._greet()
        self._recents.refresh()
        person = self._session.person
        if person is not None:
            self._pane(person).setFocus()
            if person.role is Role.ADMINISTRATOR:
                self._people.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.notice.clear()
        super().hideEvent(event)

    def _greet(self) -> None:
        """Show what the role of the person signed in works with."""
        person = self._session.person
        if person is None:
            return
        self.side.title.setText(visible(person.full_name))
        self.role.setText(self._words.name("cli.roles", person.role.value))
        self.reference.setText(visible(person.habilitation))
        self.journal.setVisible(person.role is Role.MAGISTRATE)
        self.requests.setVisible(person.role in SIGNERS)
        self.validation.setVisible(person.role in MEASURERS)
        self.offer.setVisible(person.role in OPENERS)
        self.cases.allow(person.role in OPENERS)
        self.panes.setCurrentWidget(self._pane(person))
        self._list_cases()

    def _pane(self, person: Person) -> QWidget:
        return self.people if person.role is Role.ADMINISTRATOR else self.cases

    def _list_cases(self) -> None:
        if self._recents.loading:
            self.cases.wait()
        else:
            self.cases.fill([self._row(shelf) for shelf in self._recents.shelves])

    def _row(self, shelf: Shelf) -> Row:
        recent = shelf.recent
        missing, why = ("", "") if shelf.there else self._reason(shelf.lies)
        when = missing or _minute(recent.entered, self._words.language)
        icon = "folder" if shelf.there else "warning"
        tip = "\n".join(text for text in (recent.folder, why) if text)
        return Row((recent.number, recent.folder, when), recent.folder, icon, not shelf.there, tip)

    def _reason(self, lies: Lies) -> tuple[str, str]:
        """Why a case is out of reach: in two words, and in a sentence."""
        if lies is Lies.NOTHING:
            return self.tr("Not found"), self.tr("Moved, or on a disk that is not there.")
        if lies is Lies.CLOSED:
            return self.tr("No access"), self.tr("This folder may not be read and written.")
        return self.tr("No case here"), self.tr("This folder holds no case any more.")

    def _list_people(self) -> None:
        now = self._session.now()
        people = [(person, validity(person, now)) for person in self._people.everybody]
        pressing = [person for person, held in people if held in (Validity.SOON, Validity.ENDED)]
        names = ", ".join(visible(person.full_name) for person in pressing)
        told = self.tr("To be renewed: {names}.").format(names=names) if pressing else ""
        self.people.fill([self._person(*one) for one in people], told)

    def _person(self, person: Person, held: Validity) -> Row:
        role = self._words.name("cli.roles", person.role.value)
        cells = (person.name, person.full_name, role, person.habilitation, self._until(person))
        said = {
            Validity.ENDED: self.tr("This habilitation has ended: everything is refused."),
            Validity.SOON: self.tr("This habilitation ends within 30 days."),
            Validity.NOT_YET: self.tr("This habilitation has not begun."),
        }
        signed = self.tr("Signed by {name}. {data}").format(
            name=person.signatory or "–", data=person.data
        )
        tip = "\n".join(text for text in (said.get(held, ""), signed) if text)
        icon = "person" if held is Validity.HOLDS else "warning"
        return Row(cells, person.name, icon, held in (Validity.ENDED, Validity.NOT_YET), tip)

    def _until(self, person: Person) -> str:
        """The last day on which it holds."""
        if person.ends is None:
            return self.tr("no end set")
        return _minute(person.ends - 1, self._words.language)[: -len(" 18:07")]

    def _renew(self, name: str) -> None:
        dialog = RenewalDialog(self._theme, self._people.named(name), self._session.now(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.renewed.connect(lambda held: self._people.renew(name, held))
        self.notice.clear()
        dialog.open()

    def _change_role(self, name: str) -> None:
        dialog = RoleDialog(self._words, self._theme, self._people.named(name), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(lambda role: self.role_wanted.emit(name, role))
        self.notice.clear()
        dialog.open()

    def _end(self, name: str) -> None:
        person = visible(self._people.named(name).full_name)
        title = self.tr("End a habilitation now")
        why = self.tr(
            "From this moment on everything is refused to {name}, also what they are doing now."
            " Their passphrase and what they did stay; a renewal lets them in again."
        ).format(name=person)
        confirm(self, self._theme, title, why, lambda: self._people.end(name))

    def requested(self, _: object) -> None:
        """What was just asked stands where somebody else approves it: go there."""
        if self.isVisible():
            self.requests_wanted.emit()

    def _enter(self, folder: str) -> None:
        self.notice.clear()
        self._session.enter(folder)

    def open_folder(self) -> None:
        """Ask for the folder of a case, and enter it."""
        ask_folder(self, self.tr("Open a case"), "", self._enter)

    def _told(self, fault: Fault) -> None:
        if self.isVisible():
            self.notice.tell(fault)

    def _busy(self, busy: bool) -> None:
        self.panes.setEnabled(not busy)
        self.leave.setEnabled(not busy)
        self.offer.set_running(self._session.rendering)

    def _listen(self) -> None:
        session = self._session
        session.signed_in.connect(self._greet)
        session.busy.connect(self._busy)
        session.advanced.connect(self.offer.advance)
        for source in (session, self._recents, self._people):
            source.failed.connect(self._told)
        self._recents.changed.connect(self._list_cases)
        self._people.changed.connect(self._list_people)
        self.cases.new_wanted.connect(self.new_case_wanted)
        self.cases.open_wanted.connect(self.open_folder)
        self.cases.chosen.connect(self._enter)
        self.cases.removed.connect(self._recents.remove)
        self.people.enrol_wanted.connect(self.enrol_wanted)
        self.people.renew_wanted.connect(self._renew)
        self.people.end_wanted.connect(self._end)
        self.people.role_wanted.connect(self._change_role)
        self.requests.clicked.connect(self.requests_wanted)
        self.journal.clicked.connect(self.journal_wanted)
        self.validation.clicked.connect(self.validation_wanted)
        self.leave.clicked.connect(lambda: session.sign_out())
        self.offer.wanted.connect(lambda: session.try_sample())
        self.offer.given_up.connect(session.give_up_sample)

    def _lay_out(self) -> None:
        self.side.fact("person", self.role)
        self.side.fact("key", self.reference)
        for widget in (self.offer, self.journal, self.requests, self.validation, self.leave):
            self.side.foot(widget)
        for pane in (self.cases, self.people):
            self.panes.addWidget(pane)
        main = QVBoxLayout()
        main.setContentsMargins(24, 24, 24, 24)
        main.setSpacing(12)
        main.addWidget(self.notice)
        main.addWidget(self.panes, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(main, 1)


def _minute(t: int, language: str) -> str:
    """Date, hour and minute: 21/11/2024 18:07."""
    return local(t, language, PARIS)[: -len(":33,040")]
