"""Makes the golden journals: `python -m tests.golden.audit.make_logs FOLDER`.

Keys, clock and entries are fixed, so that the same bytes come out every time.
They are for verifiers that are not ours too: `valid` is whole, `tampered` has
one record changed under its old seal (place 5), `truncated` lost its last
three records and kept its head copy (place 8).
"""

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.audit.attacks import edited
from tests.audit.world import ask, begin, lines_of, pen, query, reopen, result, rewrite, shard_of
from vsa_core.audit.entry import Entry
from vsa_core.domain.case import Act, Role

HERE = Path(__file__).resolve().parent
TAMPERED_AT = 5
KEPT = 8
NAMES = ("valid", "tampered", "truncated")


def make(target: Path) -> None:
    """Write the three journals under `target`."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write(folder)
        for name in NAMES:
            shutil.copytree(shard_of(folder).folder, target / name / shard_of(folder).folder.name)
    lines = lines_of(target / "tampered")
    lines[TAMPERED_AT] = edited(lines[TAMPERED_AT], who="bob")
    rewrite(target / "tampered", lines)
    rewrite(target / "truncated", lines_of(target / "truncated")[:KEPT])


def _write(folder: Path) -> None:
    """A journal of eleven records: questions, a refusal, an export, a torn write."""
    with begin(folder, pen()) as journal:
        ask(journal, 1)
        denied = Entry(Act.DENIED, "dédé", Role.DPO, "2026/17", about={"code": "LAW-001"})
        journal.append(denied)
        order = replace(query(7), act=Act.EXPORT, about={"recipient": "TJ Rennes", "clips": 1})
        exported = journal.append(order)
        journal.append(result(7, exported.sequence, Act.EXPORT_DONE))
        journal.append(replace(query(8), about={"file": "cam\udcff.mp4"}, sealed="AAECAw=="))
    rewrite(folder, [*lines_of(folder), b'{"about":{"of":'])
    with reopen(folder, pen()) as journal:
        ask(journal, 1)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
