"""The first page of a new case: the procedure, and what allows the footage to be searched."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.state.draft import DEEMED_GIVEN, WITHOUT_OFFENCE, Asked
from app.theme import Theme
from app.widgets.aipd_form import AipdForm
from app.widgets.field import Field
from app.widgets.form import Form
from vsa_core.domain.case import Aipd, Framework

NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ProcedurePage(QWidget):
    """Number, framework, requisition, magistrate, authorisation, offence, impact assessment."""

    edited = Signal(object)  # Asked

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.requisition, self.magistrate = QLineEdit(), QLineEdit(), QLineEdit()
        self.authorisation, self.offence = QLineEdit(), QLineEdit()
        self.aipd = AipdForm(theme)
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

    def begin(self, aipd: Aipd) -> None:
        """Empty everything; the impact assessment told at the founding is proposed."""
        told = self.tr("Told when this installation was founded.") if aipd.digest else ""
        self.aipd.show_aipd(aipd, told)
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
            Asked.REQUISITION: Field(
                theme,
                self.tr("Requisition"),
                self.requisition,
                self.tr("Reference of the judicial requisition."),
            ),
            Asked.MAGISTRATE: Field(theme, self.tr("Magistrate"), self.magistrate),
            Asked.AUTHORISATION: Field(theme, self.tr("Authorisation"), self.authorisation),
            Asked.OFFENCE: Field(theme, self.tr("Offence"), self.offence),
            Asked.AIPD: Field(
                theme,
                self.tr("Impact assessment (AIPD)"),
                self.aipd,
                self.tr("Its reference and the digest of its document go into the journal."),
            ),
        }

    def _listen(self) -> None:
        self.frameworks.currentIndexChanged.connect(lambda _: self._follow_framework())
        for asked, control in self._texts().items():
            control.textChanged.connect(lambda _, asked=asked: self.edited.emit(asked))
        self.aipd.changed.connect(lambda: self.edited.emit(Asked.AIPD))

    def _follow_framework(self) -> None:
        """What is asked for, and under which article, depends on the framework."""
        framework = self.framework
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
            self.tr("Deemed given in flagrance.")
            if deemed
            else self.tr("Given by the magistrate for this procedure.")
        )
