"""What each act must say, and which act answers which (dir. 2016/680 art. 25)."""

from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical

_ALWAYS = frozenset({"who", "app"})
_PERSON = _ALWAYS | {"role"}
_IN_CASE = _PERSON | {"case"}
_CONSULTED = _IN_CASE | {"basis", "motive", "question"}
_ANSWER = _ALWAYS | {"question", "of"}

REQUIRED: Mapping[Act, frozenset[str]] = {
    Act.INCEPTION: _ALWAYS | {"about"},
    Act.SESSION_OPEN: _PERSON,
    Act.SESSION_CLOSE: _PERSON,
    Act.PERSON_ADD: _PERSON | {"about"},
    Act.PERSON_CHANGE: _PERSON | {"about"},
    Act.CASE_OPEN: _IN_CASE | {"basis"},
    Act.CASE_READ: _IN_CASE,
    Act.CASE_CLOSE: _IN_CASE | {"basis", "motive"},
    Act.BASIS_CHANGE: _IN_CASE | {"basis", "about"},
    Act.ORDER: _IN_CASE | {"about"},
    Act.ORDER_DONE: _IN_CASE | {"about"},
    Act.REQUEST: _PERSON | {"question", "about"},
    Act.APPROVAL: _PERSON | {"question", "about"},
    Act.ERASURE: _IN_CASE | {"about"},
    Act.ERASURE_DONE: _IN_CASE | {"about"},
    Act.CONSULT: _ALWAYS | {"about"},
    Act.ADMIT: _IN_CASE | {"basis", "about"},
    Act.CLOCK: _IN_CASE | {"about"},
    Act.INDEX: _IN_CASE | {"basis", "question"},
    Act.QUERY: _CONSULTED,
    Act.BATCH: _ANSWER,
    Act.RESULT: _ANSWER,
    Act.SETTLE: _CONSULTED | {"about"},
    Act.ABORTED: _ALWAYS | {"of"},
    Act.VIEW: _CONSULTED | {"about"},
    Act.VIEW_CLOSE: _ANSWER,
    Act.EXAMINE: _CONSULTED | {"about"},
    Act.MATCH: _CONSULTED | {"about"},
    Act.REJECT: _IN_CASE | {"about"},
    Act.DOUBT: _IN_CASE | {"about"},
    Act.SAVE: _IN_CASE | {"about"},
    Act.CALIBRATE: _IN_CASE | {"basis", "about"},
    Act.EXPORT: _CONSULTED | {"about", "recipient"},
    Act.EXPORT_DONE: _ANSWER,
    Act.AUDIT_READ: _PERSON,
    Act.AUDIT_VERIFY: _PERSON,
    Act.AUDIT_EXPORT: _PERSON | {"about", "recipient"},
    Act.WITNESS: _PERSON | {"about"},
    Act.COSIGN: _PERSON | {"about"},
    Act.REMARK: _PERSON | {"about"},
    Act.REPLAY_ASK: _PERSON | {"about"},
    Act.REPLAY: _IN_CASE | {"about"},
    Act.MODEL_ADD: _PERSON | {"about"},
    Act.MODEL_REMOVE: _PERSON | {"about"},
    Act.MODEL_LOAD: _ALWAYS | {"models"},
    Act.VALIDATE: _PERSON,
    Act.CAPABILITIES: _ALWAYS | {"about"},
    Act.RECOVERY: _ALWAYS | {"about"},
    Act.SHARD_END: _ALWAYS | {"about"},
    Act.SHARD_PURGE: _PERSON | {"about"},
    Act.DENIED: _ALWAYS | {"about"},
}
"""What must not be empty. Consultation and disclosure say why, when, who, and to whom.

`of` and `recipient` lie within `about`; time and sequence are in every record.
"""

ANSWERS: Mapping[Act, frozenset[Act]] = {
    Act.BATCH: frozenset({Act.QUERY}),
    Act.RESULT: frozenset({Act.QUERY, Act.INDEX, Act.VALIDATE}),
    Act.VIEW_CLOSE: frozenset({Act.VIEW}),
    Act.EXPORT_DONE: frozenset({Act.EXPORT}),
    Act.ABORTED: frozenset({Act.QUERY, Act.INDEX, Act.VALIDATE, Act.VIEW, Act.EXPORT}),
}
"""Which acts an answer may name in `about.of`; all but a batch end what they name."""

OPENERS = frozenset().union(*ANSWERS.values())

WHOLE = frozenset({"tracks", "thumbnails", "background"})
"""Views that are whole in one record (`about.what`): nothing closes them."""

NEVER_LEFT_OPEN = frozenset({Act.QUERY, Act.INDEX, Act.EXPORT})
"""What is marked `aborted` when the program that asked it is gone."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A question without its end: what later records may answer."""

    sequence: int
    act: Act
    question: str
    seat: int
    who: Canonical
    case: Canonical


def missing(record: Mapping[str, Canonical]) -> tuple[str, ...]:
    """The mandatory fields that a well-shaped record leaves empty, in order of name."""
    about = record["about"]
    inner = about if isinstance(about, Mapping) else {}
    required = REQUIRED[Act(str(record["act"]))]
    return tuple(name for name in sorted(required) if not _said(name, record, inner))


def _said(name: str, record: Mapping[str, Canonical], about: Mapping[str, Canonical]) -> bool:
    if name == "of":
        return type(about.get("of")) is int
    if name == "recipient":
        return _filled(about.get("recipient"))
    return _filled(record[name])


def _filled(value: Canonical) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def opens(record: Mapping[str, Canonical]) -> bool:
    """Whether a later record must say how this one ended."""
    about = record["about"]
    what = about.get("what") if isinstance(about, Mapping) else None
    whole = record["act"] == Act.VIEW and isinstance(what, str) and what in WHOLE
    return record["act"] in OPENERS and not whole


def answered(record: Mapping[str, Canonical]) -> int:
    """The sequence of the record that this one answers, or -1."""
    about = record["about"]
    of = about.get("of") if isinstance(about, Mapping) else None
    return of if type(of) is int and Act(str(record["act"])) in ANSWERS else -1


def fits(record: Mapping[str, Canonical], opened: Opened | None) -> bool:
    """Whether an answer may follow that question: same kind, same digest, same case."""
    if opened is None or opened.act not in ANSWERS[Act(str(record["act"]))]:
        return False
    if record["act"] == Act.ABORTED and not record["question"]:
        return True
    return (record["question"], record["case"]) == (opened.question, opened.case)
