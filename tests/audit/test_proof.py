"""Proofs are checked here by hand from their own bytes, as a stranger would."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from tests.audit.attacks import edited
from tests.audit.world import (
    NEXT,
    ORIGIN,
    ask,
    begin,
    head_at,
    lines_of,
    pen,
    query,
    reopen_later,
    rewrite,
    shard_of,
)
from vsa_core.audit.head import Head, read_note
from vsa_core.audit.proof import consistency_proof, inclusion_proof, root_at
from vsa_core.audit.tree import consistent, included, leaf
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Tampered, WrongUsage

SHARD = "2026H2"
RECORDS = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shard of twelve records."""
    with begin(tmp_path) as journal:
        ask(journal, 5)
        journal.append(query(9))
    return tmp_path


def read(data: bytes) -> tuple[dict[str, Any], list[bytes], Head]:
    """The proof, its path, and the head of its checkpoint, which is signed."""
    found = json.loads(data)
    assert canonical(found) + b"\n" == data
    head = read_note(found["checkpoint"].encode(), pen().checker(ORIGIN))
    assert head.size == found["size"]
    return found, [base64.b64decode(step) for step in found["path"]], head


@pytest.mark.parametrize("index", range(RECORDS))
def test_each_record_is_shown_to_be_in_the_log(index: int, folder: Path) -> None:
    found, path, head = read(inclusion_proof(folder, SHARD, index))
    record = found["record"].encode()
    assert lines_of(folder)[index].startswith(record + b"\t")
    assert included(leaf(record), index, head.size, path, head.root)
    assert not included(leaf(record + b" "), index, head.size, path, head.root)
    assert (found["kind"], found["shard"], found["index"]) == ("inclusion", SHARD, index)


@pytest.mark.parametrize("old", range(1, RECORDS + 1))
def test_the_log_is_shown_to_extend_what_it_was(old: int, folder: Path) -> None:
    found, path, head = read(consistency_proof(folder, SHARD, old))
    top = base64.b64decode(found["old_root"])
    assert top == root_at(shard_of(folder), old)
    assert consistent(old, top, head.size, head.root, path)
    assert old == head.size or not consistent(old, bytes(32), head.size, head.root, path)


def test_a_shard_that_ended_has_its_proofs(folder: Path) -> None:
    reopen_later(folder, NEXT).close()
    _, path, head = read(inclusion_proof(folder, SHARD, 3))
    assert head.size == RECORDS + 2  # the open question was aborted, and the shard ended
    assert path


@pytest.mark.parametrize("place", [-1, RECORDS, 10**9])
def test_there_is_no_proof_of_what_is_not_there(place: int, folder: Path) -> None:
    for name in (SHARD, "2027H1", ".."):
        with pytest.raises(WrongUsage, match="AUD-024"):
            inclusion_proof(folder, name, place)
    with pytest.raises(WrongUsage, match="AUD-024"):
        consistency_proof(folder, SHARD, place if place != RECORDS else RECORDS + 1)


def test_a_log_that_is_not_the_heads_has_no_proofs(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines[:4], edited(lines[4], who="mallory"), *lines[5:]])
    with pytest.raises(Tampered, match="AUD-113"):
        inclusion_proof(folder, SHARD, 2)
    rewrite(folder, lines[:4])
    with pytest.raises(Tampered, match="AUD-112"):
        consistency_proof(folder, SHARD, 2)
    shard_of(folder).head.write_bytes(b"no note")
    with pytest.raises(Tampered, match="AUD-111"):
        inclusion_proof(folder, SHARD, 2)


def test_only_acknowledged_records_are_proved(folder: Path) -> None:
    shard_of(folder).head.write_bytes(head_at(folder, 6))
    assert read(inclusion_proof(folder, SHARD, 5))[2].size == 6
    with pytest.raises(WrongUsage, match="AUD-024"):
        inclusion_proof(folder, SHARD, 6)


def test_a_root_at_a_size_that_is_not_there(folder: Path) -> None:
    assert root_at(shard_of(folder), RECORDS + 1) == b""
