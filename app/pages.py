"""The pages of the window, each made when it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.state.audit import Audit
from app.state.bench import Bench
from app.state.preferences import Preferences
from app.theme import Theme
from app.views.audit import AuditView
from app.views.cases import CasesView
from app.views.enrol import EnrolView
from app.views.founding import FoundingView
from app.views.new_case.view import NewCaseView
from app.views.sign_in import SignInView
from app.views.validation import ValidationView
from app.words import Words

Go = Callable[[str], None]
"""Shows the page of that name."""


class Pages:
    """Makes pages by name: founding, sign_in, cases, new_case, enrol, journal, validation, case.

    `go` shows another page, `back` the one where the person belongs.
    """

    def __init__(
        self,
        bench: Bench,
        words: Words,
        theme: Theme,
        preferences: Preferences,
        go: Go,
        back: Callable[[], None],
    ) -> None:
        self._bench = bench
        self._words = words
        self._theme = theme
        self._preferences = preferences
        self._go = go
        self._back = back
        self._greet: Callable[[str], None]

    def make(self, name: str) -> QWidget:
        """The page of that name, new; KeyError when there is none."""
        makers: dict[str, Callable[[], QWidget]] = {
            "founding": self._founding,
            "sign_in": self._sign_in,
            "cases": self._cases,
            "new_case": self._new_case,
            "enrol": self._enrol,
            "journal": self._journal,
            "validation": self._validation,
            "case": self._case,
        }
        return makers[name]()

    def _founding(self) -> QWidget:
        page = FoundingView(self._bench.session, self._bench.people, self._words, self._theme)
        page.done.connect(self._founded)
        return page

    def _founded(self, name: str) -> None:
        self._go("sign_in")
        self._greet(name)

    def _sign_in(self) -> QWidget:
        page = SignInView(self._bench.session, self._words, self._theme)
        page.enrol_wanted.connect(lambda: self._go("enrol"))
        self._greet = page.greet
        return page

    def _cases(self) -> QWidget:
        bench = self._bench
        page = CasesView(bench.session, bench.recents, bench.people, self._words, self._theme)
        page.new_case_wanted.connect(lambda: self._go("new_case"))
        page.enrol_wanted.connect(lambda: self._go("enrol"))
        page.journal_wanted.connect(lambda: self._go("journal"))
        page.validation_wanted.connect(lambda: self._go("validation"))
        return page

    def _new_case(self) -> QWidget:
        page = NewCaseView(self._bench.session, self._bench.people, self._words, self._theme)
        page.cancelled.connect(self._back)
        return page

    def _enrol(self) -> QWidget:
        page = EnrolView(self._bench.session, self._bench.people, self._words, self._theme)
        page.done.connect(lambda _: self._back())
        page.cancelled.connect(self._back)
        return page

    def _journal(self) -> QWidget:
        session = self._bench.session
        audit = Audit(session, self._words, self._bench)
        page = AuditView(audit, self._words, self._theme, session.now())
        page.closed.connect(self._back)
        return page

    def _validation(self) -> QWidget:
        bench = self._bench
        page = ValidationView(
            bench.validation, bench.report, bench.models, self._words, self._theme
        )
        page.closed.connect(self._back)
        return page

    def _case(self) -> QWidget:
        from app.workbench import Workbench  # slow to import: not before a case is entered

        return Workbench(self._bench, self._words, self._theme, self._preferences)
