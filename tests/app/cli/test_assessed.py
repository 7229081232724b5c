import json
from contextlib import redirect_stdout
from dataclasses import replace
from fractions import Fraction
from io import StringIO
from typing import Any

from app.cli.assessed import _s, _share, tell
from app.cli.options import WORDS
from app.cli.telling import Teller
from tests.validation.assessed import NOTHING, assessment
from vsa_core.domain.assessment import Assessment, Clip, Rate


def words(found: Assessment) -> str:
    with redirect_stdout(StringIO()) as out:
        tell(Teller(WORDS, False), found)
    return out.getvalue()


def objects(found: Assessment) -> list[dict[str, Any]]:
    with redirect_stdout(StringIO()) as out:
        tell(Teller(WORDS, True), found)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_what_looked_comes_first_then_film_by_film() -> None:
    lines = words(assessment()).splitlines()
    assert "vigie-1" in lines[0]
    assert "8f8f8f8f8f8f…" in lines[0]
    names = [line for line in lines if not line.startswith(" ")][1:]
    assert [name.split("\u00a0:")[0].split(": ")[0] for name in names] == [
        "rue de la Paix.mp4",
        "cœur de ville, nuit.avi",
        "PETS-like",
    ]
    assert any(all(t in name for t in ("0:17:00", "0:02:00", "0:01:00")) for name in names)
    assert any("795" in name for name in names)


def test_a_mistake_stands_below_its_question() -> None:
    lines = words(assessment()).splitlines()
    place = next(n for n, line in enumerate(lines) if "franchissement" in line)
    assert lines[place + 1] == WORDS.say("cli.validate.missed", at="10.250003 s", direction="right")
    below = [line for line in lines[place + 1 :] if line.startswith(("    manqué", "    en trop"))]
    assert len(below) == 6


def test_boxes_are_told_once_to_people_and_by_size_to_programs() -> None:
    assert words(assessment()).count("4301/4650") == 2
    figures = {f["measure"]: f for f in objects(assessment()) if f["type"] == "figure"}
    small = figures["PETS-like › person › small › recall"]
    assert (small["value"], small["n"]) == (61 / 120, 120)
    empty = figures["PETS-like › person › all › alarmed_empty"]
    assert (empty["value"], empty["n"]) == (1 / 40, 40)
    assert "PETS-like › person › small › alarmed_empty" not in figures
    assert figures["PETS-like › vehicle › large › ap50"]["value"] == 0.9124


def test_subject_and_clips_are_told_to_programs() -> None:
    told = objects(assessment())
    (subject,) = (one for one in told if one["type"] == "subject")
    assert subject["detector_sha256"] == "8f" * 32
    assert subject["thresholds"] == {"person": 450, "vehicle": 380, "two-wheeler": 510}
    clips = [one for one in told if one["type"] == "clip"]
    assert [one["looked_us"] for one in clips] == [1_200_000_000, 1_020_000_000, 0]
    assert [one["calm_us"] for one in clips] == [0, 120_000_000, 0]
    assert clips[2]["pictures"] == 795


def test_what_was_counted_over_nothing_is_not_told() -> None:
    found = assessment()
    assert words(found).count(" images sans cet objet") == sum(b.empty > 0 for b in found.boxes)
    filmless = replace(found.clips[0], looked=0, skipped=0, undecodable=0, pictures=0)
    told = words(replace(found, clips=(filmless,)))
    assert WORDS.say("cli.validate.filmless", name=filmless.name) in told


def test_motion_alone_says_that_it_names_nothing() -> None:
    found = assessment()
    unnamed = replace(found, subject=replace(found.subject, named=False))
    sentence = WORDS.say("cli.validate.unnamed")
    assert sentence in words(unnamed)
    assert sentence not in words(found)


def test_times_are_told_with_how_many_they_are_taken_over() -> None:
    figures = {f["measure"]: f for f in objects(assessment()) if f["type"] == "figure"}
    name = "cœur de ville, nuit.avi › quai"
    assert (
        figures[f"{name} › mean_end_error"]["value"],
        figures[f"{name} › mean_end_error"]["n"],
    ) == (
        1_500_000.0,
        4,
    )
    assert figures[f"{name} › largest_time_error"]["value"] == 801_000


def test_nothing_measured_tells_what_would_have_looked() -> None:
    assert len(words(assessment(**NOTHING)).splitlines()) == 1
    assert [one["type"] for one in objects(assessment(**NOTHING))] == ["subject"]


def test_a_name_cannot_hide() -> None:
    name = "gpj.\u202eexe"
    made = replace(assessment(**NOTHING), clips=(Clip(name, "", "", 1, 0, 0, 0),))
    assert "gpj.⟨U+202E⟩exe" in words(made)


def test_shares_and_times_are_told_plainly() -> None:
    assert _share(Rate(2, 3)) == "0.67"
    assert _share(Rate(0, 0)) == "–"
    assert _s(1_500_000) == "1.500000 s"
    assert Fraction(_s(-1).removesuffix(" s")) == Fraction(-1, 10**6)
