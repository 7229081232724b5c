"""What one person may not do alone: the request, and the two signatures under it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.case import Role
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.provenance import Canonical, canonical

VALID = 24 * 3600 * MICROSECONDS
"""How long a request may be approved and carried out, in microseconds."""

_PREFIX = b"relecture/request/v1\n"


class Kind(StrEnum):
    """The acts that destroy or widen: each needs two people of two roles."""

    WIDEN_BASIS = "widen_basis"
    ERASE_CASE = "erase_case"
    PURGE_SHARD = "purge_shard"
    RENEW_JOURNAL = "renew_journal"
    CHANGE_ROLE = "change_role"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, of which case ("" for none), by whom, and until when; times in microseconds.

    origin: the name of the installation's journal, so that a request is good
    for one installation; terms: what exactly is asked, canonical.
    """

    kind: Kind
    case: str
    terms: Mapping[str, Canonical]
    asked_by: str
    role: Role
    made: int
    expires: int
    origin: str

    def fields(self) -> dict[str, Canonical]:
        """The request as canonical fields."""
        return {
            "kind": self.kind.value,
            "case": self.case,
            "terms": dict(self.terms),
            "asked_by": self.asked_by,
            "role": self.role.value,
            "made_us": self.made,
            "expires_us": self.expires,
            "origin": self.origin,
        }

    @property
    def message(self) -> bytes:
        """The bytes that both people sign."""
        return _PREFIX + canonical(self.fields())

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of what is signed: the request's name."""
        return hashlib.sha256(self.message).hexdigest()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a request, in which role, with which public key (hex), when; Ed25519, hex."""

    name: str
    role: Role
    key: str
    signature: str
    at: int

    def fields(self) -> dict[str, Canonical]:
        """The signature as canonical fields."""
        return {
            "name": self.name,
            "role": self.role.value,
            "key": self.key,
            "signature": self.signature,
            "at_us": self.at,
        }


@dataclass(frozen=True, slots=True)
class Pending:
    """A request with the signature of who asked, that of who approved (None yet), and its end."""

    request: Request
    asked: Signature
    approved: Signature | None = None
    done: bool = False

    @property
    def name(self) -> str:
        """The request's digest (hex)."""
        return self.request.digest
