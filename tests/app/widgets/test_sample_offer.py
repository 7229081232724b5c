import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.sample_offer import SampleOffer
from tests.app.doorstep import nameless


@pytest.fixture
def offer(qtbot: QtBot, theme: Theme) -> SampleOffer:
    made = SampleOffer(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_offers_and_says_that_it_touches_nothing(qtbot: QtBot, offer: SampleOffer) -> None:
    assert "touches nothing" in offer.text.text()
    assert offer.button.isVisible()
    assert not offer.bar.isVisible()
    with qtbot.waitSignal(offer.wanted):
        offer.button.click()


def test_its_making_is_told_and_can_be_stopped(qtbot: QtBot, offer: SampleOffer) -> None:
    offer.set_running(True)
    assert not offer.button.isVisible()
    assert (offer.bar.minimum(), offer.bar.maximum()) == (0, 0)
    offer.advance(420, 1000)
    offer.set_running(True)
    assert (offer.bar.value(), offer.bar.maximum()) == (420, 1000)
    assert "42" in offer.told.text()
    with qtbot.waitSignal(offer.given_up):
        offer.stop.click()
    offer.set_running(False)
    assert offer.button.isVisible()


def test_a_second_making_begins_anew(offer: SampleOffer) -> None:
    offer.set_running(True)
    offer.advance(420, 1000)
    offer.set_running(False)
    offer.set_running(True)
    assert offer.bar.maximum() == 0
    offer.advance(0, 0)
    assert "0" in offer.told.text()


def test_everything_has_a_name_and_a_key(offer: SampleOffer) -> None:
    assert nameless(offer) == []
    assert offer.bar.accessibleName()
