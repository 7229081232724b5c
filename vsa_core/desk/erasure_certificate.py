"""The certificate of an erasure: what was destroyed, by whom, on what ground; and its check."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vsa_core.desk.erasure_plan import Plan
from vsa_core.desk.machine import Machine
from vsa_core.domain.erasure import Ground
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.domain.request import Pending
from vsa_core.errors import Tampered, Unreadable
from vsa_core.keys.private_file import write_private
from vsa_core.keys.signatures import verify
from vsa_core.legal.calendar import date_of
from vsa_core.legal.certificate import wording

FOLDER = "certificates"
LIMIT = 64 * 2**20
_PREFIX = b"relecture/erasure-certificate/v1\n"


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What the journal holds of an erasure: its size and root, its steps, the exports that left.

    steps: [sequence, step] in order; exports: [sequence, recipient, microseconds].
    """

    size: int
    root: str
    steps: tuple[tuple[int, str], ...]
    exports: tuple[tuple[int, str, int], ...]


@dataclass(frozen=True, slots=True)
class CheckedCertificate:
    """A certificate found as signed: its case, ground, files destroyed, and who signed for it."""

    case: str
    ground: str
    files: int
    key: str
    head: str


def written(
    machine: Machine, plan: Plan, pending: Pending, who: str, seen: Witnessed, now: int
) -> tuple[Path, str]:
    """Write the certificate, unless it was before; where it lies, and its SHA-256 (hex)."""
    folder = machine.home / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{plan.request[:16]}.json"
    if not path.exists():
        facts = _facts(machine, plan, pending, who, seen, now)
        signed: dict[str, Canonical] = {
            "certificate": facts,
            "key": machine.public_key,
            "signature": machine.sign(_PREFIX + canonical(facts)).hex(),
        }
        write_private(path, canonical(signed) + b"\n")
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def checked(path: Path, key: str = "") -> CheckedCertificate:
    """A certificate read and its signature checked.

    key: the installation's public key (hex) that must have signed it, "" for
    the one it names. Raises Unreadable (CAS-087) for a file that is none,
    Tampered (CAS-088) for one that is not as signed or signed by another.
    """
    found = _read(path)
    try:
        facts, signer = found["certificate"], str(found["key"])
        good = verify(signer, _PREFIX + canonical(facts), bytes.fromhex(found["signature"]))
        journal = facts["journal"]
        result = CheckedCertificate(
            case=facts["case"],
            ground=facts["ground"],
            files=len(facts["files"]),
            key=signer,
            head=f"{journal['size']} : {journal['root']}",
        )
    except (KeyError, TypeError, ValueError):
        raise Unreadable("CAS-087", file=path.name) from None
    if not good or key not in ("", signer):
        raise Tampered("CAS-088", file=path.name)
    return result


def _read(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LIMIT))
    except (OSError, ValueError, RecursionError):
        raise Unreadable("CAS-087", file=path.name) from None
    if not isinstance(found, dict):
        raise Unreadable("CAS-087", file=path.name)
    return found


def _facts(
    machine: Machine, plan: Plan, pending: Pending, who: str, seen: Witnessed, now: int
) -> dict[str, Canonical]:
    terms, second = pending.request.terms, pending.approved
    ground = Ground(str(terms["ground"]))
    exports: list[Canonical] = [
        {"seq": seq, "recipient": recipient, "us": at} for seq, recipient, at in seen.exports
    ]
    return {
        "v": 1,
        "case": plan.number,
        "ground": ground.value,
        "reference": terms["reference"],
        "request": pending.request.fields(),
        "signatures": [one.fields() for one in (pending.asked, second) if one],
        "carried_out_by": who,
        "made_us": now,
        "commitment": plan.commitment,
        "files": [one.fields() for one in plan.files],
        "exports": exports,
        "journal": {
            "origin": machine.origin,
            "size": seen.size,
            "root": seen.root,
            "records": [{"seq": sequence, "step": step} for sequence, step in seen.steps],
        },
        **wording(ground, date_of(now)),
    }
