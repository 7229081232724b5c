"""Hostile names on what leaves the program: export, manifest, notice, report, spreadsheet."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.desk.records import quiet
from tests.desk.scene import Office, hits
from tests.robustness.hostile_case import NUMBER, WATCHED, crossing
from tests.robustness.hostile_text import TEXTS, leaks
from vsa_core.desk.audit_csv import LIVE, harmless
from vsa_core.desk.scope import Wish
from vsa_core.domain.spelling import spelled
from vsa_core.export.draw import legible

SECOND = 1_000_000


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """All of them."""
    return [*TEXTS.values(), NUMBER, WATCHED]


def test_a_package_names_its_case_and_its_camera_as_they_are(
    hostile: Office, tmp_path: Path
) -> None:
    (hit,) = hits(hostile, crossing())
    wish = Wish((hit.name,), "", None, SECOND, str(tmp_path / "out"), TEXTS["picture"], "fr")
    at = hostile
    done = at.desks.exports.export(at.who, at.where, wish, "M04", quiet, lambda: False)
    folder = Path(done.folder)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert manifest["order"]["case"] == NUMBER
    assert WATCHED in json.dumps(manifest, ensure_ascii=False)
    notice = (folder / "LISEZMOI.txt").read_text("utf-8")
    assert spelled(NUMBER) in notice
    assert spelled(WATCHED) in notice
    assert leaks(notice.replace("\n", "").replace("\r", "")) == ""
    assert not any(line.startswith("SHA-256 : 00") for line in notice.splitlines())
    assert at.desks.exports.verify(done.folder).case == NUMBER


def test_what_is_burnt_into_a_picture_hides_nothing(texts: list[str]) -> None:
    for text in texts:
        assert leaks(legible(text)) == ""


def test_a_spreadsheet_reads_text(texts: list[str]) -> None:
    for text in (*texts, f" {TEXTS['formula']}", f"\u00a0{TEXTS['at']}", "\t=1", "\n=1", "\r=1"):
        cell = harmless(text)
        assert cell.strip(" \u00a0\u202f")[:1] not in LIVE
        assert leaks(cell) == ""
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL).writerow([cell, "x"])
        (row,) = csv.reader(io.StringIO(written.getvalue(), newline=""), delimiter=";")
        assert row == [cell, "x"]
