from app.state.tuning import Slid
from app.widgets.tuning_words import knobs
from app.words import Words
from vsa_core.domain.query import Setting

SETTLE = Slid(0, "line_crossing", Setting("settle", 400, 0, 10_000), "ms")
WITHIN = Slid(0, "then", Setting("within", 300_000, 1, 10**6), "ms")
STAY = Slid(2, "dwell", Setting("minimum", 20_000, 0, 10**6), "ms")


def test_a_slider_is_named_and_stands_where_it_was_asked(words: Words) -> None:
    (knob,) = knobs([SETTLE], words)
    assert knob.title == words.say("kinds.setting.settle")
    assert (knob.value, knob.low, knob.high, knob.unit) == (400, 0, 10_000, "ms")


def test_of_several_parts_each_slider_says_which_it_belongs_to(words: Words) -> None:
    first, second = knobs([WITHIN, STAY], words)
    assert first.title == words.name("kinds.setting", "within")
    assert second.title.startswith("2. Présence prolongée")
