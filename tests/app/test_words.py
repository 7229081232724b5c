"""The words people read: each is there, each is used, and what they show cannot hide."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import I18N, Words, read_words, spoken, visible
from tests.app.cli.test_program import COMMANDS
from tests.app.spoken import asked, rooms
from tests.architecture.codes import mentioned, placeholders
from tests.architecture.house import ROOT
from vsa_core.bench.seeking import MEASURES
from vsa_core.desk.models import LISTED, OFFICIAL, SHIPPED, UNKNOWN
from vsa_core.domain.assessment import SIZES
from vsa_core.domain.case import Act, Framework, Role
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.filters import RANGES, WHERE
from vsa_core.domain.footage import FootageState
from vsa_core.domain.objects import CLASSES, COLOURS
from vsa_core.domain.order import OrderKind, Origin
from vsa_core.domain.request import Kind
from vsa_core.domain.spelling import SPACES
from vsa_core.domain.term import Term
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Bug, Refused
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import KINDS
from vsa_core.legal.motives import MOTIVES

ASKED = asked()
"""Every call of the app that asks for words."""

ORIGINS = (SHIPPED, LISTED, OFFICIAL, UNKNOWN)

LANGUAGES = {language: read_words(language) for language in ("fr", "en")}


def _under(room: str) -> set[str]:
    """The names that French has words for in a room that no list of the engine covers."""
    sentences = LANGUAGES["fr"].sentences
    return {key.removeprefix(f"{room}.") for key in sentences if key.startswith(f"{room}.")}


def _does(kind: EventKind) -> list[str]:
    return [kind.KIND, *(f"{kind.KIND}_{direction}" for direction in kind.DIRECTIONS)]


ROOMS: dict[str, Iterable[str]] = {
    "capabilities.cannot": _under("capabilities.cannot"),
    "capabilities.module": _under("capabilities.module"),
    "capabilities.state": _under("capabilities.state"),
    "cli.acts": Act,
    "cli.approvals.kinds": Kind,
    "cli.approvals.states": ("open", "approved", "done"),
    "cli.classes": CLASSES,
    "cli.frameworks": Framework,
    "cli.levels": Level,
    "cli.looked": Looked,
    "cli.models.origins": ORIGINS,
    "cli.orders.kinds": OrderKind,
    "cli.orders.origins": Origin,
    "cli.places": {place for kind in KINDS for place in kind.PLACES if place},
    "cli.retention.terms": Term,
    "cli.roles": Role,
    "cli.states": FootageState,
    "cli.verdicts": Verdict,
    "journal.field": _under("journal.field"),
    "journal.why": _under("journal.why"),
    "kinds.about": {kind.KIND for kind in KINDS},
    "kinds.choice": {"anchor_0", "anchor_1", "anchor_2", "yes_no_0", "yes_no_1"},
    "kinds.direction": {word for kind in KINDS for word in kind.DIRECTIONS},
    "kinds.kind": {kind.KIND for kind in KINDS},
    "kinds.measure": _under("kinds.measure"),
    "kinds.rule": _under("kinds.rule"),
    "kinds.setting": {p.name for kind in KINDS for p in kind.PARAMETERS},
    "kinds.unit": _under("kinds.unit"),
    "motives": MOTIVES,
    "question.colour": COLOURS,
    "question.day": "0 1 2 3 4 5 6".split(),
    "question.does": {word for kind in KINDS for word in _does(kind)},
    "question.one": CLASSES,
    "question.part": WHERE,
    "question.problem": (
        "empty unread camera line zone path flow order outside pair excepted many apart".split()
    ),
    "question.range": RANGES,
    "question.shaped": _under("question.shaped"),
    "question.way": "0 45 90 135 180 225 270 315".split(),
    "validation.direction": _under("validation.direction"),
    "validation.size": SIZES,
}
"""Words asked for by a technical name: all the names that there are."""

FAMILIES: dict[str, Iterable[str]] = {
    "cli.case.fact": (
        "number framework requisition magistrate authorisation offence cameras window expires "
        "erase_by people footage aipd closed"
    ).split(),
    "cli.bench": ("wall_ms", "cpu_ms"),
    "cli.bench.masks": ("export", "screen"),
    "cli.bench.seek.measure": MEASURES,
    "cli.bench.trackers": ("own", "public"),
    "cli.demo": ("franchissement", "porte", "attente"),
    "doctor": _under("doctor"),
    "cli.models": ("chosen", "present", "absent"),
    "cli.models.origin": ORIGINS,
    "cli.models.origins": ORIGINS,
    "cli.validate": ("own", "public"),
}
"""Words whose key is put together from one of these endings."""

PUT_TOGETHER = {
    f"{room}.{ending}" for table in (ROOMS, FAMILIES) for room in table for ending in table[room]
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_asked_for_is_there(language: str) -> None:
    words = LANGUAGES[language]
    assert len(ASKED) > 100
    assert [f"{a.where} {key}" for a in ASKED for key in a.keys if not words.knows(key)] == []
    assert sorted(key for key in PUT_TOGETHER if not words.knows(key)) == []


def test_every_room_of_names_is_known_here() -> None:
    assert rooms() == set(ROOMS)


def test_every_key_put_together_at_run_time_is_known_here() -> None:
    keys = [key for a in ASKED for key in a.keys]
    put_together = {a.prefix for a in ASKED if a.prefix}
    shortened = {prefix for prefix in put_together if any(key.startswith(prefix) for key in keys)}
    families = {f"{room}." for room in FAMILIES}
    assert put_together - shortened - families == set()
    assert families <= put_together


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_given_what_it_shows(language: str) -> None:
    sentences = LANGUAGES[language].sentences
    lacking = [
        f"{a.where} {key}: {sorted(placeholders(sentences[key]) - a.values)}"
        for a in ASKED
        for key in a.keys
        if placeholders(sentences[key]) - a.values
    ]
    assert lacking == []
    # What the doctor found fills its sentences; tests/app/test_diagnosis.py holds them to it.
    bare = {key for key in PUT_TOGETHER if not key.startswith("doctor.")}
    assert [key for key in bare if placeholders(sentences[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_command_line_is_idle(language: str) -> None:
    used = {key for a in ASKED for key in a.keys} | PUT_TOGETHER
    told = {key for key in LANGUAGES[language].sentences if key.startswith("cli.")}
    assert sorted(told - used) == []


def test_both_languages_say_the_same_things() -> None:
    french, english = (LANGUAGES[language].sentences for language in ("fr", "en"))
    assert set(french) == set(english)
    assert [k for k in french if placeholders(french[k]) != placeholders(english[k])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_that_people_are_sent_to_exist(language: str) -> None:
    sent = [
        (key, command.strip())
        for key, sentence in LANGUAGES[language].sentences.items()
        for command in re.findall(r"relecture((?: [a-z]+){1,2})", sentence.replace("\u00a0", "|"))
    ]
    known = {*COMMANDS, *(command.split()[0] for command in COMMANDS)}
    lost = [(k, c) for k, c in sent if c not in known and c.split()[0] not in known]
    assert lost == []
    assert len(sent) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_file_is_not_readable_is_told_by_its_name_alone(language: str) -> None:
    words = LANGUAGES[language]
    reasons = sorted(code for code in mentioned(ROOT) if code.startswith("SRC-"))
    assert len(reasons) > 10
    for code in reasons:
        cause, consequence, following = words.explain_code(code, {"name": "a.mp4"})
        assert consequence, (code, cause)
        assert following


def test_a_sentence_is_filled_and_one_that_lacks_is_our_fault() -> None:
    words = Words("en", {"cli.hello": "Hello {name}"})
    assert words.say("cli.hello", name="Bob") == "Hello Bob"
    assert words.say("cli.hello", name="{name}") == "Hello {name}"
    with pytest.raises(Bug, match="USE-001"):
        words.say("cli.bye")


def test_a_name_without_words_is_its_own_name() -> None:
    words = Words("en", {"cli.roles.dpo": "data protection officer"})
    assert words.name("cli.roles", "dpo") == "data protection officer"
    assert words.name("cli.roles", "unheard_of") == "unheard_of"


def test_a_fault_is_explained_in_three_sentences_with_what_is_hidden_shown() -> None:
    for words in LANGUAGES.values():
        cause, consequence, following = words.explain(Refused("CAS-012", name="a\u202eb"))
        assert "a⟨U+202E⟩b" in cause
        assert consequence
        assert following


def test_a_code_without_words_stands_for_itself() -> None:
    assert Words("en", {}).explain_code("ABC-001", {}) == ("ABC-001", "", "")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LC_ALL": "en_US", "LANG": "fr_FR"}, "en"),
        ({"RELECTURE_LANGUAGE": "en", "LC_ALL": "fr_FR"}, "en"),
        ({"RELECTURE_LANGUAGE": "fr", "LANG": "en_GB"}, "fr"),
        ({"RELECTURE_LANGUAGE": "EN"}, "en"),
        ({"RELECTURE_LANGUAGE": "", "LANG": "en"}, "en"),
    ],
)
def test_french_is_spoken_unless_english_is_asked_for(
    environment: dict[str, str], language: str
) -> None:
    assert spoken(environment) == language


def test_words_are_read_by_file_and_table(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cli.toml").write_text('a = "one"\nb.c = "two"\n["d.e"]\nf = "three"\n')
    words = read_words("en", tmp_path)
    assert words.sentences == {"cli.a": "one", "cli.b.c": "two", "cli.d.e.f": "three"}
    assert words.knows("cli.a")
    assert not words.knows("cli.b")
    assert (I18N / "fr").is_dir()


@pytest.mark.parametrize("code", [0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x200F, 0x061C, 0x00,
                                  0x07, 0x0A, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200D, 0x2028,
                                  0xFEFF, 0xD800, 0xE000, 0xE0041])  # fmt: skip
def test_what_moves_or_hides_text_is_shown(code: int) -> None:
    assert visible(f"exe.{chr(code)}gpj") == f"exe.⟨U+{code:04X}⟩gpj"


def test_ordinary_words_of_any_script_stay_as_they_are() -> None:
    for text in ("procédure n° 7 : « vu »", "a\u00a0b\u202fc", "שלום", "日本", "🙂", "e\u0301", ""):
        assert visible(text) == text


@given(st.text())
def test_after_it_nothing_is_hidden(text: str) -> None:
    shown = visible(text)
    assert all(unicodedata.category(c)[0] != "C" for c in shown)
    assert all(c.isprintable() or c in SPACES for c in shown)
    assert visible(shown) == shown


def test_a_day_is_written_the_way_of_the_language() -> None:
    told = {"case": "2024-06-04", "expired": "2024-06-04"}
    french, *_ = read_words("fr").explain_code("LAW-005", told)
    english, *_ = read_words("en").explain_code("LAW-005", told)
    assert "2024-06-04" in french, "the number of a case is told as it is"
    assert "04/06/2024" in french
    assert "04/06/2024" not in english
