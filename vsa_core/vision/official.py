"""The files that a publisher made known: by their name in the publisher's own git repository."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.errors import Unreadable

HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Official:
    """One published file of weights.

    git_blob: SHA-1 (hex) over ``blob <length>``, a zero byte and the file;
    empty where this release does not know it. rank: as of a model's entry.
    """

    name: str
    git_blob: str
    licence: str
    source: str
    rank: int


def officials(path: Path) -> tuple[Official, ...]:
    """The ``[[official]]`` tables of a list of models.

    Raises Unreadable (MOD-006) when it is not such a list.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
        return tuple(_official(table) for table in document.get("official", []))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Unreadable("MOD-006", name=path.name) from wrong


def _official(table: Mapping[str, object]) -> Official:
    blob, rank = str(table["git_blob"]).lower(), table["rank"]
    if blob and (len(blob) != 40 or set(blob) - HEX):
        raise ValueError("not the name of a blob")
    if not isinstance(rank, int):
        raise TypeError("not a rank")
    return Official(str(table["name"]), blob, str(table["licence"]), str(table["source"]), rank)
