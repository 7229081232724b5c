"""A journal on a small disk, as a program of its own: fills it, is refused, makes room, goes on.

Run as `python -m tests.campaign.full FOLDER full|readonly`, FOLDER being a file system of
its own. Prints what happened as one JSON object.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.audit.world import ask, begin, public, query, reopen, result, verify
from vsa_core.audit.journal import Journal
from vsa_core.audit.review import read, verify_log
from vsa_core.errors import Fault

BALLAST = 40_000
"""Bytes that somebody else may give back."""


Story = dict[str, object]


def full(disk: Path) -> Story:
    """A journal that fills its disk, and goes on when somebody made room."""
    (disk / "ballast").write_bytes(bytes(BALLAST))
    folder = disk / "audit"
    with begin(folder) as journal:
        shown, refused = refusal(journal)
        again = refusal(journal)[1]
    (disk / "ballast").unlink()
    opened = opening(folder)
    kept = {one.entry for one in read(folder)}
    return {
        "shown": len(shown),
        "lost": len(set(shown) - kept),
        "told": [refused, again, opened],
        "whole": verify_log(folder, public(), verify).ok,
    }


def readonly(disk: Path) -> Story:
    """A journal on a disk that may only be read for a while."""
    folder = disk / "audit"
    with begin(folder) as journal:
        ask(journal, 1)
    remount = ["mount", str(disk), "-o"]
    subprocess.run([*remount, "remount,ro"], check=True)
    refused = opening(folder)
    whole = verify_log(folder, public(), verify).ok
    subprocess.run([*remount, "remount,rw"], check=True)
    return {"told": [refused, opening(folder)], "whole": whole}


def refusal(journal: Journal) -> tuple[list[str], str]:
    """Ask until the disk takes no more: the receipts, and the code of the refusal."""
    shown: list[str] = []
    try:
        while True:
            asked = journal.append(query(1))
            shown.append(asked.entry)
            shown.append(journal.append(result(1, asked.sequence)).entry)
    except Fault as fault:
        return shown, fault.code


def opening(folder: Path) -> str:
    """The code that an opening and a question are told, "" when they are done."""
    try:
        with reopen(folder) as journal:
            ask(journal, 1)
    except Fault as fault:
        return fault.code
    return ""


STORIES = {"full": full, "readonly": readonly}

if __name__ == "__main__":
    print(json.dumps(STORIES[sys.argv[2]](Path(sys.argv[1]))))
