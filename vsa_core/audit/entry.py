"""What is written down about one act: references and counts, never the data themselves."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from vsa_core.domain.case import Act, Basis, Role
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Bug, Refused

SCHEMA = 1
"""Version of the record's fields, written in each record as `v`."""

TEXT_MAX = 500
"""Free text is cut to this many characters."""

LINE_MAX = 65_536
"""A whole line, seal and line feed included, is at most this many bytes."""

_SEAL_ROOM = 128
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, ready to be recorded (dir. 2016/680 art. 25; CSI art. R. 236-59 for the wording).

    `question` is the digest of the query or order; `about` holds references
    and counts under ASCII keys (for an answer, `of` is the sequence of the
    question; for an export, `recipient`); `sealed` is base64 of geometry,
    free text and what identifies a person, encrypted under the case's log
    key; `models` are digests.
    """

    act: Act
    who: str
    role: Role | None
    case: str = ""
    basis: Basis | None = None
    motive: str = ""
    question: str = ""
    about: Mapping[str, Canonical] = field(default_factory=dict)
    sealed: str = ""
    models: tuple[str, ...] = ()
    app: str = ""

    def fields(
        self,
        sequence: int,
        prev: str,
        t: int,
        boot: str,
        mono: int,
        mode: str = "single",
        seat: int = 0,
        behind: int = 0,
    ) -> dict[str, Canonical]:
        """The record as canonical fields.

        prev: SHA-256 (hex) of the previous record, "" for the first; t:
        microseconds since 1970 UTC; mono: microseconds of this boot; seat: which
        of the programs open at once wrote it; behind: microseconds by which
        the wall clock had fallen behind the journal, whose time never goes back.
        """
        return {
            "v": SCHEMA,
            "seq": sequence,
            "prev": prev,
            "t": instant(t),
            "us": t,
            "behind_us": behind,
            "boot": boot,
            "mono_us": mono,
            "mode": mode,
            "seat": seat,
            **self._said(),
        }

    def _said(self) -> dict[str, Canonical]:
        return {
            "act": self.act.value,
            "who": told(self.who),
            "role": self.role.value if self.role else "",
            "case": told(self.case),
            "basis": reference(self.basis) if self.basis else None,
            "motive": told(self.motive),
            "question": self.question,
            "about": told(self.about),
            "sealed": self.sealed,
            "models": list(self.models),
            "app": self.app,
        }


def reference(basis: Basis) -> dict[str, Canonical]:
    """What of a legal basis is named in each record; cameras and window stay in the case."""
    return {
        "framework": basis.framework.value,
        "requisition": told(basis.requisition),
        "magistrate": told(basis.magistrate),
        "authorisation": told(basis.authorisation),
        "offence": told(basis.offence),
        "expires_us": basis.expires,
    }


def instant(t: int) -> str:
    """ISO 8601 in UTC with milliseconds (floored) of microseconds since 1970.

    Raises Bug (AUD-012) outside the years 1 to 9999.
    """
    try:
        moment = _EPOCH + timedelta(microseconds=t)
    except OverflowError as error:
        raise Bug("AUD-012", reason="time") from error
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def told(value: Canonical) -> Canonical:
    """`value` with free text cut to 500 characters and names that are not UTF-8 as {"b64": …}.

    A recorder's file name may hold any byte; were it refused, a file name
    could stop the journal. Unicode normal forms are kept as they are.
    """
    if isinstance(value, str):
        return _text(value if len(value) <= TEXT_MAX else value[: TEXT_MAX - 1] + "…")
    if isinstance(value, Mapping):
        return {key: told(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [told(item) for item in value]
    return value


def _text(text: str) -> Canonical:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return {"b64": base64.b64encode(_raw(text)).decode()}
    return text


def _raw(text: str) -> bytes:
    """The bytes that a name stood for (os.fsdecode keeps stray bytes as lone surrogates)."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def encoded(record: Mapping[str, Canonical]) -> bytes:
    """The canonical bytes of a record.

    Raises Bug (AUD-012) when a field has no canonical form, Refused (AUD-011)
    when the line would be longer than LINE_MAX.
    """
    try:
        body = canonical(record)
    except ValueError as error:
        raise Bug("AUD-012", reason=str(error)) from error
    if len(body) + _SEAL_ROOM > LINE_MAX:
        raise Refused("AUD-011", size=len(body), limit=LINE_MAX - _SEAL_ROOM)
    return body
