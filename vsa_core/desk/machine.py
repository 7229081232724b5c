"""This installation's own identity: its journal, its signing key, its vault; founded once."""

import json
import os
from functools import cached_property
from pathlib import Path

from vsa_core.audit.inception import Inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.pen import Pen
from vsa_core.domain.ports import Clock
from vsa_core.errors import Refused, Unreadable
from vsa_core.keys.private_file import read_private, write_private
from vsa_core.keys.signatures import (
    create_signing_key,
    load_signing_key,
    sign,
    signing_public,
    verify,
)
from vsa_core.keys.vault import Vault

FACTS = "installation.json"
KEYS = "keys"
LOG_KEY = "log.key"
AUDIT = "audit"
HARMLESS = frozenset({"faults", "window", "models", "ultralytics"})
"""Reports of what went wrong, how the window is liked, and what a detector keeps for itself (its
networks converted before are not trusted after) are no trace of an installation."""

BOOT = Path("/proc/sys/kernel/random/boot_id")


class Machine:
    """What makes this computer one installation; everything is opened when first needed."""

    def __init__(self, home: Path, clock: Clock, program: str) -> None:
        self._home = home
        self._clock = clock
        self._program = program

    @property
    def home(self) -> Path:
        """Where the installation lives."""
        return self._home

    @property
    def audit(self) -> Path:
        """Where the journal lies."""
        return self._home / AUDIT

    @property
    def founded(self) -> bool:
        """Whether somebody was ever enrolled here."""
        return (self._home / FACTS).exists()

    def check_begun(self) -> None:
        """Refused (CAS-015) where nothing of an installation is, not even a journal."""
        if not self.founded and not self.audit.exists():
            raise Refused("CAS-015", home=str(self._home))

    def found(self, enrolled_by: str) -> None:
        """Make the keys, the vault and the journal of a new installation.

        Refused (CAS-016) when traces of one are there: a journal that is
        missing is never silently begun again. Unreadable (CAS-018) where
        nothing may be written.
        """
        if self._home.exists() and {p.name for p in self._home.iterdir()} - HARMLESS:
            raise Refused("CAS-016", home=str(self._home))
        keys = self._home / KEYS
        try:
            keys.mkdir(mode=0o700, parents=True)
            self._home.chmod(0o700)
        except OSError as error:
            raise Unreadable("CAS-018", home=str(self._home), why=error.strerror or "") from error
        create_signing_key(keys / LOG_KEY)
        Vault.create(keys)
        origin = f"relecture.local/{os.urandom(8).hex()}"
        inception = Inception(origin, self.public_key, enrolled_by)
        Journal.create(self.audit, inception, self._pen()).close()
        facts = {"v": 1, "origin": origin, "public_key": self.public_key}
        write_private(self._home / FACTS, json.dumps(facts).encode("ascii"))

    @property
    def origin(self) -> str:
        """The journal's name."""
        return self._fact("origin")

    @property
    def public_key(self) -> str:
        """The Ed25519 public key (hex) that seals the journal and signs for the installation."""
        return signing_public(self._key)

    def sign(self, message: bytes) -> bytes:
        """The installation's signature of `message`."""
        return sign(self._key, message)

    def journal(self) -> Journal:
        """The journal, opened; Refused (CAS-015) when nobody was ever enrolled here."""
        return Journal.open(self.audit, origin=self.origin, pen=self._pen())

    @cached_property
    def vault(self) -> Vault:
        """The vault of case keys."""
        return Vault(self._home / KEYS)

    @cached_property
    def _key(self) -> bytes:
        return load_signing_key(self._home / KEYS / LOG_KEY)

    def _pen(self) -> Pen:
        boot = BOOT.read_text(encoding="ascii").strip() if BOOT.exists() else "unknown"
        return Pen(
            public_key=self.public_key,
            sign=self.sign,
            verify=verify,
            clock=self._clock,
            boot=boot,
            app=self._program,
        )

    def _fact(self, name: str) -> str:
        if not self.founded:
            raise Refused("CAS-015", home=str(self._home))
        try:
            return str(json.loads(read_private(self._home / FACTS))[name])
        except (ValueError, KeyError, TypeError):
            raise Unreadable("CAS-017", file=FACTS) from None
