"""The journal as a table for a spreadsheet: nothing in it is a formula, nothing in it hides."""

import csv
import json
from collections.abc import Iterable, Mapping
from typing import TextIO

from vsa_core.audit.review import Logged
from vsa_core.desk.audit_hours import paris
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.spelling import spelled

COLUMNS = (
    *("shard", "seq", "utc", "paris", "act", "who", "role", "case"),
    *("motive", "question", "about", "sealed"),
)

LIVE = frozenset("=+-@＝＋－＠\t\r")
"""What makes a spreadsheet read a cell as a formula when it begins with it."""

LONGEST = 4_000
"""Characters of a cell before its ellipsis."""

_SPACES = " \u00a0\u202f"


def write_csv(file: TextIO, records: Iterable[Logged]) -> int:
    """Write every record, semicolons between quoted cells; the number of records.

    Sealed parts are told by their length alone: the records themselves are
    in `audit.jsonl`.
    """
    table = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    count = 0
    for logged in records:
        table.writerow([harmless(cell) for cell in _row(logged.shard, logged.fields, logged.time)])
        count += 1
    return count


def harmless(text: str) -> str:
    """A cell that is read as the text it is, with every hidden character told as ⟨U+202E⟩.

    A spreadsheet cuts cells of more than 32,767 characters: longer ones end
    with an ellipsis here, and are whole in `audit.jsonl`. An apostrophe goes
    before what would be a formula, spaces before it or not.
    """
    shown = spelled(text)
    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
    return f"'{shown}" if text.lstrip(_SPACES)[:1] in LIVE else shown


def _row(shard: str, record: Mapping[str, Canonical], time: int) -> list[str]:
    sealed = len(str(record["sealed"]))
    return [
        shard,
        str(record["seq"]),
        str(record["t"]),
        paris(time).strftime("%Y-%m-%d %H:%M:%S"),
        *(_text(record[name]) for name in ("act", "who", "role", "case", "motive", "question")),
        _text(record["about"]),
        f"{sealed}" if sealed else "",
    ]


def _text(value: Canonical) -> str:
    """Text as it is; anything else as canonical JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
