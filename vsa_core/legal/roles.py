"""Which role may do which act: the separation of duties, as data."""

from collections.abc import Mapping

from vsa_core.domain.case import Act, Person, Role
from vsa_core.errors import Refused

EVERYBODY = frozenset({Act.SESSION_OPEN, Act.SESSION_CLOSE, Act.CAPABILITIES, Act.AUDIT_VERIFY})

READING = frozenset({Act.CASE_READ, Act.CONSULT})
"""Of a case's papers: they remain readable when the basis has expired."""

FOOTAGE = frozenset(
    {
        Act.ADMIT,
        Act.CLOCK,
        Act.INDEX,
        Act.QUERY,
        Act.SETTLE,
        Act.VIEW,
        Act.EXAMINE,
        Act.MATCH,
        Act.REJECT,
        Act.DOUBT,
        Act.CALIBRATE,
        Act.EXPORT,
    }
)
"""Acts on footage: each needs a live basis that names the camera."""

PAPERS = frozenset({Act.CASE_CLOSE, Act.BASIS_CHANGE, Act.ORDER, Act.ORDER_DONE, Act.SAVE})
"""Changes of a case's papers; they need no live basis: an order outlives it."""

IN_CASE = READING | FOOTAGE | PAPERS | {Act.CASE_OPEN, Act.REPLAY}
"""Acts done by the people of a case, inside it; an erasure ends with nothing to be inside of."""

TWO = frozenset({Act.REQUEST, Act.APPROVAL})
"""The two halves of what one person may not do alone."""

_INVESTIGATING = (
    EVERYBODY
    | READING
    | FOOTAGE
    | {Act.CASE_OPEN, Act.ORDER_DONE, Act.SAVE, Act.REPLAY, Act.MODEL_LOAD, Act.VALIDATE}
)

MAY: Mapping[Role, frozenset[Act]] = {
    Role.ANALYST: _INVESTIGATING,
    Role.SUPERVISOR: _INVESTIGATING
    | TWO
    | {Act.CASE_CLOSE, Act.BASIS_CHANGE, Act.ORDER, Act.ERASURE, Act.ERASURE_DONE},
    Role.MAGISTRATE: EVERYBODY
    | READING
    | TWO
    | {Act.QUERY, Act.SETTLE, Act.VIEW, Act.EXAMINE, Act.AUDIT_READ, Act.ORDER, Act.REPLAY},
    Role.DPO: EVERYBODY
    | TWO
    | {
        Act.AUDIT_READ,
        Act.AUDIT_EXPORT,
        Act.WITNESS,
        Act.COSIGN,
        Act.REMARK,
        Act.REPLAY_ASK,
        Act.SHARD_PURGE,
    },
    Role.ADMINISTRATOR: EVERYBODY
    | TWO
    | {
        Act.PERSON_ADD,
        Act.PERSON_CHANGE,
        Act.MODEL_ADD,
        Act.MODEL_REMOVE,
        Act.MODEL_LOAD,
        Act.VALIDATE,
        Act.SHARD_PURGE,
    },
}
"""The magistrate asks, looks, orders, and changes nothing; DPO and administrator never see footage.

An analyst may open a case: in flagrance an officer of judicial police acts
alone, and a small service has nobody else.
"""

TOLD_OF_EVERY_CASE = frozenset({Role.MAGISTRATE, Role.DPO})
"""Who may read by when each case of an installation must be erased; others read that of their own
cases, the administrator of none."""

TOLD_OF_SHARDS = frozenset({Role.MAGISTRATE, Role.DPO, Role.ADMINISTRATOR})
"""Who may read until when each volume of the journal is kept."""


def check_role(person: Person, act: Act) -> None:
    """Raise Refused (LAW-001) unless the person's role may do the act."""
    if act not in MAY[person.role]:
        raise Refused("LAW-001", person=person.name, role=person.role.value, act=act.value)
