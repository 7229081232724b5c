"""The case, its legal basis, the people with a role in it, and a Grant."""

from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical


class Role(StrEnum):
    """One person holds one role on one machine."""

    ANALYST = "analyst"
    SUPERVISOR = "supervisor"
    DPO = "dpo"
    MAGISTRATE = "magistrate"
    ADMINISTRATOR = "administrator"


class Framework(StrEnum):
    """The frameworks of inquiry (CPP art. 230-20); none of them is administrative (art. 230-26)."""

    FLAGRANCE = "flagrance"
    PRELIMINARY = "preliminaire"
    ROGATORY = "commission_rogatoire"
    ARTICLE_74 = "art_74"
    ARTICLE_74_1 = "art_74_1"


class Act(StrEnum):
    """Every operation that leaves a record, one type each (dir. 2016/680 art. 25)."""

    INCEPTION = "inception"
    SESSION_OPEN = "session_open"
    SESSION_CLOSE = "session_close"
    PERSON_ADD = "person_add"
    PERSON_CHANGE = "person_change"
    CASE_OPEN = "case_open"
    CASE_READ = "case_read"
    CASE_CLOSE = "case_close"
    BASIS_CHANGE = "basis_change"
    ORDER = "order"
    ORDER_DONE = "order_done"
    REQUEST = "request"
    APPROVAL = "approval"
    ERASURE = "erasure"
    ERASURE_DONE = "erasure_done"
    CONSULT = "consult"
    ADMIT = "admit"
    CLOCK = "clock"
    INDEX = "index"
    QUERY = "query"
    BATCH = "batch"
    RESULT = "result"
    SETTLE = "settle"
    ABORTED = "aborted"
    VIEW = "view"
    VIEW_CLOSE = "view_close"
    EXAMINE = "examine"
    MATCH = "match"
    REJECT = "reject"
    DOUBT = "doubt"
    SAVE = "save"
    CALIBRATE = "calibrate"
    EXPORT = "export"
    EXPORT_DONE = "export_done"
    AUDIT_READ = "audit_read"
    AUDIT_VERIFY = "audit_verify"
    AUDIT_EXPORT = "audit_export"
    WITNESS = "witness"
    COSIGN = "cosign"
    REMARK = "remark"
    REPLAY_ASK = "replay_ask"
    REPLAY = "replay"
    MODEL_ADD = "model_add"
    MODEL_REMOVE = "model_remove"
    MODEL_LOAD = "model_load"
    VALIDATE = "validate"
    CAPABILITIES = "capabilities"
    RECOVERY = "recovery"
    SHARD_END = "shard_end"
    SHARD_PURGE = "shard_purge"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone enrolled on this installation; both keys are public, in hexadecimal.

    habilitation: its reference; signatory: who signed it; data: the nature of
    the data it covers (CPP art. 230-25); begins, ends: microseconds since 1970
    UTC between which it holds, `ends` None when none was set.
    """

    name: str
    role: Role
    full_name: str
    habilitation: str
    signing_key: str
    sealing_key: str
    signatory: str = ""
    data: str = ""
    begins: int = 0
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Aipd:
    """A data protection impact assessment: its reference and the SHA-256 (hex) of its document."""

    reference: str = ""
    digest: str = ""

    def fields(self) -> dict[str, Canonical]:
        """The assessment as canonical fields."""
        return {"reference": self.reference, "digest": self.digest}


@dataclass(frozen=True, slots=True)
class Basis:
    """What the law allows in this case: framework, authority, offence, cameras, window, expiry.

    Empty `cameras` never means all: a basis names its cameras. `expires` is
    microseconds since 1970 UTC. `modules` are those that a basis must name.
    """

    framework: Framework
    requisition: str
    magistrate: str
    authorisation: str
    offence: str
    cameras: tuple[str, ...]
    window: Window
    expires: int
    modules: tuple[str, ...] = ()

    def fields(self) -> dict[str, Canonical]:
        """The basis as canonical fields."""
        return {
            "framework": self.framework.value,
            "requisition": self.requisition,
            "magistrate": self.magistrate,
            "authorisation": self.authorisation,
            "offence": self.offence,
            "cameras": list(self.cameras),
            "window_us": [self.window.start, self.window.end],
            "expires_us": self.expires,
            "modules": list(self.modules),
        }


@dataclass(frozen=True, slots=True)
class Case:
    """A procedure: number, basis, people, erase-by date, impact assessment, closure (or None)."""

    number: str
    basis: Basis
    people: tuple[str, ...]
    erase_by: int
    opened: int
    opened_by: str
    aipd: Aipd = Aipd()
    closed: int | None = None

    def fields(self) -> dict[str, Canonical]:
        """The case as canonical fields."""
        return {
            "number": self.number,
            "basis": self.basis.fields(),
            "people": list(self.people),
            "erase_by_us": self.erase_by,
            "opened_us": self.opened,
            "opened_by": self.opened_by,
            "aipd": self.aipd.fields(),
            "closed_us": self.closed,
        }


@dataclass(frozen=True, slots=True)
class Grant:
    """Leave to do one act in one case, and its terms: these cameras, this window, no more."""

    person: str
    role: Role
    act: Act
    case: str
    cameras: tuple[str, ...]
    window: Window | None
