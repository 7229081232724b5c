"""The questions kept in the case: listed, kept, taken up again, renamed, dropped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.state.question import Question
from app.state.session import Session
from vsa_core.domain.saved_query import Saved


class SavedList(QObject):
    """`listed` are the kept questions by name; each act of keeping and dropping is recorded."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question
        self.listed: tuple[Saved, ...] = ()
        session.entered.connect(self.refresh)
        session.left.connect(self._forget)

    @property
    def keepable(self) -> bool:
        """Whether the question as it stands can be kept."""
        return self._question.query() is not None

    @property
    def name(self) -> str:
        """The name under which the question as it stands is kept; "" when it is not."""
        query = self._question.query()
        return next((one.name for one in self.listed if one.query == query), "")

    def refresh(self) -> None:
        """Read the list."""
        desk, who, where = self._session.desks.saved, self._session.who, self._session.where
        self._session.tasks.ask(lambda: desk.listed(who, where), self._listed, self.failed.emit)

    def keep(self, name: str) -> None:
        """Keep the question as it stands."""
        query = self._question.query()
        if query is not None:
            desk, who, where = self._session.desks.saved, self._session.who, self._session.where
            self._act(lambda: desk.keep(who, where, name, query))

    def take(self, name: str) -> None:
        """Put a kept question into the panel; asking it is another act."""
        for one in self.listed:
            if one.name == name:
                self._question.take(one.query)

    def rename(self, name: str, new: str) -> None:
        """Give a kept question another name."""
        desk, who, where = self._session.desks.saved, self._session.who, self._session.where
        self._act(lambda: desk.rename(who, where, name, new))

    def drop(self, name: str) -> None:
        """Keep that question no longer."""
        desk, who, where = self._session.desks.saved, self._session.who, self._session.where
        self._act(lambda: desk.drop(who, where, name))

    def _act(self, call: Callable[[], object]) -> None:
        self._session.tasks.ask(call, lambda _: self.refresh(), self.failed.emit)

    def _listed(self, listed: tuple[Saved, ...]) -> None:
        self.listed = listed
        self.changed.emit()

    def _forget(self) -> None:
        self.listed = ()
        self.changed.emit()
