from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.state.lanes import Fate
from app.state.looks import Shares
from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.footage_details import FootageDetails
from app.widgets.share_bar import ShareBar
from app.words import Words
from tests.app.laid import footage
from tests.app.stock import unnamed
from vsa_core.domain.footage import Footage, FootageState

WHOLE = ((Fate.FULL, 1000),)


def shown(
    qtbot: QtBot, words: Words, theme: Theme, file: Footage, shares: Shares = WHOLE
) -> tuple[FootageDetails, str]:
    """The sheet of a file, and all that it says."""
    details = FootageDetails(words, theme)
    qtbot.addWidget(details)
    details.show()
    details.tell(file, shares)
    labels = details.findChildren(QLabel)
    return details, "\n".join(one.text() for one in labels if one.isVisible())


def test_all_that_is_known_of_a_file_is_told(qtbot: QtBot, words: Words, theme: Theme) -> None:
    details, told = shown(qtbot, words, theme, footage("rue.mp4", variable=True))
    for part in (
        "rue.mp4",
        "lisible",
        "0:10:00",
        "h264, 64\u00a0×\u00a036, variable rate",
        "05/03/2024 13:00:00,000",
        "05/03/2024 12:59:59,000",
        "0:00:01,000 slow",
        "±2\u00a0s",
        "alice",
        "S1",
        "150,0\u00a0Mo",
    ):
        assert part in told
    assert "[SRC" not in told
    assert details.no_clock.isHidden()
    (digest,) = details.findChildren(Copyable)
    assert digest.whole == footage("rue.mp4").digest
    assert unnamed(details) == []


def test_a_damaged_file_says_why_and_counts_its_gaps(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    file = footage(
        "a.mp4",
        gaps=((1, 2, "SRC-021"), (3, 4, "SRC-021"), (5, 6, "SRC-023")),
        state=FootageState.DAMAGED,
        reason="SRC-021",
    )
    _, told = shown(qtbot, words, theme, file, ((Fate.FULL, 900), (Fate.UNDECODABLE, 100)))
    assert "[SRC-021]" in told
    assert "3 [SRC-021, SRC-023]" in told
    assert words.name("cli.looked", "undecodable") in told


def test_a_file_without_pictures_has_no_share_and_no_start(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    file = footage("a.dav", pictures=False, state=FootageState.ENCRYPTED, reason="SRC-015")
    details, told = shown(qtbot, words, theme, file, ())
    assert "[SRC-015]" in told
    assert "Starts at" not in told
    assert details.findChildren(ShareBar) == []


def test_without_a_clock_the_way_to_one_is_told(qtbot: QtBot, words: Words, theme: Theme) -> None:
    details, told = shown(qtbot, words, theme, footage("a.mp4", None))
    assert "not stated" in told
    assert details.no_clock.isVisible()
    with qtbot.waitSignal(details.clock_wanted):
        details.clock.click()
