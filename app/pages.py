"""The pages of the window, each made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.state.audit import Audit
from app.state.audit_handing import Handing
from app.state.audit_replays import ReplayRequests
from app.state.bench import Bench
from app.state.capabilities import Capabilities
from app.state.preferences import Preferences
from app.theme import Theme
from app.views.approvals import ApprovalsView
from app.views.capabilities import CapabilitiesView
from app.views.cases import CasesView
from app.views.dpo.view import DpoView
from app.views.enrol import EnrolView
from app.views.founding import FoundingView
from app.views.new_case.view import NewCaseView
from app.views.papers import PapersView
from app.views.retention import RetentionView
from app.views.sign_in import SignInView
from app.views.validation import ValidationView
from app.words import Words
from vsa_core.domain.case import Role


@dataclass(frozen=True, slots=True)
class Ways:
    """From page to page.

    go: shows the page of that name; back: the one where the person belongs;
    give_way: somebody else wants to sign in while work of the one before runs.
    """

    go: Callable[[str], None]
    back: Callable[[], None]
    give_way: Callable[[], None]


class Pages:
    """Makes pages by name: `make` lists them.

    `ways` lead from one to another.
    """

    def __init__(
        self,
        bench: Bench,
        words: Words,
        theme: Theme,
        preferences: Preferences,
        ways: Ways,
    ) -> None:
        self._bench = bench
        self._words = words
        self._theme = theme
        self._preferences = preferences
        self._go = ways.go
        self._back = ways.back
        self._give_way = ways.give_way
        self._greet: Callable[[str], None]
        self._destroy: Callable[[str, str], None]

    def make(self, name: str) -> QWidget:
        """The page of that name, new; KeyError when there is none."""
        makers: dict[str, Callable[[], QWidget]] = {
            "founding": self._founding,
            "sign_in": self._sign_in,
            "cases": self._cases,
            "new_case": self._new_case,
            "enrol": self._enrol,
            "journal": self._journal,
            "papers": self._papers,
            "approvals": self._approvals,
            "retention": self._retention,
            "validation": self._validation,
            "capabilities": self._capabilities,
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
        bench = self._bench
        page = SignInView(bench.session, bench.lock, self._words, self._theme)
        page.other_wanted.connect(self._give_way)
        page.enrol_wanted.connect(lambda: self._go("enrol"))
        self._greet = page.greet
        return page

    def _cases(self) -> QWidget:
        bench = self._bench
        page = CasesView(bench.session, bench.recents, bench.people, self._words, self._theme)
        page.new_case_wanted.connect(lambda: self._go("new_case"))
        page.enrol_wanted.connect(lambda: self._go("enrol"))
        page.journal_wanted.connect(lambda: self._go("journal"))
        page.requests_wanted.connect(lambda: self._go("approvals"))
        page.validation_wanted.connect(lambda: self._go("validation"))
        page.role_wanted.connect(bench.approving.ask_role)
        bench.approving.asked.connect(page.requested)
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
        bench, session = self._bench, self._bench.session
        states = (
            Audit(session, self._words, bench),
            ReplayRequests(session, bench),
            Handing(session, bench),
        )
        watches = session.person is not None and session.person.role is Role.DPO
        page = DpoView(*states, self._words, self._theme, session.now(), acts=watches)
        page.closed.connect(session.sign_out if watches else self._back)
        page.requests_wanted.connect(lambda: self._go("approvals"))
        return page

    def _papers(self) -> QWidget:
        bench = self._bench
        page = PapersView(bench.papers, bench.session, self._words, self._theme)
        page.closed.connect(self._back)
        page.erase_wanted.connect(self._erase)
        return page

    def _erase(self, request: str) -> None:
        """The case is left first: nobody may be in it while it is destroyed."""
        folder = self._bench.papers.folder
        self._bench.session.leave()
        self._go("approvals")
        self._destroy(request, folder)

    def _approvals(self) -> QWidget:
        bench = self._bench
        page = ApprovalsView(bench.approving, bench.session, self._words, self._theme)
        page.closed.connect(self._back)
        self._destroy = page.erase
        return page

    def _retention(self) -> QWidget:
        bench = self._bench
        page = RetentionView(
            bench.retention, bench.approving, bench.session, self._words, self._theme
        )
        page.closed.connect(self._back)
        page.requests_wanted.connect(lambda: self._go("approvals"))
        return page

    def _validation(self) -> QWidget:
        bench = self._bench
        page = ValidationView(
            bench.validation, bench.report, bench.models, self._words, self._theme
        )
        page.closed.connect(self._back)
        return page

    def _capabilities(self) -> QWidget:
        bench = self._bench
        state = Capabilities(bench.session, bench)
        page = CapabilitiesView(state, self._words, self._theme)
        page.closed.connect(self._back)
        return page

    def _case(self) -> QWidget:
        from app.workbench import Workbench  # slow to import: not before a case is entered

        return Workbench(self._bench, self._words, self._theme, self._preferences)
