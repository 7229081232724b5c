"""Records that no person asked for: recovery, a question without its program, a shard's end."""

import hashlib
from pathlib import Path

from vsa_core.audit.entry import Entry
from vsa_core.audit.rules import Opened
from vsa_core.audit.shard import read_small
from vsa_core.audit.succession import PROGRAM
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical


def recovery(path: Path) -> Entry:
    """The bytes of a torn write were put aside in that file; Tampered (AUD-117) without it."""
    data = read_small(path, "AUD-117")
    about: dict[str, Canonical] = {
        "file": path.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
    }
    return Entry(Act.RECOVERY, PROGRAM, None, about=about)


def aborted(question: Opened) -> Entry:
    """The program that asked is gone."""
    case = question.case if isinstance(question.case, str) else ""
    about: dict[str, Canonical] = {
        "of": question.sequence,
        "asked_by": question.who,
        "reason": "program_gone",
    }
    return Entry(Act.ABORTED, PROGRAM, None, case=case, about=about)


def ended(name: str) -> Entry:
    """The shard ends here; `name` follows."""
    return Entry(Act.SHARD_END, PROGRAM, None, about={"next": name})
