import pytest
from PySide6.QtWidgets import QApplication

from app.theme import Theme
from app.widgets.habilitation_form import HabilitationForm
from tests.desk.scene import START

DAY = 86_400_000_000


@pytest.fixture
def form(qapp: QApplication, theme: Theme) -> HabilitationForm:
    made = HabilitationForm(theme)
    made.begin(START)
    return made


def test_a_full_one_is_told_as_the_desk_wants_it(form: HabilitationForm) -> None:
    form.reference.setText(" H-2 ")
    form.signatory.setText("Mme la cheffe")
    form.ends.show_day(START + 30 * DAY)
    form.check()
    assert [field.complaint for field in form.fields] == [""] * 5
    value = form.value
    assert (value.reference, value.signatory) == ("H-2", "Mme la cheffe")
    assert value.data
    assert value.begins <= START < value.begins + DAY
    assert value.ends is not None
    assert START + 30 * DAY < value.ends <= START + 31 * DAY


def test_what_is_lacking_is_told_and_taken_back_when_mended(form: HabilitationForm) -> None:
    form.data.clear()
    form.ends.show_day(START - 30 * DAY)
    form.check()
    wrong = [field for field in form.fields if field.complaint]
    assert wrong == [
        form.reference_field,
        form.signatory_field,
        form.data_field,
        form.ends_field,
    ]
    form.reference.setText("H-2")
    form.ends.show_day(None)
    assert not form.reference_field.complaint
    assert not form.ends_field.complaint
