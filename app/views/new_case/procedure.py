"""The first page of a new case: the procedure, and what allows the footage to be searched."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.state.draft import DEEMED_GIVEN, WITHOUT_OFFENCE, Asked
from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form
from vsa_core.domain.case import Framework

REQUISITION = {
    Framework.FLAGRANCE: "60-1",
    Framework.PRELIMINARY: "77-1-1",
    Framework.ROGATORY: "99-3",
    Framework.ARTICLE_74: "60-1",
    Framework.ARTICLE_74_1: "60-1",
}
"""The article of the CPP under which the footage was asked for; 74 and 74-1 send back to 60-1."""


NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ProcedurePage(QWidget):
    """Number, framework, requisition, magistrate, authorisation, offence."""

    edited = Signal(object)  # Asked

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.requisition, self.magistrate = QLineEdit(), QLineEdit(), QLineEdit()
        self.authorisation, self.offence = QLineEdit(), QLineEdit()
        self.frameworks = QComboBox()
        self.frameworks.setSizeAdjustPolicy(NARROW)
        self.frameworks.setMinimumContentsLength(16)
        for framework, name in self._names().items():
            self.frameworks.addItem(name, framework)
        self.fields = self._fields(theme)
        form = Form()
        for field in self.fields.values():
            form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)
        self._listen()
        self._follow_framework()

    @property
    def framework(self) -> Framework:
        """The framework chosen."""
        return Framework(self.frameworks.currentData())

    def begin(self) -> None:
        """Empty everything."""
        self.frameworks.setCurrentIndex(0)
        for control in self._texts().values():
            control.clear()

    def _names(self) -> Mapping[Framework, str]:
        return {
            Framework.FLAGRANCE: self.tr("In flagrance (CPP art. 53)"),
            Framework.PRELIMINARY: self.tr("Preliminary inquiry (CPP art. 75)"),
            Framework.ROGATORY: self.tr("Rogatory commission (CPP art. 151)"),
            Framework.ARTICLE_74: self.tr("Search for the cause of a death (CPP art. 74)"),
            Framework.ARTICLE_74_1: self.tr("Disappearance (CPP art. 74-1)"),
        }

    def _texts(self) -> Mapping[Asked, QLineEdit]:
        return {
            Asked.NUMBER: self.number,
            Asked.REQUISITION: self.requisition,
            Asked.MAGISTRATE: self.magistrate,
            Asked.AUTHORISATION: self.authorisation,
            Asked.OFFENCE: self.offence,
        }

    def _fields(self, theme: Theme) -> Mapping[Asked, Field]:
        return {
            Asked.NUMBER: Field(theme, self.tr("Procedure number"), self.number),
            Asked.FRAMEWORK: Field(theme, self.tr("Framework of the inquiry"), self.frameworks),
            Asked.REQUISITION: Field(theme, self.tr("Requisition"), self.requisition),
            Asked.MAGISTRATE: Field(theme, self.tr("Magistrate"), self.magistrate),
            Asked.AUTHORISATION: Field(theme, self.tr("Authorisation"), self.authorisation),
            Asked.OFFENCE: Field(theme, self.tr("Offence"), self.offence),
        }

    def _listen(self) -> None:
        self.frameworks.currentIndexChanged.connect(lambda _: self._follow_framework())
        for asked, control in self._texts().items():
            control.textChanged.connect(lambda _, asked=asked: self.edited.emit(asked))

    def _follow_framework(self) -> None:
        """What is asked for, and under which article, depends on the framework."""
        framework = self.framework
        article = self.tr("Reference of the judicial requisition (CPP art. {article}).")
        self.fields[Asked.REQUISITION].explain(article.format(article=REQUISITION[framework]))
        self.fields[Asked.MAGISTRATE].explain(
            self.tr("The investigating judge who gave the commission.")
            if framework is Framework.ROGATORY
            else self.tr("The public prosecutor who directs the inquiry.")
        )
        self._follow_authorisation(framework in DEEMED_GIVEN)
        self.fields[Asked.OFFENCE].explain(
            self.tr("Not needed in this framework.")
            if framework in WITHOUT_OFFENCE
            else self.tr("NATINF or wording; name articles 706-73 to 706-74 where they apply.")
        )
        self.edited.emit(Asked.FRAMEWORK)

    def _follow_authorisation(self, deemed: bool) -> None:
        self.authorisation.setEnabled(not deemed)
        self.authorisation.setPlaceholderText(self.tr("Deemed given") if deemed else "")
        self.fields[Asked.AUTHORISATION].explain(
            self.tr("Deemed given in flagrance (CPP art. R. 40-40).")
            if deemed
            else self.tr("Given by the magistrate for this procedure (CPP art. R. 40-40).")
        )
