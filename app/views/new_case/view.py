"""A new case, in three pages: what allows it, what it reaches, where it lives."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.state.document import Document
from app.state.draft import Asked, Draft, Lack
from app.state.opening import Opening, field_of
from app.state.people import People
from app.state.session import Session
from app.theme import Theme
from app.views.new_case.place import PlacePage
from app.views.new_case.procedure import ProcedurePage
from app.views.new_case.scope import ScopePage
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.sheet import Sheet
from app.widgets.side import Side
from app.widgets.steps import Steps
from app.words import Words
from vsa_core.domain.case import Aipd
from vsa_core.errors import Fault

LETTERS = 108


class NewCaseView(QWidget):
    """The session's `entered` follows an opening; `cancelled` when there is to be none."""

    cancelled = Signal()

    def __init__(
        self,
        session: Session,
        people: People,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = Opening(session, self)
        self._people = people
        self._language = words.language
        self._document = Document(session.tasks, self)
        self.procedure = ProcedurePage(theme)
        self.scope = ScopePage(theme)
        self.place = PlacePage(words, theme)
        self.pages: tuple[ProcedurePage | ScopePage | PlacePage, ...] = (
            self.procedure,
            self.scope,
            self.place,
        )
        self.titles = (self.tr("Procedure"), self.tr("Scope"), self.tr("Folder and people"))
        self.side = Side(theme, self.tr("New case"))
        self.steps = Steps(theme, self.titles)
        self.notice = Notice(words, theme)
        self.stack = QStackedWidget()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self.on = QPushButton(self.tr("Continue"))
        self.open = QPushButton(self.tr("Open the case"))
        self._lay_out()
        self._listen()
        self._go(0)

    def begin(self) -> None:
        """Begin a new draft; the people who may be named are read, which is recorded."""
        self.procedure.begin(self._opening.aipd())
        self.scope.begin(self._opening.midnight(), self._opening.expiry())
        self.place.begin(self._session.motive)
        self._offer()
        self._cite()
        self.notice.clear()
        for number, page in enumerate(self.pages):
            for field in page.fields.values():
                field.complain("")
            self.steps.mark(number, False, False)
        self._people.refresh()
        self._go(0)

    def draft(self) -> Draft:
        """What was typed so far."""
        procedure, scope, place = self.procedure, self.scope, self.place
        return Draft(
            number=procedure.number.text(),
            framework=procedure.framework,
            requisition=procedure.requisition.text(),
            magistrate=procedure.magistrate.text(),
            authorisation=procedure.authorisation.text(),
            offence=procedure.offence.text(),
            cameras=scope.cameras.names,
            start=scope.start.microseconds,
            end=scope.end.microseconds,
            expires=scope.expires.microseconds,
            erase_by=scope.erase_by.microseconds,
            people=place.people.ticked,
            folder=place.folder.text(),
            motive=place.motive.code,
            aipd=procedure.aipd.value,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.procedure.begin(Aipd())
            self.scope.cameras.set_names(())
            self.place.begin("")
            self._opening.look_away()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, from any field that has no use of it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.open if self.on.isHidden() else self.on).click()
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.steps.go(number)
        self.back.setEnabled(number > 0)
        last = number == len(self.pages) - 1
        self.on.setVisible(not last)
        self.open.setVisible(last)
        next(iter(self.pages[number].fields.values())).control.setFocus()

    def _continue(self) -> None:
        number = self.stack.currentIndex()
        if self._complete(number):
            self._go(number + 1)

    def _complete(self, number: int) -> bool:
        """Whether nothing of a page is lacking; says beside each field what is."""
        lacks = self._lacks()
        fields = self.pages[number].fields
        for asked, field in fields.items():
            field.complain(lacks.get(asked, ""))
        wrong = [asked for asked in fields if asked in lacks]
        self.steps.mark(number, not wrong, bool(wrong))
        if wrong:
            self._go(number)
            fields[wrong[0]].control.setFocus()
        return not wrong

    def _lacks(self) -> dict[Asked, str]:
        lacks = self.draft().lacks(self._opening.now())
        told = {asked: self._say(asked, lack) for asked, lack in lacks.items()}
        refusal = self.place.refusal
        return {Asked.FOLDER: refusal, **told} if refusal else told

    def _say(self, asked: Asked, lack: Lack) -> str:
        if lack is Lack.BACKWARDS:
            return self.tr("The end must come after the beginning.")
        if lack is Lack.PAST:
            return self.tr("This date has passed.")
        if lack is Lack.NOT_DIGEST:
            return self.tr("A SHA-256 digest has 64 digits, 0 to 9 and a to f.")
        if lack is Lack.TWICE:
            return self.tr("A camera is named twice.")
        if lack is Lack.NOT_WHOLE:
            return self.tr("Write the whole path, from the root.")
        if asked is Asked.CAMERAS:
            return self.tr("At least one: an empty list never means all.")
        return self.tr("Needed.")

    def _open(self) -> None:
        self.notice.clear()
        if all([self._complete(number) for number in reversed(range(len(self.pages)))]):
            self._opening.open(self.draft())

    def _told(self, fault: Fault) -> None:
        """A refusal is told whole beside the button, and leads to the field that it speaks of."""
        if not self.isVisible():
            return
        self.notice.tell(fault)
        asked = field_of(fault)
        for number, page in enumerate(self.pages):
            if asked is not None and asked in page.fields:
                self.steps.mark(number, False, True)
                self._go(number)
                page.fields[asked].control.setFocus()

    def _edited(self, asked: Asked) -> None:
        """A complaint goes as soon as what it was about is mended."""
        for page in self.pages:
            if asked in page.fields and page.fields[asked].complaint:
                page.fields[asked].complain(self._lacks().get(asked, ""))

    def _cite(self) -> None:
        """The article that asks for each field, as it is numbered today."""
        form = self._opening.form(self._language)
        for page in self.pages:
            for asked, field in page.fields.items():
                field.cite(form.get(asked.value, ("", ""))[0])
        self.scope.modules.setText(form[Asked.MODULES.value][1])

    def _number_typed(self, number: str) -> None:
        self.place.propose(self._opening.folder_for(number))

    def _offer(self) -> None:
        self.place.offer(self._people.holders)

    def _busy(self, busy: bool) -> None:
        for widget in (self.stack, self.steps, self.buttons):
            widget.setEnabled(not busy)

    def _listen(self) -> None:
        self.cancel.clicked.connect(self.cancelled)
        self.back.clicked.connect(lambda: self._go(self.stack.currentIndex() - 1))
        self.on.clicked.connect(self._continue)
        self.open.clicked.connect(self._open)
        self.steps.chosen.connect(self._go)
        for page in self.pages:
            page.edited.connect(self._edited)
        self.procedure.aipd.document_wanted.connect(self._document.look_at)
        self._document.known.connect(self.procedure.aipd.take)
        self._document.failed.connect(self._told)
        self.procedure.number.textChanged.connect(self._number_typed)
        self.place.looked_for.connect(self._opening.look_at)
        self._opening.looked.connect(self.place.tell)
        self._people.changed.connect(self._offer)
        self._session.failed.connect(self._told)
        self._people.failed.connect(self._told)
        self._session.busy.connect(self._busy)

    def _lay_out(self) -> None:
        self.side.rows.insertWidget(1, self.steps)
        for title, page in zip(self.titles, self.pages, strict=True):
            sheet = Sheet(LETTERS)
            sheet.rows.addWidget(Label(title, use="title", wraps=True))
            sheet.rows.addWidget(page)
            sheet.rows.addStretch()
            self.stack.addWidget(sheet)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(24, 0, 24, 24)
        row.addWidget(self.cancel)
        row.addStretch()
        for button in (self.back, self.on, self.open):
            row.addWidget(button)
        told = QVBoxLayout()
        told.setContentsMargins(24, 0, 24, 12)
        told.addWidget(self.notice)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.stack, 1)
        main.addLayout(told)
        main.addWidget(self.buttons)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(main, 1)
        for button in (self.on, self.open):
            button.setProperty("use", "primary")
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)
