import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, lexicon, settings_of
from tests.phrases.reading_of import at, fault
from vsa_core.domain.query import Query, Setting
from vsa_core.events.combining import COMBINATIONS
from vsa_core.events.interface import Parameter
from vsa_core.events.registry import KINDS, kind_named, sort_of
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.sliders import setting, setting_text

DWELL = kind_named("dwell")
THEN = sort_of(Query("then"))
SORTS = [one for one in (*KINDS, *COMBINATIONS) if one.PARAMETERS]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_a_setting_survives_its_text(language: str, data: st.DataObject) -> None:
    sort = data.draw(st.sampled_from(SORTS))
    for told in data.draw(settings_of(sort.PARAMETERS)):
        cursor = at(setting_text(lexicon(language), sort, told), language)
        assert setting(cursor, sort) == told
        assert cursor.ended


def test_a_setting_has_the_whole_range_of_its_slider() -> None:
    (minimum,) = (p for p in DWELL.PARAMETERS if p.name == "minimum")
    told = Setting("minimum", 20_000, minimum.low, minimum.high)
    assert setting(at("durée minimale 20 s"), DWELL) == told
    assert setting(at("réglage(minimum=20000)"), DWELL) == told
    assert setting(at("point suivi le pied"), DWELL) == Setting("anchor", 1, 0, 2)
    assert setting(at("même caméra"), THEN) == Setting("same_camera", 1, 0, 1)


def test_a_setting_of_another_kind_is_left_alone() -> None:
    for text in ("dans les 5 min", "réglage(within=5)", "même caméra"):
        cursor = at(text)
        assert setting(cursor, DWELL) is None
        assert cursor.index == 0


def test_a_setting_without_words_has_its_technical_name() -> None:
    class Odd:
        KIND = "odd"
        PARAMETERS = (Parameter("strange", 1, 0, 9, "things"),)

    told = Setting("strange", 3, 1, 9)
    text = setting_text(lexicon("fr"), Odd, told)  # type: ignore[arg-type]
    assert text == "réglage(strange=3; 1..9)"
    assert setting(at(text), Odd) == told  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="other"):
        setting_text(lexicon("fr"), DWELL, Setting("other", 1, 0, 2))


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("durée minimale 5 %", "PHR-005", "%"),
        ("durée minimale", "PHR-006", ""),
        ("écart 200 %", "EVT-005", "écart 200 %"),
        ("durée minimale 20 s [30 s..40 s]", "EVT-005", "durée minimale 20 s [30 s..40 s]"),
        ("point suivi rouge", "PHR-005", "rouge"),
        ("réglage(minimum;", "PHR-005", ";"),
    ],
)
def test_a_setting_that_is_none_is_pointed_at(text: str, code: str, word: str) -> None:
    def of_dwell(cursor: Cursor) -> object:
        return setting(cursor, DWELL)

    assert fault(of_dwell, text) == (code, word)
