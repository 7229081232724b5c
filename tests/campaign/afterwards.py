"""What must hold after any crash: the log opens, is whole, and kept what was acknowledged."""

import hashlib
from collections.abc import Collection
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from resources.verifier import verify_audit
from tests.audit.world import NEXT, ORIGIN, Ticking, pen, public, query, verify
from vsa_core.audit.disk import PosixDisk
from vsa_core.audit.journal import Journal
from vsa_core.audit.review import verify_log
from vsa_core.audit.shard import shards
from vsa_core.errors import Fault


@dataclass
class Tally:
    """What a campaign counts; all but `cases`, `acknowledged` and `torn` must stay at nought."""

    cases: int = 0
    acknowledged: int = 0
    torn: int = 0
    lost: int = 0
    unopenable: int = 0
    unverified: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, and every log opened and was found whole."""
        return (self.lost, self.unopenable, self.unverified) == (0, 0, 0)

    def take(self, folder: Path, shown: Collection[str], second: Path | None = None) -> None:
        """Count what one crash left in `folder`: opens it, writes on, and has it checked twice.

        shown: SHA-256 (hex) of each record that a program was told is written;
        second: the folder of the second copy of the head.
        """
        self.cases += 1
        before = _torn(folder)
        means = pen(disk=Hasty(), clock=Ticking(NEXT) if len(shards(folder)) > 1 else None)
        try:
            with Journal.open(folder, origin=ORIGIN, pen=means, head_path=second) as journal:
                journal.append(query(10_000, "after"))
        except Fault:
            self.unopenable += 1
        self.torn += _torn(folder) - before
        self.lost += len(set(shown) - kept(folder))
        self.unverified += not (verify_log(folder, public(), verify).ok and in_court(folder))


class Hasty(PosixDisk):
    """A disk that does not wait for the medium: what is checked after a crash needs no second."""

    def sync(self, file: int) -> None:
        """Nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing."""


def shown_by(said: bytes) -> list[str]:
    """Receipts as children print them: a sequence and a digest on each whole line."""
    whole = said.decode().split("\n")[:-1]
    return [line.split()[1] for line in whole if line[:1].isdigit()]


def kept(folder: Path) -> set[str]:
    """The digest of each line of the logs, taken without any code of the journal."""
    lines = [line for path in folder.glob("*/audit.jsonl") for line in path.open("rb")]
    return {hashlib.sha256(line.partition(b"\t")[0]).hexdigest() for line in lines}


def in_court(folder: Path) -> bool:
    """Whether the verifier that shares nothing with the journal finds it whole."""
    with redirect_stdout(StringIO()):
        return bool(verify_audit.main(["--key", public(), str(folder)]) == 0)  # type: ignore[no-untyped-call]  # one file for any Python


def _torn(folder: Path) -> int:
    return len(list(folder.glob("*/torn-*.bin")))
