"""A legal basis told as rows of a name and a value."""

from PySide6.QtCore import QCoreApplication

from app.widgets.request_words import RequestWords
from app.words import Words, visible
from vsa_core.domain.case import Case

translate = QCoreApplication.translate
NONE = "–"


class BasisWords:
    """Tells the papers of a case to people; times are of Paris."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._times = RequestWords(words)

    def rows(self, case: Case) -> tuple[tuple[str, str], ...]:
        """Everything that the law asked when it was opened, as it stands now."""
        basis, minute = case.basis, self._times.minute
        framework = self._words.name("cli.frameworks", basis.framework.value)
        told = (
            (translate("BasisWords", "Framework"), framework),
            (translate("BasisWords", "Requisition"), basis.requisition),
            (translate("BasisWords", "Magistrate"), basis.magistrate),
            (
                translate("BasisWords", "Authorisation"),
                basis.authorisation or translate("BasisWords", "Deemed given"),
            ),
            (translate("BasisWords", "Offence"), basis.offence or NONE),
            (translate("BasisWords", "Cameras"), ", ".join(basis.cameras)),
            (
                translate("BasisWords", "Footage"),
                f"{minute(basis.window.start)} – {minute(basis.window.end)}",
            ),
            (translate("BasisWords", "Modules"), ", ".join(basis.modules) or NONE),
            (translate("BasisWords", "Basis expires"), minute(basis.expires)),
            (translate("BasisWords", "Erase by"), minute(case.erase_by)),
            (translate("BasisWords", "People"), ", ".join(case.people)),
            (
                translate("BasisWords", "Impact assessment (AIPD)"),
                f"{case.aipd.reference} ({case.aipd.digest[:16]}…)" if case.aipd.digest else NONE,
            ),
            (
                translate("BasisWords", "Opened"),
                f"{minute(case.opened)}, {case.opened_by}",
            ),
            (translate("BasisWords", "Closed"), minute(case.closed)),
        )
        return tuple((name, visible(value)) for name, value in told)
