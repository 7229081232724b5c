import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.order_dialogs import CarriedOutDialog, OrderDialog
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin

ORDER = Order("14", OrderKind.RECTIFY, Origin.MAGISTRATE, "ST 88", "La rue.", "mia", 5)


@pytest.mark.parametrize("own", [True, False])
def test_an_order_says_what_and_under_which_reference(
    own: bool, qtbot: QtBot, words: Words, theme: Theme
) -> None:
    dialog = OrderDialog(words, theme, own=own)
    qtbot.addWidget(dialog)
    assert (dialog.reference_field in dialog.lacks()) is not own
    assert dialog.text_field in dialog.lacks()
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(OrderKind.COMPLETE))
    dialog.origins.setCurrentIndex(dialog.origins.findData(Origin.PERSON))
    dialog.reference.setText(" courrier ")
    dialog.text.setPlainText("Compléter.")
    assert dialog.lacks() == {}
    assert dialog.order == NewOrder(OrderKind.COMPLETE, Origin.PERSON, "courrier", "Compléter.")
    assert nameless(dialog) == []


def test_an_order_is_carried_out_with_a_word(qtbot: QtBot, words: Words, theme: Theme) -> None:
    dialog = CarriedOutDialog(words, theme, ORDER)
    qtbot.addWidget(dialog)
    assert "La rue." in dialog.explanation.text()
    assert dialog.text_field in dialog.lacks()
    dialog.text.setPlainText(" Fait. ")
    assert dialog.what == "Fait."
    assert dialog.lacks() == {}
    assert nameless(dialog) == []
