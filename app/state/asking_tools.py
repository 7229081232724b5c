"""What stands around the question: its words, its count, those kept, the grounds of its cameras."""

from PySide6.QtCore import QObject

from app.state.counting import Counting
from app.state.grounds import Grounds
from app.state.question import Question
from app.state.saved_queries import SavedList
from app.state.session import Session
from app.state.wording import Wording


class AskingTools(QObject):
    """States that know the question, each for itself."""

    def __init__(self, session: Session, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = Wording(session, question, self)
        self.counting = Counting(session, question, self)
        self.saved = SavedList(session, question, self)
        self.grounds = Grounds(session, self)
