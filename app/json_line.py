"""One JSON object on one line, which may be shown on any terminal."""

import json
from collections.abc import Mapping

from vsa_core.domain.spelling import is_shown


def json_line(fields: Mapping[str, object]) -> str:
    r"""The object; accents stay, and what hides or commands a terminal is written as \u202e.

    JSON itself lets U+009B pass, which begins a command on some terminals as ESC [ does.
    """
    written = json.dumps(fields, ensure_ascii=False)
    return "".join(c if is_shown(c) else _escaped(c) for c in written)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{unit}" for unit in pairs)
