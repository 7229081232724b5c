import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.gauge import Gauge
from app.widgets.label import Label
from app.widgets.measured import measured, worded
from app.words import Words, read_words
from vsa_core.domain.event import Measure


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (Measure("held", 800, None, "ms"), "800 ms"),
        (Measure("held", 4200, None, "ms"), "4,2 s"),
        (Measure("held", 61_000, None, "ms"), "61 s"),
        (Measure("held", -1500, None, "ms"), "-1,5 s"),
        (Measure("visits", 2, None, "count"), "2 fois"),
        (Measure("beyond", 350, None, "per_mille_size"), "350 ‰ de la taille de l’objet"),
        (Measure("held", 4200, 400, "ms"), "4,2 s; threshold: 400 ms"),
    ],
)
def test_a_measure_is_told_with_its_unit_and_its_threshold(
    words: Words, measure: Measure, told: str
) -> None:
    assert worded(measure, words).replace("\u00a0", " ") == told


def test_english_has_a_point() -> None:
    assert worded(Measure("held", 4200, None, "ms"), read_words("en")) == "4.2\u00a0s"


def test_a_bar_stands_where_there_is_something_to_compare(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    for measure, bars in (
        (Measure("held", 4200, 400, "ms"), 1),
        (Measure("along", 500, None, "per_mille_line"), 1),
        (Measure("beyond", 1350, 100, "per_mille_size"), 1),
        (Measure("between", 120, None, "ms"), 0),
        (Measure("visits", 2, None, "count"), 0),
    ):
        widget = measured(measure, words, theme)
        qtbot.addWidget(widget)
        assert len(widget.findChildren(Gauge)) == bars


def test_a_share_of_a_whole_is_shown_on_the_whole(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = measured(Measure("along", 500, None, "per_mille_line"), words, theme)
    qtbot.addWidget(widget)
    assert widget.findChildren(Gauge)[0].share(500) == 0.5
    large = measured(Measure("beyond", 2000, 100, "per_mille_size"), words, theme)
    qtbot.addWidget(large)
    assert large.findChildren(Gauge)[0].share(2000) < 1


def test_a_screen_reader_hears_name_and_value(qtbot: QtBot, words: Words, theme: Theme) -> None:
    widget = measured(Measure("visits", 2, None, "count"), words, theme)
    qtbot.addWidget(widget)
    assert widget.accessibleName() == "nombre de passages: 2\u00a0fois"
    assert widget.findChildren(Label)[0].text() == "Nombre de passages"
