import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.document import Document, digest_of
from app.tasks import Tasks
from vsa_core.errors import Unreadable


def test_a_document_is_told_by_its_name_and_digest(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    (tmp_path / "AIPD 2024.pdf").write_bytes(b"what was assessed")
    document = Document(tasks)
    with qtbot.waitSignal(document.known) as known:
        document.look_at(str(tmp_path / "AIPD 2024.pdf"))
    assert known.args == ["AIPD 2024", hashlib.sha256(b"what was assessed").hexdigest()]


def test_a_document_that_is_gone_is_told(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    document = Document(tasks)
    with qtbot.waitSignal(document.failed) as failed:
        document.look_at(str(tmp_path / "nothing.pdf"))
    assert failed.args[0].code == "CAS-090"
    with pytest.raises(Unreadable):
        digest_of(str(tmp_path))
