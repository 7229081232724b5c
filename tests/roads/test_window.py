"""One road, walked by mouse and keys on a real X screen, and checked from outside afterwards."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.sample import WHO
from tests.desk.records import records
from tests.desk.scene import REPOSITORY, settings
from tests.roads.screen import Walker, screen, walking
from tests.roads.watched import PASSPHRASE
from vsa_core import engine
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.verdict import Verdict
from vsa_core.store.sealed import unseal

MATCHED, EXPORTED = "M02", "M03"
DRAWN = ((0.38, 0.30), (0.69, 0.30), (0.69, 0.95), (0.38, 0.95))
"""Corners as shares of the picture: the walker of the sample goes through it."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk left behind: on the disk, on its streams, and what was drawn, in frame units."""

    place: Path
    status: int
    last: dict[str, Any]
    errors: str
    written: Path
    drawn: tuple[tuple[float, float], ...]
    group: int

    @property
    def installation(self) -> Path:
        """Where the sample case's own installation lies."""
        return self.place / "installation"


def draw(walker: Walker) -> tuple[tuple[float, float], ...]:
    """Click the corners of a zone on the picture, and the first again; in frame units."""
    x, y, wide, high = walker.spot("canvas")
    points = [(x + round(a * wide), y + round(b * high)) for a, b in DRAWN]
    for point in (*points, points[0]):
        walker.click_at(*point)
    walker.until(lambda now: now["place"], "a zone")
    return tuple(((px - x) / wide * UNITS, (py - y) / high * UNITS) for px, py in points)


def walk(walker: Walker) -> tuple[Path, tuple[tuple[float, float], ...]]:
    """The whole road; the folder that was exported, and the corners that were drawn."""
    walker.click("sample")
    walker.until(lambda now: now["page"] == "case" and now["lanes"] == 2, "the sample case")
    walker.click("question")
    walker.click("kind")
    walker.click("row zone_entry")
    walker.click("draw")
    drawn = draw(walker)
    walker.click("finish")
    walker.click("ask")
    walker.until(lambda now: now["stage"] == "answered" and now["hits"] > 0, "hits")
    assert walker.now["covered"]
    walker.click("card")
    walker.until(lambda now: now["there"] and now["shown"] and not now["busy"], "its picture")
    walker.key("r")
    walker.click("motive")
    walker.click(f"row {MATCHED}")
    walker.click("agree")
    walker.until(lambda now: now["verdict"] == Verdict.MATCH, "the decision")
    walker.click("export")
    walker.click("why")
    walker.click(f"row {EXPORTED}")
    walker.click("go")
    walker.until(lambda now: now["step"] == "written", "an export")
    folder = Path(walker.now["written"])
    walker.click("verify")
    walker.until(lambda now: now["checked"] > 0, "a verified export")
    walker.click("leave")
    walker.click("card")
    walker.key("ctrl+q")
    return folder, drawn


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The road, walked once."""
    home = tmp_path_factory.mktemp("road")
    errors = home / "errors"
    with screen() as display, walking(display, home, errors) as walker:
        try:
            written, drawn = walk(walker)
            last = walker.end()
        except (AssertionError, KeyError):
            print(errors.read_text("utf-8"))
            raise
        status = walker.program.wait()
        (place,) = (home / "tmp").glob("relecture-demo-*")
        said, group = errors.read_text("utf-8"), walker.program.pid
        yield Walked(place, status, last, said, written, drawn, group)


def checked(walked: Walked, *words: str) -> int:
    """The exit status of a command of the program on what the walk left."""
    home = {"RELECTURE_HOME": str(walked.installation), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "app", *words]
    done = subprocess.run(command, cwd=REPOSITORY, env=home, capture_output=True, check=False)
    return done.returncode


def test_the_program_ends_well_and_leaves_nothing_running(walked: Walked) -> None:
    assert walked.status == 0
    assert walked.last == {"threads": ["MainThread"]}
    with pytest.raises(ProcessLookupError):
        os.killpg(walked.group, 0)


def test_neither_qt_nor_the_program_complained(walked: Walked) -> None:
    assert walked.errors == ""
    assert not list(walked.place.parent.parent.rglob("faults/*"))


def test_the_journal_is_whole_and_tells_the_road_in_its_order(walked: Walked) -> None:
    written = records(walked.installation)
    acts = iter([(record["act"], record["motive"]) for record in written])
    for wanted, motive in (
        ("query", None),
        ("result", None),
        ("view", None),
        ("match", MATCHED),
        ("export", EXPORTED),
        ("export_done", None),
    ):
        assert any(act == wanted and motive in (None, why) for act, why in acts), wanted
    assert written[-1]["act"] == "session_close"
    assert "denied" not in {record["act"] for record in written}
    assert checked(walked, "audit", "verify") == 0


def test_the_package_can_be_verified_by_anybody(walked: Walked) -> None:
    assert checked(walked, "export", "verify", str(walked.written)) == 0
    paper = json.loads((walked.written / "manifest.json").read_bytes())
    assert paper["order"]["motive"] == EXPORTED
    assert len(paper["masking"]["unmasked"]) == 1


def test_what_was_asked_is_what_was_drawn(walked: Walked) -> None:
    (asked,) = [record for record in records(walked.installation) if record["act"] == "query"]
    desks = engine.desks(settings(walked.installation))
    who = desks.people.sign_in(WHO, PASSPHRASE)
    where = desks.cases.enter(who, str(walked.place / "affaire"))
    key = desks.queries._tickets.archive(who, where).keys.log
    _, sealed = unseal(base64.b64decode(asked["sealed"]), key, "log")
    question = json.loads(sealed)
    desks.people.sign_out(who)
    assert question["kind"] == "zone_entry"
    corners = question["place"]["zone"]
    assert len(corners) == len(walked.drawn)
    for (x, y), (drawn_x, drawn_y) in zip(corners, walked.drawn, strict=True):
        assert abs(x - drawn_x) < UNITS / 100
        assert abs(y - drawn_y) < UNITS / 100
