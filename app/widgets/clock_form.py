"""What is stated about the clocks of files: where their time is read, and how wrong it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.claims import Statement, instant_in_name, pattern_of
from app.theme import Theme
from app.widgets import hit_words
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.instant import PARIS, InstantEdit
from app.widgets.offset import OffsetEdit, Seconds
from app.widgets.steady import steady
from app.words import Words
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import WrongUsage

WITHIN = 2 * MICROSECONDS
"""The uncertainty that is offered at first, in microseconds."""

LOOSEST = 86_400
SHOWN, NAMED, UNKNOWN = range(3)


class ClockForm(QWidget):
    """Asks; `changed` at every answer. Nothing is chosen at first: no time is taken as given."""

    changed = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._typed = False
        self._names: tuple[str, ...] = ()
        self.how = QComboBox()
        self.how.setPlaceholderText(self.tr("Choose how the time is known"))
        self.how.addItems(
            [
                self.tr("Shown at the first picture"),
                self.tr("Told by the names of the files"),
                self.tr("Unknown"),
            ]
        )
        self.how.setCurrentIndex(-1)
        self.how.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        steady(self.how)
        self.start = InstantEdit(theme)
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText("rue_%Y%m%d_%H%M%S")
        self.pattern.setProperty("use", "mono")
        self.offset = OffsetEdit()
        self.within = Seconds(LOOSEST)
        self.within.setPrefix("±\u00a0")
        self.within.set_microseconds(WITHIN)
        self._lay_out(theme)
        self._connect()
        self._tell()

    def statement(self, author: str) -> Statement:
        """What was stated, by that person."""
        how = self.how.currentIndex()
        return Statement(
            author,
            start=self.start.microseconds if how == SHOWN else None,
            pattern=self.pattern.text() if how == NAMED else None,
            offset=self.offset.microseconds,
            uncertainty=self.within.microseconds,
            zone=PARIS,
        )

    def begin_at(self, instant: int) -> None:
        """Let the typing begin there; it is no answer."""
        self.start.set_microseconds(instant)
        self._typed = False

    def know(self, names: Sequence[str]) -> None:
        """The names of the files that it is about."""
        self._names = tuple(names)
        self._suggest()

    def check(self) -> bool:
        """Complain of what is lacking or wrong; whether nothing is."""
        how = self.how.currentIndex()
        lacking = self.tr("Say how the time of these files is known.")
        self.how_field.complain("" if how >= 0 else lacking)
        typed = how != SHOWN or self._typed
        self.start_field.complain("" if typed else self.tr("Type the time that was shown."))
        wrong = [text for text, good in self.previews() if not good] if how == NAMED else []
        self.pattern_field.complain(wrong[0] if wrong else "")
        return how >= 0 and typed and not wrong

    def previews(self) -> tuple[tuple[str, bool], ...]:
        """For each file the true time that it would begin at, in words, and whether it is one."""
        return tuple(self._preview(number, name) for number, name in enumerate(self._names))

    def _preview(self, number: int, name: str) -> tuple[str, bool]:
        how = self.how.currentIndex()
        if how < 0 or (how == SHOWN and not self._typed):
            return "–", True
        if how == UNKNOWN:
            return self.tr("unknown: not indexed"), True
        if how == SHOWN and number:
            return self.tr("follows the one above"), True
        try:
            shown = self.start.microseconds
            if how == NAMED:
                shown = instant_in_name(name, self.pattern.text(), PARIS)
        except WrongUsage as fault:
            return self._words.explain(fault)[0], False
        return hit_words.at(shown + self.offset.microseconds, self._words), True

    def _suggest(self) -> None:
        """A pattern that reads the first name, where one is plain to see."""
        if self.how.currentIndex() == NAMED and not self.pattern.text() and self._names:
            self.pattern.setText(pattern_of(self._names[0]))

    def _chosen(self) -> None:
        self._suggest()
        self._tell()
        self.changed.emit()

    def _started(self) -> None:
        self._typed = True
        self._answered()

    def _answered(self) -> None:
        for field in (self.how_field, self.start_field, self.pattern_field):
            field.complain("")
        self.changed.emit()

    def _tell(self) -> None:
        """Show what the way chosen asks for, and what follows from it."""
        how = self.how.currentIndex()
        self.how_field.complain("")
        self.how_field.explain(self._follows(how))
        for field, ways in self._when.items():
            field.setVisible(how in ways)
            field.title.setVisible(how in ways)

    def _follows(self, how: int) -> str:
        if how == SHOWN:
            return self.tr(
                "Each next file begins where the one above it ends, without a pause. Where one"
                " cannot be read, those after it are left out: their time is never guessed."
            )
        if how == UNKNOWN:
            return self.tr(
                "The files are admitted and named by their SHA-256, but not indexed and found by"
                " no question, until somebody states their clock."
            )
        return ""

    def _lay_out(self, theme: Theme) -> None:
        letters = self.tr(
            "%Y year, %m month, %d day, %H hour, %M minute, %S second; * for anything else."
        )
        self.how_field = Field(theme, self.tr("Clock"), self.how)
        self.start_field = Field(theme, self.tr("Time shown"), self.start, self.tr("Paris time"))
        self.pattern_field = Field(theme, self.tr("Pattern of the names"), self.pattern, letters)
        self._when = {
            self.start_field: (SHOWN,),
            self.pattern_field: (NAMED,),
            Field(theme, self.tr("The recorder"), self.offset): (SHOWN, NAMED),
            Field(theme, self.tr("Uncertainty"), self.within): (SHOWN, NAMED),
        }
        form = Form()
        for field in (self.how_field, *self._when):
            form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)

    def _connect(self) -> None:
        self.how.currentIndexChanged.connect(self._chosen)
        self.start.changed.connect(self._started)
        self.pattern.textChanged.connect(self._answered)
        self.offset.changed.connect(self._answered)
        self.within.valueChanged.connect(self._answered)
