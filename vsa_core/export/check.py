"""Whether a package is what was exported: every byte of every file, and who signed it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

from vsa_core.domain.provenance import canonical, digest
from vsa_core.errors import Tampered, Unreadable
from vsa_core.export.manifest import CLIP, KIND, MANIFEST, NOTICE, TIMES
from vsa_core.export.seal import FILE as SEAL
from vsa_core.export.seal import Party, Verify, signing_keys

FILES = frozenset({CLIP, TIMES, MANIFEST, SEAL, NOTICE})
"""A package holds these files, and nothing else."""

_LARGEST = 256 * 2**20  # bytes of a manifest or a seal that anybody reads
_LISTED = FILES - {MANIFEST, SEAL}


@dataclass(frozen=True, slots=True)
class Checked:
    """A package whose bytes are what was signed; `manifest` as parsed; who signed it.

    The signatures are worth what is known of the keys: compare their
    fingerprints with those obtained by another way than this package.
    """

    folder: Path
    manifest: Mapping[str, Any]
    signers: tuple[Party, ...]


def check_package(folder: Path, verify: Verify, expected: tuple[str, ...] = ()) -> Checked:
    """Check every file of a package; `expected`: fingerprints of keys that must have signed it.

    Raises Tampered with the file named: EXP-101 other bytes, EXP-102 missing,
    EXP-103 one too many, EXP-104 a signature that does not hold, EXP-105 an
    expected key that did not sign, EXP-106 a manifest that is not one of
    ours; Unreadable (EXP-011) when the folder cannot be read.
    """
    try:
        _check_names(folder)
        body, seal = _read(folder / MANIFEST), _read(folder / SEAL)
        keys = signing_keys(seal, body, verify)
        document, parties = _parsed(body, keys)
        for name in sorted(_LISTED):
            _check_file(folder / name, document["files"][name])
    except OSError as error:
        raise Unreadable("EXP-011", folder=folder.name, reason=error.strerror or "") from error
    for fingerprint in expected:
        if fingerprint not in {party.fingerprint for party in parties}:
            raise Tampered("EXP-105", file=SEAL, fingerprint=fingerprint)
    return Checked(folder, document, parties)


def _check_names(folder: Path) -> None:
    """Exactly the files of a package, each a regular file that is no link."""
    found = {path.name: path for path in folder.iterdir()}
    for name in sorted(FILES - set(found)):
        raise Tampered("EXP-102", file=name)
    for name in sorted(set(found) - FILES):
        raise Tampered("EXP-103", file=name)
    for name, path in sorted(found.items()):
        if not S_ISREG(path.lstat().st_mode):
            raise Tampered("EXP-103", file=name)


def _read(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise Tampered("EXP-106", file=path.name)
    return path.read_bytes()


def _parsed(body: bytes, keys: tuple[str, ...]) -> tuple[dict[str, Any], tuple[Party, ...]]:
    """The manifest and its signers, which must be those who signed."""
    try:
        document = json.loads(body)
        ours = canonical(document) == body and document["kind"] == KIND and document["v"] == 1
        listed = {name: _facts(told) for name, told in document["files"].items()}
        bound = document["receipt"]["question"] == document["order_digest"]
        named = digest(document["order"]) == document["order_digest"]
        parties = tuple(
            Party(str(one["role"]), str(one["name"]), str(one["key"]))
            for one in document["signers"]
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Tampered("EXP-106", file=MANIFEST) from error
    if not (ours and set(listed) == _LISTED and bound and named):
        raise Tampered("EXP-106", file=MANIFEST)
    if tuple(party.key for party in parties) != keys:
        raise Tampered("EXP-104", file=SEAL)
    return document, parties


def _facts(told: Any) -> tuple[str, int]:
    return str(told["sha256"]), int(told["size"])


def _check_file(path: Path, told: Any) -> None:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if (found, path.stat().st_size) != _facts(told):
        raise Tampered("EXP-101", file=path.name)
