import pytest
from pytestqt.qtbot import QtBot

from app.state.draft import Asked
from app.theme import Theme
from app.views.new_case.procedure import ProcedurePage
from tests.app.doorstep import nameless
from tests.desk.scene import AIPD
from vsa_core.domain.case import Aipd, Framework


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ProcedurePage:
    made = ProcedurePage(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(page: ProcedurePage, framework: Framework) -> None:
    page.frameworks.setCurrentIndex(page.frameworks.findData(framework))


def test_every_framework_is_offered_with_its_article(page: ProcedurePage) -> None:
    names = [page.frameworks.itemText(i) for i in range(page.frameworks.count())]
    assert len(names) == len(Framework)
    assert all("CPP art." in name for name in names)
    for framework in Framework:
        choose(page, framework)
        assert page.framework is framework


def test_the_assessment_of_the_installation_is_proposed_and_named_as_such(
    page: ProcedurePage,
) -> None:
    page.begin(AIPD)
    assert page.aipd.value == AIPD
    assert not page.aipd.said.isHidden()
    page.begin(Aipd())
    assert page.aipd.value == Aipd()
    assert page.aipd.said.isHidden()


def test_in_flagrance_the_authorisation_is_deemed_given(page: ProcedurePage) -> None:
    choose(page, Framework.FLAGRANCE)
    assert not page.authorisation.isEnabled()
    assert "Deemed" in page.fields[Asked.AUTHORISATION].hint.text()
    assert page.authorisation.placeholderText()
    choose(page, Framework.PRELIMINARY)
    assert page.authorisation.isEnabled()
    assert page.authorisation.placeholderText() == ""


def test_what_was_typed_survives_a_look_at_another_framework(page: ProcedurePage) -> None:
    choose(page, Framework.ROGATORY)
    page.authorisation.setText("A1")
    choose(page, Framework.FLAGRANCE)
    choose(page, Framework.ROGATORY)
    assert page.authorisation.text() == "A1"


def test_magistrate_and_offence_follow_the_framework(page: ProcedurePage) -> None:
    told = {}
    for framework in Framework:
        choose(page, framework)
        told[framework] = tuple(
            page.fields[asked].hint.text() for asked in (Asked.MAGISTRATE, Asked.OFFENCE)
        )
    assert told[Framework.ROGATORY][0] != told[Framework.FLAGRANCE][0]
    assert told[Framework.ARTICLE_74][1] == told[Framework.ARTICLE_74_1][1]
    assert told[Framework.ARTICLE_74][1] != told[Framework.FLAGRANCE][1]


def test_what_is_edited_is_told(qtbot: QtBot, page: ProcedurePage) -> None:
    with qtbot.waitSignal(page.edited) as edited:
        page.offence.setText("vol")
    assert edited.args == [Asked.OFFENCE]


def test_it_begins_empty(page: ProcedurePage) -> None:
    choose(page, Framework.ROGATORY)
    page.number.setText("2024/17")
    page.begin(Aipd())
    assert page.number.text() == ""
    assert page.framework is Framework.FLAGRANCE


def test_everything_has_a_name_and_a_key(page: ProcedurePage) -> None:
    assert nameless(page) == []
