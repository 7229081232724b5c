"""A session of the journal as a program of its own: opens it, asks two questions, tells faults.

Run as `python -m tests.campaign.session FOLDER`. Prints a line for each receipt, then `end`;
or, at a fault, its kind and code. Exit status 0 in both cases.
"""

import sys
from pathlib import Path

from tests.audit.world import pen, query, reopen, result
from vsa_core.audit.journal import Journal
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Fault

QUESTIONS = 2


def main(folder: Path) -> None:
    """The whole session."""
    try:
        with reopen(folder, pen()) as journal:
            work(journal)
        print("end", flush=True)
    except Fault as fault:
        print(type(fault).__name__, fault.code, flush=True)


def work(journal: Journal) -> None:
    """Ask and answer."""
    for number in range(QUESTIONS):
        asked = journal.append(query(number))
        tell(asked)
        tell(journal.append(result(number, asked.sequence)))


def tell(receipt: Receipt) -> None:
    """What a program shows only once it is written."""
    print(receipt.sequence, receipt.entry, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
