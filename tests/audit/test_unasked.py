"""What the journal writes of itself says what happened, and that nobody asked for it."""

import hashlib
from pathlib import Path

import pytest

from vsa_core.audit.rules import Opened
from vsa_core.audit.unasked import aborted, ended, recovery
from vsa_core.domain.case import Act
from vsa_core.errors import Tampered


def test_a_recovery_names_the_bytes_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "torn-000000001-0011223344556677.bin"
    path.write_bytes(b"half")
    entry = recovery(path)
    assert (entry.act, entry.who, entry.role) == (Act.RECOVERY, "relecture", None)
    assert entry.about == {
        "file": path.name,
        "sha256": hashlib.sha256(b"half").hexdigest(),
        "bytes": 4,
    }
    with pytest.raises(Tampered, match="AUD-117"):
        recovery(tmp_path / "absent")


def test_an_abortion_names_its_question_and_who_asked() -> None:
    entry = aborted(Opened(3, Act.QUERY, "q", 1, "alice", "2026/17"))
    assert (entry.act, entry.case) == (Act.ABORTED, "2026/17")
    assert entry.about == {"of": 3, "asked_by": "alice", "reason": "program_gone"}
    assert aborted(Opened(3, Act.QUERY, "q", 1, {"b64": "/w=="}, {"b64": "/w=="})).case == ""


def test_an_end_names_what_follows() -> None:
    assert (ended("2027H1").act, ended("2027H1").about) == (Act.SHARD_END, {"next": "2027H1"})
