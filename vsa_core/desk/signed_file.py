"""A private file of the installation that its own key signs: what others wrote in is noticed."""

import json
from pathlib import Path
from typing import Any

from vsa_core.desk.machine import Machine
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered
from vsa_core.keys.private_file import read_private, write_private
from vsa_core.keys.signatures import verify


def read_signed(path: Path, machine: Machine) -> Any:
    """What the file holds, as JSON; None where there is no file.

    Raises Tampered (CAS-010) when the bytes are not as the installation signed them.
    """
    if not path.exists():
        return None
    body, _, signature = read_private(path).partition(b"\t")
    try:
        good = verify(machine.public_key, body, bytes.fromhex(signature.decode("ascii")))
    except ValueError:
        good = False
    if not good:
        raise Tampered("CAS-010", file=path.name)
    return json.loads(body)


def write_signed(path: Path, machine: Machine, content: Canonical) -> None:
    """Replace the file whole, mode 0600; Unreadable (KEY-011) when the disk will not take it."""
    body = canonical(content)
    write_private(path, body + b"\t" + machine.sign(body).hex().encode("ascii"))
