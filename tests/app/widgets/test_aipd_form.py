import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.aipd_form import AipdForm
from tests.app.doorstep import nameless
from tests.desk.scene import AIPD
from vsa_core.domain.case import Aipd


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> AipdForm:
    made = AipdForm(theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("reference", "digest", "whole"),
    [
        ("AIPD 1", "ab" * 32, True),
        ("AIPD 1", " " + "AB" * 32, True),
        ("", "ab" * 32, False),
        ("AIPD 1", "ab" * 31, False),
        ("AIPD 1", "zz" * 32, False),
        ("", "", False),
    ],
)
def test_it_is_whole_with_a_reference_and_64_digits(
    reference: str, digest: str, whole: bool, form: AipdForm
) -> None:
    form.reference.setText(reference)
    form.digest.setText(digest)
    assert form.is_whole is whole
    if whole:
        assert form.value == Aipd("AIPD 1", "ab" * 32)


def test_a_document_gives_its_digest_and_its_name_where_none_was_typed(form: AipdForm) -> None:
    form.take("analyse 2024", "cd" * 32)
    assert form.value == Aipd("analyse 2024", "cd" * 32)
    form.take("autre", "ef" * 32)
    assert form.value == Aipd("analyse 2024", "ef" * 32)


def test_where_it_comes_from_is_said(form: AipdForm) -> None:
    form.show_aipd(AIPD, "told when founded")
    assert form.value == AIPD
    assert form.said.text() == "told when founded"


def test_a_document_is_asked_for(qtbot: QtBot, form: AipdForm) -> None:
    form.choose.click()
    (dialog,) = form.findChildren(QFileDialog)
    with qtbot.waitSignal(form.document_wanted) as wanted:
        dialog.fileSelected.emit("/papers/aipd.pdf")
    assert wanted.args == ["/papers/aipd.pdf"]
    dialog.close()


def test_everything_has_a_name_and_a_key(form: AipdForm) -> None:
    assert nameless(form) == []
