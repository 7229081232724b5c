"""Canonical bytes and digests: how every finding names its ancestors."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Canonical = None | bool | int | str | Sequence["Canonical"] | Mapping[str, "Canonical"]
"""What may be written in a canonical document: no floats, integers within 2**53."""

_SAFE = 2**53


def _check(value: Canonical) -> None:
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        value.encode("utf-8")
        return
    if isinstance(value, int):
        if abs(value) >= _SAFE:
            raise ValueError(f"integer outside the canonical range: {value}")
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise ValueError(f"a canonical key is ASCII text: {key!r}")
            _check(item)
        return
    if isinstance(value, (list, tuple)):
        for item in value:
            _check(item)
        return
    raise ValueError(f"not canonical: {type(value).__name__}")


def canonical(value: Canonical) -> bytes:
    """RFC 8785 bytes of a value made of objects with ASCII keys, text, integers, booleans, null.

    Within this subset the standard library's output is the canonical form.
    Raises ValueError on floats, large integers, other types, and
    UnicodeEncodeError on text that is not valid Unicode.
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest(value: Canonical) -> str:
    """Hexadecimal SHA-256 of the canonical bytes of `value`."""
    return hashlib.sha256(canonical(value)).hexdigest()


@dataclass(frozen=True, slots=True)
class Pedigree:
    """Where an observation came from: digests of source, model and settings, and the program."""

    footage: tuple[str, ...]
    segments: tuple[str, ...]
    detector: str
    tracker: str
    settings: str
    program: str

    def fields(self) -> dict[str, Canonical]:
        """The pedigree as canonical fields."""
        return {
            "footage": list(self.footage),
            "segments": list(self.segments),
            "detector": self.detector,
            "tracker": self.tracker,
            "settings": self.settings,
            "program": self.program,
        }
