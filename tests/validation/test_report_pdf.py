"""The printed report holds in all weathers, in both languages, and is the same every time."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.words import Words, read_words
from tests.architecture.house import ROOT
from tests.validation.assessed import (
    HOSTILE,
    NOTHING,
    SUBJECT,
    TRACKS,
    assessment,
    boxes,
    event,
    mistake,
)
from vsa_core.domain.assessment import OWN, Assessment, Clip, Tracked
from vsa_core.validation.report_json import json_digest
from vsa_core.validation.report_pdf import as_pdf

FRENCH, ENGLISH = (read_words(language) for language in ("fr", "en"))


def hostile() -> Assessment:
    """Names that are markup, endless, or made to deceive, everywhere that others choose them."""
    endless = "x" * 9999
    return assessment(
        folder=HOSTILE * 9,
        clips=(Clip(HOSTILE, "a" * 64, "b" * 64, 5, 0, 0, 0), Clip(endless, "", "", 0, 0, 0, 0)),
        events=(event(HOSTILE, endless), event(endless, HOSTILE, kind="<b>")),
        boxes=boxes(endless) + boxes(HOSTILE, "<i>"),
        tracked=(Tracked(endless, OWN, 5, TRACKS),),
        mistakes=(mistake(1, clip=HOSTILE, question=endless, note=HOSTILE * 99),),
    )


WEATHERS = {
    "everything": assessment(),
    "nothing": assessment(**NOTHING),
    "hostile": hostile(),
    "sixty": assessment(mistakes=tuple(mistake(number) for number in range(1, 61)), unpictured=3),
    "many questions": assessment(events=tuple(event(f"{n}.mp4", "porte") for n in range(60))),
}


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


@pytest.mark.parametrize("weather", WEATHERS)
def test_the_same_assessment_gives_the_same_bytes(weather: str) -> None:
    made = WEATHERS[weather]
    french = as_pdf(made, FRENCH)
    assert french == as_pdf(made, FRENCH)
    assert french.startswith(b"%PDF-1.")
    assert as_pdf(made, ENGLISH) != french


def test_sixty_mistakes_take_pages_and_none_few() -> None:
    assert pages(as_pdf(WEATHERS["nothing"], FRENCH)) == 2
    assert pages(as_pdf(WEATHERS["sixty"], FRENCH)) > 10


@dataclass(frozen=True)
class Listening:
    """Words that remember what they were asked for."""

    words: Words
    heard: set[str] = field(default_factory=set)

    @property
    def language(self) -> str:
        return self.words.language

    def say(self, key: str, /, **values: object) -> str:
        self.heard.add(key)
        return self.words.say(key, **values)

    def name(self, room: str, key: str) -> str:
        self.heard.add(f"{room}.{key}")
        return self.words.name(room, key)


def test_no_word_of_the_report_is_idle() -> None:
    told = " ".join(("up", "down", "left", "right", "to_left"))
    blind = replace(SUBJECT, named=False, thresholds=())
    extra = assessment(mistakes=(mistake(1, direction=told),), subject=blind)
    heard = Listening(FRENCH)
    for made in (*WEATHERS.values(), extra, assessment(mistakes=())):
        as_pdf(made, heard)
    known = {key for key in FRENCH.sentences if key.startswith("validation.")}
    assert sorted(known - heard.heard) == []


ALONE = """
import sys
from app.words import read_words
from tests.validation.assessed import assessment
from vsa_core.validation.report_pdf import as_pdf
sys.stdout.buffer.write(as_pdf(assessment(), read_words("fr")))
"""


def test_another_process_and_another_home_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", ALONE],
        cwd=ROOT,
        env={
            "PYTHONHASHSEED": "7",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "TZ": "Asia/Tokyo",
        },
        capture_output=True,
        check=True,
    )
    assert done.stdout == as_pdf(assessment(), FRENCH)


def printed(data: bytes, folder: Path) -> list[str]:
    """The text of each page as a reader of PDF finds it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here: poppler-utils is not installed")
    (folder / "report.pdf").write_bytes(data)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", "report.pdf", "-"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split("\f")[:-1]


def test_a_reader_finds_the_digest_and_the_count_on_every_page(tmp_path: Path) -> None:
    told = printed(as_pdf(WEATHERS["sixty"], FRENCH), tmp_path)
    for number, page in enumerate(told, 1):
        assert json_digest(WEATHERS["sixty"]) in page
        assert re.search(rf"Page {number} sur\s+{len(told)}\b", page)


def test_accents_and_hidden_characters_reach_the_reader(tmp_path: Path) -> None:
    told = "\n".join(printed(as_pdf(hostile(), FRENCH), tmp_path))
    assert "Événements, question par question" in told
    assert "l’outil" in told
    assert "café‹U+202E›gpj" in told
    assert "<img" in told
    assert not any(mark in told for mark in "\u202e\x07\ufffd")
