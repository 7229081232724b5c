import hashlib
import stat
from pathlib import Path

import pytest

from cluster.outbox import Outbox
from vsa_core.errors import Unreadable


def test_what_is_put_is_named_by_its_digest_and_read_by_it(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    digest = outbox.put(b"sealed")
    assert digest == hashlib.sha256(b"sealed").hexdigest()
    assert outbox.read(digest) == b"sealed"
    (file,) = (tmp_path / "outbox").iterdir()
    assert file.name == f"{digest}.sealed"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_was_collected_is_forgotten(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    digest = outbox.put(b"sealed")
    outbox.drop(digest)
    outbox.drop(digest)
    assert outbox.read(digest) == b""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../own.key", "", "own", "A" * 64, "0" * 63])
def test_nothing_but_a_digest_leads_anywhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "own.key.sealed").write_bytes(b"secret")
    outbox = Outbox(tmp_path / "outbox")
    assert outbox.read(name) == b""
    outbox.drop(name)
    assert (tmp_path / "own.key.sealed").exists()


def test_what_a_killed_machine_left_is_cleared_away(tmp_path: Path) -> None:
    Outbox(tmp_path).put(b"left")
    (tmp_path / "half.sealed.tmp").touch()
    (tmp_path / "other").touch()
    Outbox(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


def test_a_disk_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unreadable, match="CLU-005"):
        Outbox(tmp_path / "file" / "outbox")
