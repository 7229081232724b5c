from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from app.state.speed import RATES
from app.theme import Theme
from app.widgets.transport import Transport, rate_text


@pytest.fixture
def transport(qtbot: QtBot, theme: Theme) -> Transport:
    transport = Transport(theme, RATES, ",")
    qtbot.addWidget(transport)
    return transport


@pytest.mark.parametrize(
    ("rate", "text"), [("1/4", "0,25×"), ("1/2", "0,5×"), ("1", "1×"), ("-8", "−8×")]
)
def test_rates_are_written_as_people_write_them(rate: str, text: str) -> None:
    assert rate_text(Fraction(rate), ",") == text


def test_every_button_has_a_name_and_is_reached_by_the_keyboard(transport: Transport) -> None:
    names = [button.accessibleName() for button in transport.buttons.values()]
    assert all(names)
    assert len(set(names)) == len(names)
    for button in transport.buttons.values():
        assert button.focusPolicy().value & 1
    assert transport.rates.accessibleName()


def test_while_it_runs_the_button_pauses_and_the_rate_is_shown(transport: Transport) -> None:
    name = transport.buttons["play"].accessibleName()
    transport.show_running(Fraction(-4))
    assert transport.rates.currentText() == "−4×"
    assert transport.buttons["play"].accessibleName() != name
    transport.show_running(Fraction(0))
    assert transport.rates.currentText() == "1×"
    assert transport.buttons["play"].accessibleName() == name


def test_a_chosen_rate_stays_chosen(qtbot: QtBot, transport: Transport) -> None:
    with qtbot.waitSignal(transport.paced) as told:
        transport.rates.activated.emit(RATES.index(Fraction(2)))
    assert told.args == [2]
    transport.show_running(Fraction(8))
    transport.show_running(Fraction(0))
    assert transport.rate == 2
    assert transport.rates.currentText() == "2×"


def test_without_a_film_only_results_can_be_gone_through(transport: Transport) -> None:
    transport.enable(False)
    able = {name for name, button in transport.buttons.items() if button.isEnabled()}
    assert able == {"previous_hit", "next_hit"}
    transport.enable(True)
    assert all(button.isEnabled() for button in transport.buttons.values())


def test_it_fits_between_two_panes(transport: Transport) -> None:
    assert transport.minimumSizeHint().width() <= 660
