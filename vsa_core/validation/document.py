"""A document from outside: read whole within a bound, and in JSON no key twice, no odd number."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from vsa_core.intake.opening import open_source


def read_at_most(path: Path, most: int) -> bytes:
    """The bytes of a regular file, or its first `most` + 1 when it has more.

    Raises what `intake.opening.open_source` raises (SRC-…).
    """
    with open_source(path) as file:
        parts, left = [], most + 1
        while left and (part := file.read(left)):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)


def json_of(data: bytes, number: Callable[[str], object] = float) -> object:
    """What JSON in UTF-8 says; `number` reads what is not whole.

    Raises ValueError for anything else, for a key that stands twice in one
    table, for NaN and Infinity, and for tables nested too deep.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=number,
            parse_constant=_no_number,
            object_pairs_hook=_once,
        )
    except RecursionError as error:
        raise ValueError("tables nested too deep") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON lets a key stand twice and keeps the last; a truth does not."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands twice")
    return table


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
