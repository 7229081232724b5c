from dataclasses import replace

from app.widgets import miss_words
from app.words import Words
from tests.app.answer_desk import explanation

(MISS,) = explanation("h").misses


def test_a_near_miss_says_what_it_was_and_when(words: Words) -> None:
    told = miss_words.what(MISS, words)
    assert told.startswith("personne, track no. 4, ")
    assert miss_words.what(replace(MISS, start=None), words) == "personne, track no. 4"


def test_it_says_which_threshold_was_not_met_and_by_how_much(words: Words) -> None:
    told = miss_words.lacked(MISS, words).replace("\u00a0", " ")
    assert told.startswith(words.say("kinds.rule.line_met"))
    assert "300 ms; threshold: 400 ms" in told
    assert "100 ms away" in told
    assert miss_words.lacked(replace(MISS, lacking=None), words) == words.say("kinds.rule.line_met")
