"""RL4. No computed appearance is ever written: admit, index, ask, export and a kill leave none."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.desk.records import quiet
from tests.desk.scene import (
    CHEAP,
    MOTIVE,
    REPOSITORY,
    SECRET,
    FixedClock,
    Office,
    hits,
    indexed,
    office,
    settings,
)
from tests.redlines.canary import LOOK, Canary, Floats, leaks
from vsa_core import engine, looking
from vsa_core.desk.archive import Archive
from vsa_core.desk.scope import Wish
from vsa_core.domain.verdict import Verdict
from vsa_core.store.sealed import seal


def archive(at: Office) -> Archive:
    """The case, open."""
    return at.desks.indexing._tickets.archive(at.who, at.where)


def searched(at: Office, folder: Path) -> list[str]:
    """Where in all that a road left the made-up appearance lies."""
    return leaks(folder, archive(at), at.home / "audit")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything is written, temporary files too."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path


def embedding(monkeypatch: pytest.MonkeyPatch, canary: Canary) -> Canary:
    """Have the house look through the canary's eyes."""
    monkeypatch.setattr(looking, "ColourEmbedder", lambda: canary)
    return canary


def walked(folder: Path) -> Office:
    """The whole road, from a film to a clip."""
    at = indexed(office(folder))
    (hit,) = hits(at)
    at.desks.reviews.judge(at.who, at.where, hit.name, Verdict.MATCH, "M02")
    wish = Wish((hit.name,), "", None, 1_000_000, str(folder / "export"), "", "fr")
    at.desks.exports.export(at.who, at.where, wish, MOTIVE, quiet, lambda: False)
    at.desks.playing.thumbnails(at.who, at.where, (hit.name,), MOTIVE)
    return at


def test_the_whole_road_leaves_no_appearance(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    canary = embedding(monkeypatch, Canary())
    at = walked(folder)
    assert canary.given > 20
    assert searched(at, folder) == []


KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from tests.desk.scene import indexed, office
from tests.redlines.canary import Canary
from vsa_core import looking
folder = Path(sys.argv[1])
tempfile.tempdir = str(folder / "tmp")
os.chdir(folder / "tmp")
canary = Canary(lambda looks: os.kill(os.getpid(), signal.SIGKILL) if canary.given > 20 else None)
looking.ColourEmbedder = lambda: canary
indexed(office(folder))
"""


def test_a_program_killed_while_it_looks_leaves_none(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(folder / "tmp")},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    at = left(folder)
    assert searched(at, folder) == []


def left(folder: Path) -> Office:
    """The case as alice finds it again after the kill."""
    clock = FixedClock()
    clock.time += 60_000_000
    desks = engine.desks(settings(folder / "home"), CHEAP, clock)
    who = desks.people.sign_in("alice", SECRET)
    where = desks.cases.enter(who, str(folder / "case"))
    (sheet,) = desks.footage.listed(who, where)
    return Office(desks, who, where, sheet.footage, folder / "home")


def beside(at: Office, looks: Floats) -> None:
    """A cache that somebody thought harmless."""
    np.save(at.home / "looks.npy", looks)


def temporary(at: Office, looks: Floats) -> None:
    """A temporary file that is never removed."""
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(looks.astype(np.float64).tobytes())


def sealed(at: Office, looks: Floats) -> None:
    """A sealed store of appearances among the segments."""
    data = seal(looks.tobytes(), archive(at).keys.segment, "segment", {})
    (Path(at.where.folder) / "segments" / f"{'0' * 64}.seg").write_bytes(data)


def row(at: Office, looks: Floats) -> None:
    """A fact of the catalogue, in hexadecimal."""
    archive(at).catalogue._set_fact("look", looks.tobytes().hex())


def packed(at: Office, looks: Floats) -> None:
    """Deflated, with a little something before it."""
    np.savez_compressed(at.home / "looks.npz", looks=looks)


FAULTS: list[Callable[[Office, Floats], None]] = [beside, temporary, sealed, row, packed]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_store_that_keeps_an_appearance_is_seen(
    fault: Callable[[Office, Floats], None], folder: Path
) -> None:
    at = office(folder)
    assert searched(at, folder) == []
    fault(at, np.tile(LOOK, (3, 1)))
    assert len(searched(at, folder)) == 1
