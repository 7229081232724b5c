from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.read_out import NONE, Reading, ReadOut

FULL = Reading(
    camera="rue",
    file="a very long name of a file that nobody would want to read to its end " * 3 + ".mp4",
    corrected="05/03/2024 13:20:07,040 ±2 s",
    shown="05/03/2024 14:07:07,040",
    number="15 000 / 15 000",
    address="PTS 8100000000",
    tick="8100000000 × 1/90000 s",
    masked="têtes masquées : 12",
    rate="−0,25×",
    variable="cadence variable",
)


def test_both_clocks_and_the_exact_address_are_shown(qtbot: QtBot, theme: Theme) -> None:
    read_out = ReadOut(theme)
    qtbot.addWidget(read_out)
    read_out.tell(FULL)
    shown = (read_out.corrected, read_out.shown, read_out.number, read_out.address)
    assert [label.text() for label in shown] == [
        FULL.corrected,
        FULL.shown,
        FULL.number,
        FULL.address,
    ]
    assert FULL.tick in read_out.address.toolTip()
    assert not read_out.masked.isHidden()
    assert read_out.corrected.accessibleName() != read_out.shown.accessibleName()


def test_where_there_is_nothing_it_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    read_out = ReadOut(theme)
    qtbot.addWidget(read_out)
    read_out.tell(FULL)
    read_out.tell(Reading())
    assert read_out.corrected.text() == NONE
    assert read_out.masked.isHidden()
    assert read_out.mark.isHidden()


def test_it_fits_between_two_panes_whatever_the_file_is_called(qtbot: QtBot, theme: Theme) -> None:
    read_out = ReadOut(theme)
    qtbot.addWidget(read_out)
    read_out.tell(FULL)
    assert read_out.minimumSizeHint().width() <= 660
