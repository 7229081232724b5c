"""Records as they are read, made up for tests that need no journal on a disk."""

from vsa_core.audit.review import Logged
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical

SHARD = "2026H2"


def logged(
    sequence: int,
    time: int,
    act: Act,
    who: str = "alice",
    case: str = "2024/17",
    about: dict[str, Canonical] | None = None,
    role: str = "analyst",
) -> Logged:
    """One record."""
    fields: dict[str, Canonical] = {
        "seq": sequence,
        "us": time,
        "act": act.value,
        "who": who,
        "role": role,
        "case": case,
        "about": about or {},
    }
    return Logged(sequence, time, act, who, case, "0" * 64, fields, SHARD)
