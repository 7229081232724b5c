import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, combined, lexicon, questions, single
from vsa_core.domain.filters import Colours, Heading, Hours, Range
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.phrases.reading import read
from vsa_core.phrases.tokens import LONGEST
from vsa_core.phrases.writing import write

SECOND = 1_000_000
ZONE = Zone((Point(0, 0), Point(32_768, 0), Point(32_768, 32_768)))
IN_ZONE = "zone(0,0 50,0 50,50)"


def fr(text: str) -> Query:
    return read(lexicon("fr"), text)


def en(text: str) -> Query:
    return read(lexicon("en"), text)


def is_read_or_refused_inside(text: str) -> bool:
    """Whether the text is a question, or its fault points inside it."""
    try:
        fr(text)
    except WrongUsage as fault:
        return bool(0 <= fault.values["at"] <= fault.values["until"] <= len(text))
    return True


def wrong(text: str, language: str = "fr") -> tuple[str, str]:
    """The code of the fault, and the stretch of the text that it is about."""
    with pytest.raises(WrongUsage) as raised:
        read(lexicon(language), text)
    values = raised.value.values
    return raised.value.code, text[values["at"] : values["until"]]


def readings(text: str, language: str = "fr") -> tuple[str, str]:
    """The two readings that a fault names."""
    with pytest.raises(WrongUsage, match="PHR-007") as raised:
        read(lexicon(language), text)
    return raised.value.values["first"], raised.value.values["second"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(single)
@settings(max_examples=60)
def test_a_question_survives_its_text(language: str, query: Query) -> None:
    assert read(lexicon(language), write(lexicon(language), query)) == query


@pytest.mark.parametrize("language", LANGUAGES)
@given(combined)
@settings(max_examples=25)
def test_a_combined_question_survives_its_text(language: str, query: Query) -> None:
    assert read(lexicon(language), write(lexicon(language), query)) == query


WORDS = st.sampled_from(
    "personne vélo ou et sauf puis non ( ) franchit entre dans ligne(1,2 3,4) zone(1,1 2,2 3,1) en"
    " rouge haut bas au moins plus de 20 s % 1,80 m km/h caméra 3 , le lundi 5 mars 2024 14h 15h"
    " dans les min durée minimale réglage( minimum = ; .. [ ] visible vers la gauche".split(" ")
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=300)
def test_a_fault_points_inside_the_text_and_writing_again_changes_nothing(text: str) -> None:
    try:
        query = fr(text)
    except WrongUsage as fault:
        at, until = fault.values["at"], fault.values["until"]
        assert 0 <= at <= until <= len(text)
        return
    canonical = write(lexicon("fr"), query)
    assert fr(canonical) == query
    assert write(lexicon("fr"), fr(canonical)) == canonical


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    assert is_read_or_refused_inside(text)


@given(questions, st.data())
@settings(max_examples=40)
def test_a_text_that_is_cut_short_is_read_or_refused_inside_it(
    query: Query, data: st.DataObject
) -> None:
    text = write(lexicon("fr"), query)
    cut = text[: data.draw(st.integers(0, len(text)))]
    assert is_read_or_refused_inside(cut)


def test_the_example_of_the_brief_is_read() -> None:
    asked = fr("personne franchit ligne(12.5,40 80,41) vers la gauche entre 14h et 15h caméra 3")
    assert asked == Query(
        "line_crossing",
        cameras=("3",),
        classes=("person",),
        place=Line(Point(8192, 26_214), Point(52_428, 26_869)),
        direction="to_left",
        filters=(Hours(14 * 60, 15 * 60),),
    )


def test_order_capitals_accents_articles_and_apostrophes_do_not_count() -> None:
    plain = fr(f"voiture s’arrête dans {IN_ZONE} caméra 3 entre 2h et 4h")
    for text in (
        f"Une VOITURE s'arrete dans la {IN_ZONE}, caméra 3, entre 2h et 4h",
        f"voiture, caméra 3, qui s’arrête {IN_ZONE} entre 2h et 4h",
        f"caméra 3, voiture s’arrête entre 2h et 4h {IN_ZONE}",
        f"voiture\u00a0s’arre\u0302te {IN_ZONE} entre 02:00 et 4h00 came\u0301ra 3",
    ):
        asked = fr(text)
        assert (asked.kind, asked.place, asked.cameras, asked.filters) == (
            "stopped", ZONE, ("3",), plain.filters,
        )  # fmt: skip


def test_settings_keep_the_range_that_is_declared() -> None:
    asked = fr(f"personne reste dans {IN_ZONE} durée minimale 20 s [10 s..1 min] écart 5 %")
    assert asked.settings == (
        Setting("minimum", 20_000, 10_000, 60_000),
        Setting("margin", 50, 0, 1000),
    )
    assert fr(f"personne reste dans {IN_ZONE} réglage(minimum=5; 0..10)").settings == (
        Setting("minimum", 5, 0, 10),
    )


def test_filters_stay_in_the_order_of_the_text() -> None:
    asked = fr("voiture blanche plus vite que 36 km/h entre 22h et 5h allant vers le bas ± 10°")
    assert asked.filters == (
        Colours("any", ("white",)),
        Range("metric_speed", 10_000, None),
        Hours(22 * 60, 5 * 60),
        Heading(90, 10),
    )
    assert en("white car") == Query("seen", classes=("car",), filters=(Colours("any", ("white",)),))


def test_a_window_has_dates() -> None:
    noon = 1_709_636_400 * SECOND
    hour = 3600 * SECOND
    assert fr("vélo le 5 mars 2024 entre 12h et 13h").window == Window(noon, noon + hour)
    assert fr("vélo entre 12h et 13h le 2024-03-05").window == Window(noon, noon + hour)
    assert fr("vélo le 05/03/2024").window == Window(noon - 12 * hour, noon + 12 * hour)
    night = en("bicycle between 5 March 2024 at 22:00 and 6 March 2024 at 05:00").window
    assert night == Window(noon + 10 * hour, noon + 17 * hour)


def test_sequences_and_exceptions() -> None:
    asked = fr(f"personne entre dans {IN_ZONE} puis voiture s'arrête dans les 5 min même caméra")
    assert (asked.kind, [part.kind for part in asked.parts]) == ("then", ["zone_entry", "stopped"])
    assert asked.setting("within") == 300_000
    assert asked.setting("same_camera") == 1
    but = fr("personne sauf (personne bas noir) entre 22h et 5h")
    assert [part.kind for part in but.parts] == ["seen", "not"]
    assert but.filters == (Hours(22 * 60, 5 * 60),)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("", "PHR-001", ""),
        ("  ", "PHR-001", "  "),
        ("personne\x00", "PHR-003", "\x00"),
        ("personne \u202e3 arémac", "PHR-003", "\u202e"),
        ("(" * 50 + "personne", "PHR-004", "("),
        ("personne franchit lignz(1,1 2,2)", "PHR-005", "lignz"),
        ("personne caméra rouge", "PHR-005", "rouge"),
        ("personne et", "PHR-006", ""),
        ("personne franchit", "PHR-008", "franchit"),
        (f"personne franchit {IN_ZONE}", "PHR-009", IN_ZONE),
        ("personne caméra 3 caméra 4", "PHR-010", "caméra 4"),
        ("personne franchit ligne(1,1 101,2)", "PHR-011", "101"),
        ("vélo le 31 février 2024", "PHR-012", "31 février 2024"),
        ("vélo le 31 mars 2024 entre 2h30 et 4h", "PHR-012", "2h30"),
        ("vélo entre 25h et 26h", "PHR-012", "25h"),
        ('vélo entre 1h et 2h fuseau "../etc"', "PHR-012", '"../etc"'),
        ("vélo le 5 mars 2024 entre 15h et 14h", "PHR-013", "le 5 mars 2024 entre 15h et 14h"),
        ("vélo taille entre 5 % et 2 %", "PHR-013", "taille entre 5 % et 2 %"),
        ("personne entre 1h et 2h puis vélo", "PHR-014", "entre 1h et 2h"),
        ("personne et (vélo entre 1h et 2h)", "PHR-014", "entre 1h et 2h"),
        ("personne franchit ligne(1,1 1,1)", "PHR-015", "ligne(1,1 1,1)"),
        ('personne caméra "rue', "PHR-018", '"rue'),
        ("personne taille au moins " + "9" * 40 + " %", "PHR-019", "9" * 40),
        (f"personne reste dans {IN_ZONE} écart 900 %", "EVT-005", "écart 900 %"),
        ("personne " + "ou (vélo) " * 40, "EVT-017", "personne " + "ou (vélo) " * 16),
        ("sorte(nope)", "EVT-001", "nope"),
        ("non (personne)", "EVT-012", "non (personne)"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_pointed_at(text: str, code: str, word: str) -> None:
    assert wrong(text) == (code, word.rstrip() if code == "EVT-017" else word)


def test_a_fault_names_what_could_stand_there() -> None:
    with pytest.raises(WrongUsage) as raised:
        fr("personne franchit lignz(1,1 2,2)")
    expected = raised.value.values["expected"].split(", ")
    assert expected[0] == "ligne("
    assert "vers la gauche" in expected
    assert "zone(" not in expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("personne plus de 50 %", "taille au moins 50 %", "score au moins 50 %"),
        (
            f"personne reste dans {IN_ZONE} plus de 20 s",
            "durée minimale 20 s",
            "durée au moins 20 s",
        ),
        ("vélo le 27 octobre 2024 entre 2h30 et 4h", "2h30+02:00", "2h30+01:00"),
        (
            "vélo et voiture sauf bus ou camion",
            "((vélo et voiture) sauf bus) ou camion",
            "",
        ),
        (
            "vélo puis voiture caméra 2",
            "vélo puis (voiture caméra 2)",
            "(vélo puis voiture) caméra 2",
        ),
        ("personne ou vélo caméra 2", "(personne ou vélo) caméra 2", "personne ou (vélo caméra 2)"),
        (
            "vélo puis voiture puis bus",
            "(vélo puis voiture) puis bus",
            "vélo puis (voiture puis bus)",
        ),
        (
            "vélo entre 14h et 15h caméra 3 le 5 mars 2024",
            "le 5 mars 2024 entre 14h et 15h",
            "vélo entre 14h et 15h caméra 3 entre le 5 mars 2024 à 0h et le 6 mars 2024 à 0h",
        ),
    ],
)
def test_what_reads_two_ways_is_refused_with_both(text: str, first: str, second: str) -> None:
    if second:
        assert readings(text) == (first, second)
    else:
        assert len(set(readings(text))) == 2


def test_an_english_date_in_figures_has_two_readings() -> None:
    assert readings("bicycle on 05/03/2024", "en") == ("5 March 2024", "3 May 2024")
    assert en("bicycle on 25/03/2024") == en("bicycle on 03/25/2024")


def test_cameras_that_all_parts_name_are_no_ambiguity() -> None:
    asked = fr("personne caméra 1 puis voiture caméra 2 n’importe quelle caméra")
    assert [part.cameras for part in asked.parts] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "text",
    [
        "a" * (10 * LONGEST),
        "(" * LONGEST,
        "personne ou " * (LONGEST // 12),
        "zone(" + "1,1 " * (LONGEST // 5),
        "9" * LONGEST,
        '"' * LONGEST,
        "sauf " * (LONGEST // 5),
        "non " * (LONGEST // 4),
        "le lundi et " * (LONGEST // 12),
    ],
)
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        fr(text)
    assert 0 <= raised.value.values["at"] <= raised.value.values["until"] <= len(text)
