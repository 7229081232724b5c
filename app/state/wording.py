"""The question in words: what is typed, what is wrong with it, and what it compiles to."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.state.question import Question
from app.state.session import Session
from app.state.taking import spared
from vsa_core.domain.phrase import Completion
from vsa_core.domain.query import Query
from vsa_core.errors import Fault, WrongUsage


class Wording(QObject):
    """`fault` says why the text is no question; `at` to `until`: the word it is about.

    The text follows the panel, in the language of the newest window; what a
    person types is theirs until it compiles, or until the panel is changed.
    """

    changed = Signal()

    def __init__(self, session: Session, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question
        self._language = "fr"
        self.text = ""
        self.typed = False
        self.fault: Fault | None = None
        self._before: Query | None = None
        self._compiled = False
        question.changed.connect(self._follow)
        session.left.connect(self._forget)

    @property
    def span(self) -> tuple[int, int]:
        """The characters that the fault is about; (0, 0) when nothing is wrong."""
        values = self.fault.values if self.fault is not None else {}
        at, until = values.get("at"), values.get("until")
        return (at, until) if isinstance(at, int) and isinstance(until, int) else (0, 0)

    def speak(self, language: str) -> None:
        """Read and write this language from now on; what was typed stays as it is."""
        self._language = language
        self.write()

    def type(self, text: str) -> None:
        """The person types: nothing is wrong with it until it is compiled."""
        if text != self.text:
            if not self.typed:
                self._before = self._question.query()
            self.text, self.typed, self.fault = text, True, None
            self.changed.emit()

    def compile(self) -> bool:
        """Make the question of the panel out of the text; False, and `fault`, when it is none."""
        try:
            query = self._session.desks.phrases.read(self.text, self._language)
        except WrongUsage as fault:
            self.fault = fault
            self.changed.emit()
            return False
        self.typed, self.fault, self._compiled = False, None, True
        self._question.take(query)
        return True

    def write(self) -> None:
        """Put the panel's question into words, unless the person is typing."""
        if self.typed:
            return
        query = self._question.query()
        if query is not None:
            text, self._compiled = self._written(query), False
        else:
            text = self.text if self._compiled else ""  # what was typed may lack its camera yet
        if text != self.text:
            self.text, self.fault = text, None
            self.changed.emit()

    def complete(self, at: int) -> Sequence[Completion]:
        """What could stand where the person types."""
        cameras = self._question.every_camera
        return self._session.desks.phrases.complete(self.text, at, self._language, cameras)

    def _written(self, query: Query) -> str:
        """The question in words; "" for one that no text says."""
        sheets = (*self._question.kinds, *self._question.joins)
        try:
            return self._session.desks.phrases.write(spared(query, sheets), self._language)
        except WrongUsage:
            return ""

    def _follow(self) -> None:
        """The panel was changed: its question is the one that counts."""
        if self.typed and self._question.query() == self._before:
            return
        self.typed, self.fault = False, None
        self.changed.emit()

    def _forget(self) -> None:
        self.text, self.typed, self.fault, self._compiled = "", False, None, False
        self.changed.emit()
