"""One writer a case, and no lock left by the dead."""

import os
import signal
from pathlib import Path

import pytest

from vsa_core.errors import Refused, Unreadable
from vsa_core.store.lock import WriterLock


def test_a_second_writer_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first = WriterLock(tmp_path)
    with pytest.raises(Refused, match="STO-007"):
        WriterLock(tmp_path)
    first.release()
    first.release()
    WriterLock(tmp_path).release()


def test_two_cases_do_not_know_each_other(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        WriterLock(tmp_path / name)


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            WriterLock(tmp_path)
            os.write(tell, b"held")
            signal.pause()
        finally:
            os._exit(1)
    assert os.read(told, 4) == b"held"
    with pytest.raises(Refused, match="STO-007"):
        WriterLock(tmp_path)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    WriterLock(tmp_path).release()
    os.close(told)
    os.close(tell)


def test_letting_go_is_not_undone_by_a_child(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    child = os.fork()
    if child == 0:
        signal.pause()
        os._exit(0)
    lock.release()
    try:
        WriterLock(tmp_path).release()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="STO-001"):
        WriterLock(tmp_path / "nowhere")
