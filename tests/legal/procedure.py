"""A procedure for the legal tests: its people, its basis, its dates."""

from dataclasses import replace
from typing import Any

from vsa_core.domain.case import Aipd, Basis, Case, Framework, Person, Role
from vsa_core.domain.moment import Window

YEAR = 365 * 86_400 * 1_000_000
OPENED = 1_795_252_443_120_123  # 2026-11-21
WINDOW = Window(OPENED - 10_000, OPENED - 5_000)
BASIS = Basis(
    Framework.PRELIMINARY,
    "REQ 77-1-1",
    "Mme Le Guen",
    "AUT 12",
    "NATINF 7151",
    ("rue", "quai", "parking"),
    WINDOW,
    OPENED + YEAR,
)
PEOPLE = ("alice", "bruno", "claire")
AIPD = Aipd("AIPD 2026-1", "ab" * 32)
CASE = Case("2026/17", BASIS, PEOPLE, OPENED + 2 * YEAR, OPENED, "bruno", AIPD)


def person(name: str = "alice", role: Role = Role.ANALYST, habilitation: str = "H 4") -> Person:
    """Somebody enrolled here."""
    return Person(name, role, name.title(), habilitation, "aa", "bb")


def with_basis(**changes: Any) -> Case:
    """The case with another basis."""
    return replace(CASE, basis=replace(BASIS, **changes))
