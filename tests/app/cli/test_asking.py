from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.asking import settings, tell_coverage
from app.cli.options import WORDS
from app.cli.telling import Teller
from tests.app.cli.terminal import Said, Terminal
from tests.desk.records import acts, count
from tests.desk.scene import MOTIVE, Office, indexed, office
from vsa_core.desk.asking import Asking
from vsa_core.desk.footage import Admission
from vsa_core.desk.queries import KindSheet, Queries, Slider
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Coverage, Covered, Level, Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.provenance import digest
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.registry import KINDS
from vsa_core.search.run import Batch

LINE = ("line_crossing", "--line", "0.5,0 0.5,1")
SHEET = KindSheet(
    "dwell",
    1,
    ("zone",),
    (),
    (Slider("minimum", 15_000, 0, 60_000, "ms"), Slider("margin", 100, -10, 500, "per_mille")),
)


def asked(case: Terminal, *words: str) -> Said:
    return case("ask", *words, "--json")


def test_a_hit_has_all_its_documented_fields(case: Terminal) -> None:
    (hit,) = asked(case, *LINE).of("hit")
    assert (hit["camera"], hit["kind"], hit["class"]) == ("rue", "line_crossing", "unnamed")
    assert set(hit["start"]) == set(hit["end"]) == {
        "footage", "pts", "time_base", "seconds", "corrected", "corrected_us",
    }  # fmt: skip
    assert hit["start"]["corrected"].startswith("2024-03-05T12:00:04.")
    assert hit["start"]["seconds"].startswith("4.")
    assert hit["direction"] == "to_left"
    assert len(hit["box"]) == 4
    assert 0 <= hit["score"] <= 1000
    assert isinstance(hit["track"], int)
    assert hit["explanation"]["rule"] == "line_crossing"
    assert {m["name"] for m in hit["explanation"]["measures"]} >= {"beyond", "held"}
    assert hit["pedigree"]["footage"] == [hit["start"]["footage"]]


def test_coverage_comes_with_every_answer(case: Terminal) -> None:
    for words in (LINE, ("line_crossing", "--line", "0.99,0 0.99,1")):
        (coverage,) = asked(case, *words).of("coverage")
        assert coverage["camera"] == "rue"
        assert coverage["end_us"] - coverage["start_us"] == 12_000_000
        assert (coverage["looked"], coverage["level"], coverage["claimed"]) == (
            "looked",
            "full",
            True,
        )


def test_an_answer_is_told_in_words(case: Terminal) -> None:
    said = case("ask", *LINE)
    (hit,) = asked(case, *LINE).of("hit")
    assert said.status == 0
    assert hit["name"][:12] in said.out
    assert WORDS.say("cli.classes.unnamed") in said.out
    assert f"{WORDS.say('cli.looked.looked')} 0:00:12" in said.out
    assert WORDS.say("cli.ask.incomplete") not in said.out


def test_a_coarse_name_that_answers_a_finer_question_is_told(
    case: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Queries.ask

    def named_vehicle(
        self: Queries, who: SignedIn, where: InCase, query: Query, motive: str
    ) -> Asking:
        asking = real(self, who, where, replace(query, classes=()), motive)
        return Asking(asking.question, vehicles(asking))

    def vehicles(batches: Iterator[Batch]) -> Iterator[Batch]:
        for batch in batches:
            events = (replace(hit.event, object_class="vehicle") for hit in batch.hits)
            yield replace(batch, hits=tuple(Hit(digest(e.fields()), e) for e in events))

    monkeypatch.setattr(Queries, "ask", named_vehicle)
    for asked_for, told in (("car", [{"type": "coarse", "class": "vehicle", "hits": 1}]),
                            ("vehicle", []), ("person", [])):  # fmt: skip
        said = asked(case, *LINE, "--class", asked_for)
        assert [hit["class"] for hit in said.of("hit")] == ["vehicle"]
        assert said.of("coarse") == told
    name = WORDS.say("cli.ask.coarse_name", name=WORDS.say("cli.classes.vehicle"), count=1)
    sentence = WORDS.say("cli.ask.coarse", names=name)
    assert sentence in case("ask", *LINE, "--class", "car").out
    assert sentence not in case("ask", *LINE, "--class", "vehicle").out


def test_nothing_found_where_not_all_was_looked_at_says_so(case: Terminal) -> None:
    period = ("--from", "2024-03-05T12:00:00Z", "--to", "2024-03-05T12:30:00Z")
    said = case("ask", "line_crossing", "--line", "0.99,0 0.99,1", *period)
    assert said.status == 0
    assert WORDS.say("cli.ask.incomplete") in said.out
    assert WORDS.say("cli.looked.no_footage") in said.out


def test_what_was_judged_still_is_told_with_what_that_means(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stretches = [
        Covered("rue", "a" * 64, 0, 5, Looked.LOOKED, Level.STANDARD),
        Covered("rue", "a" * 64, 5, 9, Looked.CALM, Level.STANDARD),
    ]
    for calm in (False, True):
        tell_coverage(Teller(WORDS, as_json=False), Coverage(tuple(stretches[: 1 + calm])))
        assert (WORDS.say("cli.ask.calm") in capsys.readouterr().out) == calm


def test_a_place_may_be_in_pixels_of_the_cameras_picture(case: Terminal) -> None:
    (fractions,) = asked(case, *LINE).of("hit")
    (pixels,) = asked(case, "line_crossing", "--line", "160,0 160,180").of("hit")
    assert pixels["start"] == fractions["start"]


def test_a_direction_a_class_and_a_period_narrow_the_question(case: Terminal) -> None:
    assert len(asked(case, *LINE, "--direction", "to_left").of("hit")) == 1
    assert asked(case, *LINE, "--direction", "to_right").of("hit") == []
    assert len(asked(case, *LINE, "--class", "unnamed").of("hit")) == 1
    assert asked(case, *LINE, "--class", "car", "--class", "car").of("hit") == []
    late = ("--from", "2024-03-05T12:00:06Z", "--to", "2024-03-05T12:00:09Z")
    assert asked(case, *LINE, *late).of("hit") == []


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("nonsense",), 2, "EVT-001"),
        (("line_crossing",), 2, "EVT-002"),
        ((*LINE, "--zone", "0,0 1,0 1,1"), 2, "USE-016"),
        (("line_crossing", "--line", "0,0"), 2, "USE-017"),
        (("line_crossing", "--line", "500,0 500,180"), 2, "USE-017"),
        (("line_crossing", "--line", "160,0 160,90", "--camera", "cour"), 2, "USE-018"),
        ((*LINE, "--class", "face"), 2, "USE-024"),
        ((*LINE, "--set", "nope=1"), 2, "USE-021"),
        ((*LINE, "--set", "settle"), 2, "USE-019"),
        ((*LINE, "--set", "settle=99h"), 2, "USE-023"),
        ((*LINE, "--from", "2024-03-05T12:00:00Z"), 2, "USE-014"),
        ((*LINE, "--direction", "sideways"), 2, "EVT-"),
        ((*LINE, "--camera", "cour"), 3, "LAW-007"),
        ((*LINE, "--motive", "curiosity"), 3, "LAW-020"),
        ((*LINE, "--motive", ""), 3, "LAW-020"),
        ((*LINE, "--as", "nobody"), 3, "CAS-011"),
    ],
)
def test_a_question_that_may_not_be_asked_is_one_object(
    words: tuple[str, ...], status: int, code: str, case: Terminal
) -> None:
    said = asked(case, *words)
    assert said.status == status
    assert said.code.startswith(code)
    assert len(said.objects) == 1


def test_every_kind_is_told_with_its_settings(case: Terminal) -> None:
    told = case("kinds", "--json").of("kind")
    assert [kind["kind"] for kind in told] == [kind.KIND for kind in KINDS]
    for kind in told:
        assert kind["place"] in ("", "line", "zone", "path")
        for setting in kind["settings"]:
            assert setting["low"] <= setting["default"] <= setting["high"]
            assert setting["unit"]
    words = case("kinds").out
    assert all(WORDS.say(f"kinds.kind.{kind['kind']}") in words for kind in told)


def test_kinds_need_no_installation(terminal: Terminal) -> None:
    assert terminal("kinds").status == 0
    assert list(terminal.folder.iterdir()) == []


def test_settings_take_their_value_or_their_default() -> None:
    assert settings(SHEET, {}) == (
        Setting("minimum", 15_000, 15_000, 15_000),
        Setting("margin", 100, 100, 100),
    )
    typed = settings(SHEET, {"minimum": "2,5 s", "margin": "-10"})
    assert [setting.value for setting in typed] == [2500, -10]
    assert settings(SHEET, {"minimum": "1500"})[0].value == 1500


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("margin", "--5", "USE-022"),
        ("margin", "1.5", "USE-022"),
        ("margin", "5s", "USE-022"),
        ("margin", "", "USE-022"),
        ("minimum", "soon", "USE-013"),
        ("minimum", "-", "USE-013"),
        ("minimum", "61s", "USE-023"),
        ("margin", "-11", "USE-023"),
        ("margins", "1", "USE-021"),
    ],
)
def test_settings_that_make_no_sense_are_said(name: str, value: str, code: str) -> None:
    with pytest.raises(WrongUsage, match=code):
        settings(SHEET, {name: value})


def test_what_could_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = indexed(office(tmp_path))
    empty = tmp_path / "text.mp4"
    empty.write_bytes(b"no film at all\n" * 99)
    at.desks.footage.admit(at.who, at.where, Admission(str(empty), "rue", "S1", None), MOTIVE)
    at.desks.people.sign_out(at.who)
    terminal = Terminal(tmp_path, monkeypatch)
    assert f"{WORDS.say('cli.looked.undecodable')} 0:00:00" in terminal("ask", *LINE).out
    (segment,) = (tmp_path / "case" / "segments").iterdir()
    segment.unlink()
    assert "[STO-001]" in terminal("ask", *LINE).out
    (failure,) = asked(terminal, *LINE).of("failure")
    assert (failure["recording"], failure["code"]) == (at.footage.digest, "STO-001")


def test_a_question_leaves_one_reading_of_the_case_beside_it(left: Office, case: Terminal) -> None:
    before = count(left)
    asked(case, *LINE)
    assert acts(left, before) == [
        Act.CAPABILITIES,
        Act.SESSION_OPEN,
        Act.CASE_READ,
        Act.CONSULT,
        Act.QUERY,
        Act.RESULT,
        Act.SESSION_CLOSE,
    ]


def test_a_count_tells_how_many_and_opens_nothing(case: Terminal) -> None:
    said = asked(case, *LINE, "--count")
    (count_,) = said.of("count")
    assert (count_["hits"], count_["cameras"]) == (1, {"rue": 1})
    assert said.of("hit") == []
    assert len(said.of("coverage")) == 1
    words = case("ask", *LINE, "--count").out
    assert WORDS.say("cli.ask.counted", camera="rue", hits=1) in words
    assert WORDS.say("cli.ask.total", hits=1) in words


def test_an_answer_tells_its_number(case: Terminal) -> None:
    first, second = (asked(case, *LINE).of("answer")[0] for _ in range(2))
    assert (first["hits"], second["hits"]) == (1, 1)
    assert first["answer"] < second["answer"]
