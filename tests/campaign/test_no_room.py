"""A disk that is full, may not be written, or gives no more files: told, and mended by room."""

import errno
import json
import os
import resource
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.audit.children import child, ended_well, everything
from tests.audit.world import ask, begin, query, reopen
from tests.campaign.afterwards import Tally, shown_by
from tests.desk.scene import CHEAP, SECRET, FixedClock, hits, indexed, office, settings
from vsa_core import engine
from vsa_core.audit.disk import PosixDisk
from vsa_core.audit.journal import Journal
from vsa_core.errors import Fault, Refused

SIZE = "128k"


def alone(command: str) -> subprocess.CompletedProcess[str]:
    """A command as the root of a namespace of its own, where it may mount."""
    return subprocess.run(
        ["unshare", "-Urm", "sh", "-c", command],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def disk(tmp_path: Path) -> str:
    """The command that mounts a small disk of its own at `tmp_path`; skips where none may."""
    mount = f"mount -t tmpfs -o size={SIZE} none {shlex.quote(str(tmp_path))}"
    try:
        may = alone(mount).returncode == 0
    except FileNotFoundError:
        may = False
    if not may:
        pytest.skip("nobody may mount a small disk here (unshare, user namespaces)")
    return mount


def story(how: str, disk: str, folder: Path) -> dict[str, object]:
    """What tests.campaign.full tells of a small disk mounted at `folder`."""
    program = shlex.join((sys.executable, "-m", "tests.campaign.full", str(folder), how))
    done = alone(f"{disk} && {program}")
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_a_full_disk_stops_the_journal_until_there_is_room(disk: str, tmp_path: Path) -> None:
    told = story("full", disk, tmp_path)
    assert int(str(told.pop("shown"))) > 20
    assert told == {"lost": 0, "told": ["AUD-003", "AUD-004", ""], "whole": True}


def test_a_disk_that_may_only_be_read_is_refused_and_checked(disk: str, tmp_path: Path) -> None:
    assert story("readonly", disk, tmp_path) == {"told": ["AUD-003", ""], "whole": True}


def test_a_log_that_may_not_grow_is_refused_and_mended(tmp_path: Path) -> None:
    begin(tmp_path).close()

    def work(writing: int) -> None:
        journal = reopen(tmp_path)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        until_refused(journal, writing)

    number, reading = child(work)
    shown = shown_by(everything(reading))
    assert ended_well(number)
    check(tmp_path, shown)


def test_a_program_that_may_open_no_more_files_loses_nothing(tmp_path: Path) -> None:
    begin(tmp_path).close()

    def work(writing: int) -> None:
        journal = reopen(tmp_path)
        ask(journal, 1)
        spare = os.dup(0)
        os.close(spare)
        at_most(spare + 1)
        until_refused(journal, writing)

    number, reading = child(work)
    everything(reading)
    assert ended_well(number)
    check(tmp_path, [])


def at_most(files: int) -> None:
    """Let this program have that many files open."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))


def until_refused(journal: Journal, writing: int) -> None:
    """Ask until it is refused by the disk; each receipt goes down the pipe first."""
    refused = ""
    for number in range(1_000):
        try:
            receipt = journal.append(query(number))
        except Refused as fault:
            refused = fault.code
            break
        os.write(writing, f"{receipt.sequence} {receipt.entry}\n".encode())
    assert refused == "AUD-003"


def check(folder: Path, shown: list[str]) -> None:
    """The log opens now that there is room, and kept what was shown."""
    tally = Tally()
    tally.take(folder, shown)
    assert tally.clean, tally


@pytest.mark.parametrize("files", range(5))
def test_no_want_of_files_is_called_tampering(files: int, tmp_path: Path) -> None:
    begin(tmp_path).close()

    def work(writing: int) -> None:
        spare = os.dup(0)
        os.close(spare)
        at_most(spare + files)
        try:
            reopen(tmp_path).close()
            said = "opened"
        except Fault as fault:
            said = f"{type(fault).__name__} {fault.code}"
        os.write(writing, said.encode())

    number, reading = child(work)
    assert everything(reading) in (b"opened", b"Refused AUD-003")
    assert ended_well(number)


class Full(PosixDisk):
    """A disk without room."""

    def write(self, file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_question_on_a_full_disk_has_no_answer_until_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = indexed(office(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(PosixDisk, "write", Full.write)
        with pytest.raises(Refused, match="AUD-003"):
            hits(at)
    with pytest.raises(Refused, match="AUD-004"):
        hits(at)
    with pytest.raises(Refused, match="AUD-004"):
        at.desks.cases.leave(at.who, at.where)
    desks = engine.desks(settings(at.home), CHEAP, FixedClock())
    who = desks.people.sign_in("alice", SECRET)
    where = desks.cases.enter(who, str(tmp_path / "case"))
    assert len(hits(replace(at, desks=desks, who=who, where=where))) == 1
