"""What another machine saw, sealed to the case: only the case's own key opens it."""

import hashlib

from vsa_core.keys.box import open_box, seal_to

HOLDER = "relecture observations 1"
"""For whom it is sealed, bound in: no box of a person passes for one of these."""


def seal_observed(public: str, order: bytes, observed: bytes) -> bytes:
    """`observed` for whoever holds the case, bound to the very bytes of the order it answers.

    public: the case's X25519 public key (hex); Tampered (KEY-014) when it is
    none. Who seals cannot open again what was sealed.
    """
    return seal_to(public, observed, _named(order), HOLDER)


def open_observed(private: bytes, order: bytes, sealed: bytes) -> bytes:
    """What was sealed; Tampered (KEY-009) when altered, or made for another order or case."""
    return open_box(private, sealed, _named(order), HOLDER)


def _named(order: bytes) -> str:
    return hashlib.sha256(order).hexdigest()
