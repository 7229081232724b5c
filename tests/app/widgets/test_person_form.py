import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.person_form import PersonForm
from app.words import Words
from tests.app.doorstep import nameless
from tests.desk.scene import SECRET, START
from vsa_core.domain.case import Role


@pytest.fixture
def form(qtbot: QtBot, words: Words, theme: Theme) -> PersonForm:
    made = PersonForm(words, theme, 12, lambda: START)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def fill(form: PersonForm) -> None:
    form.short.setText(" alice ")
    form.full.setText("Alice A.")
    form.reference.setText("H-1")
    form.habilitation.signatory.setText("M. le directeur")
    form.secret.setText(SECRET)
    form.again.setText(SECRET)


def test_a_full_form_is_checked(form: PersonForm) -> None:
    fill(form)
    assert form.checked()
    assert (form.new.name, form.new.full_name) == ("alice", "Alice A.")
    assert (form.new.held.reference, form.new.held.signatory) == ("H-1", "M. le directeur")
    assert form.new.held.begins <= START < form.new.held.begins + 86_400_000_000
    assert form.new.held.ends is None
    assert form.role is Role.ANALYST


WRONG = [
    ("short", " ", "short_field"),
    ("short", "al\u202eice", "short_field"),
    ("reference", "", "reference_field"),
    ("secret", "eleven char", "secret_field"),
    ("again", SECRET + "!", "again_field"),
]


@pytest.mark.parametrize(("control", "text", "field"), WRONG)
def test_what_is_wrong_is_told_beside_it_and_gone_to(
    control: str, text: str, field: str, form: PersonForm
) -> None:
    fill(form)
    getattr(form, control).setText(text)
    assert not form.checked()
    complaining = [f for f in form.fields if f.complaint]
    assert getattr(form, field) in complaining
    assert complaining[0].control.hasFocus()


def test_the_full_name_may_be_left_out(form: PersonForm) -> None:
    fill(form)
    form.full.clear()
    assert form.checked()


def test_the_rule_is_told_while_typing(qtbot: QtBot, form: PersonForm) -> None:
    assert "12" in form.secret_field.hint.text()
    qtbot.keyClicks(form.secret, "sept 7!")
    assert "7" in form.secret_field.hint.text()


def test_a_complaint_goes_when_it_is_mended(form: PersonForm) -> None:
    form.secret.setText("short")
    form.checked()
    form.short.setText("alice")
    assert not form.short_field.complaint
    form.reference.setText("H-1")
    assert not form.reference_field.complaint
    form.secret.setText(SECRET)
    assert not form.secret_field.complaint
    form.again.setText("other")
    form.checked()
    form.again.setText(SECRET)
    assert not form.again_field.complaint


def test_an_accent_typed_in_two_counts_once(form: PersonForm) -> None:
    fill(form)
    for control in (form.secret, form.again):
        control.setText("e\u0301" * 11)
    assert not form.checked()


def test_each_role_says_what_it_may_do(form: PersonForm) -> None:
    told = set()
    for index in range(form.roles.count()):
        form.roles.setCurrentIndex(index)
        told.add(form.role_field.hint.text())
    assert len(told) == len(Role)
    assert "" not in told


def test_caps_lock_is_told_and_is_no_reason_to_refuse(qtbot: QtBot, form: PersonForm) -> None:
    form.secret.capitals.emit(True)
    assert form.secret_field.complaint
    form.secret.capitals.emit(False)
    assert not form.secret_field.complaint
    form.secret.capitals.emit(True)
    fill(form)
    assert form.checked()


def test_passphrases_are_forgotten(form: PersonForm) -> None:
    fill(form)
    form.forget()
    assert form.secret.text() == form.again.text() == ""
    assert form.name == "alice"
    fill(form)
    form.begin(Role.DPO)
    assert (form.name, form.reference.text(), form.secret.text()) == ("", "", "")
    assert form.role is Role.DPO


def test_enter_in_the_last_field_submits(qtbot: QtBot, form: PersonForm) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.again, Qt.Key.Key_Return)


def test_everything_has_a_name_and_a_key(form: PersonForm) -> None:
    assert nameless(form) == []
