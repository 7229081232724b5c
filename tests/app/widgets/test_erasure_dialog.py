from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.erasure_dialog import ErasureDialog
from app.words import Words
from tests.app.doorstep import nameless
from tests.desk.scene import HOUR, START, basis
from vsa_core.domain.case import Case
from vsa_core.domain.erasure import Ground
from vsa_core.domain.order import Order, OrderKind, Origin

CASE = Case("2024/17", basis(), ("alice",), START + 100 * HOUR, START, "alice")
ERASE = Order("14", OrderKind.ERASE, Origin.MAGISTRATE, "ST 88", "Tout.", "mia", 5)


@pytest.mark.parametrize(
    ("case", "orders", "ground", "order"),
    [
        (CASE, (), Ground.TERM, ""),
        (replace(CASE, closed=START + HOUR), (), Ground.CLOSURE, ""),
        (CASE, (ERASE,), Ground.ORDER, "14"),
        (
            CASE,
            (replace(ERASE, done=START), replace(ERASE, kind=OrderKind.RECTIFY)),
            Ground.TERM,
            "",
        ),
    ],
)
def test_the_ground_that_the_papers_show_is_proposed(
    case: Case,
    orders: tuple[Order, ...],
    ground: Ground,
    order: str,
    qtbot: QtBot,
    words: Words,
    theme: Theme,
) -> None:
    dialog = ErasureDialog(words, theme, case, orders)
    qtbot.addWidget(dialog)
    assert (dialog.ground, dialog.order) == (ground, order)


def test_a_reference_and_a_motive_are_needed(qtbot: QtBot, words: Words, theme: Theme) -> None:
    dialog = ErasureDialog(words, theme, CASE, ())
    qtbot.addWidget(dialog)
    assert set(dialog.lacks()) == {dialog.reference_field, dialog.motive_field}
    dialog.reference.setText("clôture")
    dialog.motive.choose("M01")
    assert dialog.lacks() == {}
    assert nameless(dialog) == []
