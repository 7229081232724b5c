import hashlib
from pathlib import Path

import pytest

from app.cli.aipd import assessment
from tests.app.cli.terminal import Terminal
from tests.app.cli.test_cases import opened
from vsa_core.domain.case import Aipd
from vsa_core.errors import Unreadable, WrongUsage


def test_a_document_is_hashed_and_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "aipd.pdf"
    path.write_bytes(b"risques")
    digest = hashlib.sha256(b"risques").hexdigest()
    assert assessment(str(path), "") == Aipd("aipd.pdf", digest)
    assert assessment(str(path), "AIPD 3") == Aipd("AIPD 3", digest)


def test_a_digest_is_taken_as_it_is_and_nothing_is_nothing() -> None:
    assert assessment("AB" * 32, "AIPD 3") == Aipd("AIPD 3", "ab" * 32)
    assert assessment("", "AIPD 3") is None


def test_a_digest_alone_names_no_document() -> None:
    with pytest.raises(WrongUsage, match="USE-031"):
        assessment("ab" * 32, " ")


def test_a_document_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.pdf"):
        with pytest.raises(Unreadable, match="CAS-090"):
            assessment(str(path), "")


def test_no_case_is_opened_without_an_assessment(terminal: Terminal) -> None:
    terminal.monkeypatch.delenv("RELECTURE_AIPD")
    said = opened(terminal, "--json")
    assert (said.status, said.code) == (3, "LAW-030")
    (case,) = opened(terminal, "--json", aipd="ab" * 32, aipd_reference="AIPD 3").of("case")
    assert case["aipd"] == {"reference": "AIPD 3", "digest": "ab" * 32}


def test_the_assessment_told_at_the_founding_serves_every_case(terminal: Terminal) -> None:
    terminal.monkeypatch.delenv("RELECTURE_AIPD")
    enrol = ("people", "add", "alice", "--role", "analyst", "--habilitation", "H-1")
    said = terminal(*enrol, "--aipd", "cd" * 32, "--aipd-reference", "AIPD 1")
    assert said.status == 0
    (case,) = opened(terminal, "--json").of("case")
    assert case["aipd"] == {"reference": "AIPD 1", "digest": "cd" * 32}
