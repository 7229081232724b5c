import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.brought import WHY, digest, lab, stock_file
from tests.desk.scene import CHEAP, FixedClock, enrolled, settings
from tests.desk.test_models import BYTES, LIST
from vsa_core import checkup, engine
from vsa_core.desk.exports import Exports
from vsa_core.desk.health import Finding, State
from vsa_core.settings import Settings

SUBJECTS = [
    "python", "encoder", "home", "filesystem", "space", "clock", "zone", "journal", "head",
    "retention", "models", "gpu", "network", "route", "telemetry",
]  # fmt: skip


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rehearsals of the doctor end at once, and well."""
    monkeypatch.setattr(checkup, "survives", lambda lines: True)


@pytest.mark.usefixtures("quick")
def test_every_subject_is_told_once_in_a_fixed_order(tmp_path: Path) -> None:
    told = checkup.health(settings(tmp_path / "home"), FixedClock()).examine()
    assert [finding.what for finding in told] == SUBJECTS


@pytest.mark.usefixtures("quick")
def test_before_anything_is_set_up_the_doctor_still_answers_and_makes_nothing(
    tmp_path: Path,
) -> None:
    desks = engine.desks(settings(tmp_path / "home"), CHEAP, FixedClock())
    told = {finding.what: finding for finding in desks.health.examine()}
    assert told["models"].told == "motion"
    assert told["journal"].told == "none"
    assert told["encoder"].told == "proven"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_an_altered_journal_is_found_by_the_doctor(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    assert {f.what: f for f in desks.health.examine()}["journal"].values == (("records", "4"),)
    log = next((tmp_path / "home" / "audit").glob("*/audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alicE"', 1))
    found = {f.what: f for f in desks.health.examine()}["journal"]
    assert (found.state, found.told) == (State.BAD, "broken")
    assert "AUD-1" in found.values[0][1]


@pytest.mark.parametrize(
    ("running", "state"),
    [
        ((3, 10), State.BAD),
        ((3, 11), State.GOOD),
        ((3, 12), State.GOOD),
        ((3, 13), State.BAD),
    ],
)
def test_two_versions_of_python_are_good(running: tuple[int, int], state: State) -> None:
    assert checkup.python(running).state is state


def test_an_encoder_that_does_not_encode_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Exports, "can_encode", lambda: False)
    assert checkup.encoder() == Finding("encoder", State.BAD, "absent")


@pytest.fixture
def shelf(tmp_path: Path) -> Callable[..., Settings]:
    """Makes settings whose list knows two models, with some files beside it."""

    def made(weights: str = "", shipped: bool = False, **files: bytes) -> Settings:
        digest = hashlib.sha256(BYTES).hexdigest()
        text = LIST.format(digest=digest, other="0" * 64)
        if shipped:
            text = text.replace("shipped = false", "shipped = true", 1)
        (tmp_path / "manifest.toml").write_text(text)
        for name, data in files.items():
            (tmp_path / f"{name}.pt").write_bytes(data)
        chosen = tmp_path / weights if weights else None
        return replace(
            settings(tmp_path / "home"),
            manifest=tmp_path / "manifest.toml",
            weights=chosen,
            detector="auto",
        )

    return made


def test_the_chosen_model_is_named(shelf: Callable[..., Settings]) -> None:
    found = checkup.models(shelf("ours.pt", ours=BYTES))
    values = (("model", "ours"), ("digest", hashlib.sha256(BYTES).hexdigest()[:16]))
    assert found == Finding("models", State.GOOD, "chosen", values)


def test_a_model_that_came_with_the_program_looks_without_being_named(
    shelf: Callable[..., Settings],
) -> None:
    assert checkup.models(shelf(shipped=True, ours=BYTES)).told == "chosen"


def test_motion_alone_is_said_plainly(shelf: Callable[..., Settings]) -> None:
    without = shelf(ours=BYTES)
    assert checkup.models(without).told == "motion"
    assert checkup.models(without).values == (("listed", "ours, another"),)
    forced = replace(shelf("ours.pt", ours=BYTES), detector="motion")
    assert (checkup.models(forced).state, checkup.models(forced).told) == (State.WARNING, "motion")


def test_a_model_that_is_not_what_the_list_says_is_bad(shelf: Callable[..., Settings]) -> None:
    for files in ({"ours": b"not those bytes"}, {}):
        found = checkup.models(shelf(shipped=True, **files))
        assert found == Finding("models", State.BAD, "changed", (("names", "ours"),))
    changed = checkup.models(shelf("another.pt", another=b"not those bytes"))
    assert (changed.state, changed.told) == (State.BAD, "refused")
    assert "MOD-002" in changed.values[0][1]


def test_what_this_installation_added_is_examined_too(tmp_path: Path) -> None:
    at = lab(tmp_path)
    path = stock_file(tmp_path)
    at.desks.models.add(at.who, at.offer(path, reason=WHY))
    assert checkup.models(at.settings).values[0] == ("model", "yolo")
    kept = at.weights / f"{digest(path)}.pt"
    kept.write_bytes(b"changed")
    found = checkup.models(at.settings)
    assert (found.told, found.values) == ("changed", (("names", "yolo"),))
    (at.weights / "list").write_bytes(b"changed")
    assert "MOD-012" in checkup.models(at.settings).values[0][1]


def test_unlisted_weights_and_a_broken_list_are_bad(
    shelf: Callable[..., Settings], tmp_path: Path
) -> None:
    refused = checkup.models(shelf("stranger.pt", stranger=b"not a model"))
    assert (refused.state, refused.told) == (State.BAD, "refused")
    assert "MOD-003" in refused.values[0][1]
    broken = shelf()
    (tmp_path / "manifest.toml").write_text("[[model")
    assert "MOD-006" in checkup.models(broken).values[0][1]


def test_openvino_is_silent_when_loaded_our_way() -> None:
    assert checkup.telemetry() == Finding("telemetry", State.GOOD, "inert")


def test_a_library_that_wakes_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    for waking in ("import socket; socket.socketpair()", "import os; os.fork()", "without_telem()"):
        lines = checkup.SILENCE.replace("import openvino", waking)
        assert lines != checkup.SILENCE
        with monkeypatch.context() as patch:
            patch.setattr(checkup, "SILENCE", lines)
            assert checkup.telemetry().told == "awake"
