"""What was looked at in each film, what was not, and the digests of film and truth."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.times import elapsed
from app.widgets import assessed_words as say
from app.widgets.copy_line import CopyLine
from app.widgets.empty import Empty
from app.widgets.facts import Facts
from app.widgets.figure_table import FigureTable
from app.widgets.label import Label
from app.widgets.table import Row
from app.words import Words, visible
from vsa_core.domain.assessment import Assessment, Clip, Rate

FIGURES = range(1, 6)


class ClipsPane(QWidget):
    """A line for each film; the digests of the one chosen can be copied."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._words = words
        self._theme = theme
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.setSpacing(12)
        if not found.clips:
            rows.addWidget(self._nothing(theme))
            return
        about = self.tr(
            "What the level chosen skips, or judged still by its key pictures, was not looked at:"
            " an event that lies there counts as missed."
        )
        self.table = FigureTable(theme, self.tr("Coverage"), self._headers(), (0,), FIGURES)
        self.told = Facts()
        rows.addWidget(Label(about, use="muted", wraps=True))
        rows.addWidget(self.table, 1)
        rows.addWidget(self.told)
        self.table.told.connect(self._tell)
        self.table.fill([self._row(n, one) for n, one in enumerate(found.clips)])
        self.setFocusProxy(self.table)

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Film"),
            self.tr("Looked at"),
            self.tr("Judged still"),
            self.tr("Skipped by the level"),
            self.tr("Undecodable"),
            self.tr("Pictures compared"),
        )

    def _row(self, number: int, clip: Clip) -> Row:
        total = clip.looked + clip.calm + clip.skipped + clip.undecodable
        language = self._words.language
        looked = self.tr("no time: pictures only") if clip.digest else self.tr("not looked at")
        if total:
            text = self.tr("{looked} of {total} ({share})")
            looked = text.format(
                looked=elapsed(clip.looked, language),
                total=elapsed(total, language),
                share=say.share(Rate(clip.looked, total), self._words),
            )
        cells = (
            clip.name,
            looked,
            elapsed(clip.calm, language) if total else say.NOTHING,
            elapsed(clip.skipped, language) if total else say.NOTHING,
            elapsed(clip.undecodable, language) if total else say.NOTHING,
            say.number(clip.pictures, self._words),
        )
        return Row(cells, str(number))

    def _tell(self, value: str) -> None:
        clip = self._found.clips[int(value)]
        self.told.fill(
            (
                (self.tr("Film"), visible(clip.name)),
                self._digest(self.tr("SHA-256 of the film"), clip.digest),
                self._digest(self.tr("SHA-256 of the truth"), clip.truth),
            )
        )

    def _digest(self, name: str, digest: str) -> tuple[str, str | QWidget]:
        if not digest:
            return name, self.tr("None: there is no film, or nothing here gives names.")
        return name, CopyLine(self._theme, name, digest)

    def _nothing(self, theme: Theme) -> Empty:
        text = self.tr("Nothing of this folder was looked at.")
        return Empty(theme, "film", self.tr("No film"), text)
