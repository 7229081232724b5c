"""This installation's own identity: its journal, its signing key, its vault; founded once."""

import json
import os
from functools import cached_property
from pathlib import Path

from vsa_core.audit.inception import Inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.pen import Pen
from vsa_core.audit.second import check_reach
from vsa_core.domain.case import Aipd
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

    def __init__(
        self, home: Path, clock: Clock, program: str, head_path: Path | None = None
    ) -> None:
        """`head_path`: where a second copy of the journal's head is kept, if told."""
        self._told_head_path = head_path
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

    def found(self, enrolled_by: str, aipd: Aipd | None = None) -> None:
        """Make the keys, the vault and the journal of a new installation.

        aipd: the impact assessment that its cases are opened under, if told now.

        Refused (CAS-016) when traces of one are there: a journal that is
        missing is never silently begun again. Unreadable (CAS-018) where
        nothing may be written. Refused (AUD-020) where the place of the second
        copy of the journal's head is out of reach.
        """
        if self._home.exists() and {p.name for p in self._home.iterdir()} - HARMLESS:
            raise Refused("CAS-016", home=str(self._home))
        if self._told_head_path:
            check_reach(self._told_head_path)
        keys, told = self._home / KEYS, aipd or Aipd()
        try:
            keys.mkdir(mode=0o700, parents=True)
            self._home.chmod(0o700)
        except OSError as error:
            raise Unreadable("CAS-018", home=str(self._home), why=error.strerror or "") from error
        create_signing_key(keys / LOG_KEY)
        Vault.create(keys)
        origin = f"relecture.local/{os.urandom(8).hex()}"
        inception = Inception(
            origin,
            self.public_key,
            enrolled_by,
            aipd=told.reference,
            aipd_digest=told.digest,
        )
        Journal.create(self.audit, inception, self.pen, self._told_head_path).close()
        facts = {
            "v": 1,
            "origin": origin,
            "public_key": self.public_key,
            "aipd": told.reference,
            "aipd_digest": told.digest,
            "head_path": str(self._told_head_path or ""),
        }
        write_private(self._home / FACTS, json.dumps(facts).encode("ascii"))

    @property
    def origin(self) -> str:
        """The journal's name."""
        return self._fact("origin")

    @property
    def aipd(self) -> Aipd:
        """The impact assessment told at the founding; empty when none was."""
        return Aipd(self._fact("aipd", ""), self._fact("aipd_digest", ""))

    @property
    def public_key(self) -> str:
        """The Ed25519 public key (hex) that seals the journal and signs for the installation."""
        return signing_public(self._key)

    def sign(self, message: bytes) -> bytes:
        """The installation's signature of `message`."""
        return sign(self._key, message)

    def journal(self) -> Journal:
        """The journal, opened; Refused (CAS-015) when nobody was ever enrolled here."""
        return Journal.open(self.audit, origin=self.origin, pen=self.pen, head_path=self.head_path)

    @property
    def head_path(self) -> Path | None:
        """Where a second copy of the journal's head is kept: as told now, else at the founding."""
        kept = self._fact("head_path", "")
        return self._told_head_path or (Path(kept) if kept else None)

    @cached_property
    def vault(self) -> Vault:
        """The vault of case keys."""
        return Vault(self._home / KEYS)

    @cached_property
    def _key(self) -> bytes:
        return load_signing_key(self._home / KEYS / LOG_KEY)

    @property
    def pen(self) -> Pen:
        """The means to write the journal."""
        boot = BOOT.read_text(encoding="ascii").strip() if BOOT.exists() else "unknown"
        return Pen(
            public_key=self.public_key,
            sign=self.sign,
            verify=verify,
            clock=self._clock,
            boot=boot,
            app=self._program,
        )

    def _fact(self, name: str, absent: str | None = None) -> str:
        if not self.founded:
            raise Refused("CAS-015", home=str(self._home))
        try:
            facts = json.loads(read_private(self._home / FACTS))
            return str(facts[name] if absent is None else facts.get(name, absent))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Unreadable("CAS-017", file=FACTS) from None
