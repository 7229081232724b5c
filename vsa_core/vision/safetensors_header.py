"""What a safetensors file says of itself, read without any library: JSON, of a bounded length."""

import json
from collections.abc import Mapping
from pathlib import Path

from vsa_core.errors import Refused

LENGTH = 8
"""Bytes at the start: the length of the header, least byte first (the format's own rule)."""

LONGEST = 1 << 20
"""Bytes of a header at most; ours has a few thousand."""


def header_of(path: Path) -> Mapping[str, str]:
    """The texts (`__metadata__`) of a tensor file; Refused (MOD-007) when it is none."""
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(LENGTH), "little")
            if not 2 <= length <= LONGEST:
                raise ValueError("no header of ours")
            text = file.read(length)
            if len(text) < length:
                raise ValueError("cut off")
            document = json.loads(text)
            told = document.get("__metadata__", {})
            return {str(key): str(value) for key, value in told.items()}
    except (OSError, ValueError, AttributeError, RecursionError) as wrong:
        raise Refused("MOD-007", name=path.name) from wrong
