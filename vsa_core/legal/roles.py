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
        Act.VIEW,
        Act.EXAMINE,
        Act.MATCH,
        Act.REJECT,
        Act.EXPORT,
    }
)
"""Acts on footage: each needs a live basis that names the camera."""

IN_CASE = READING | FOOTAGE | {Act.CASE_OPEN}

MAY: Mapping[Role, frozenset[Act]] = {
    Role.ANALYST: EVERYBODY | READING | FOOTAGE | {Act.CASE_OPEN, Act.MODEL_LOAD, Act.VALIDATE},
    Role.SUPERVISOR: EVERYBODY | READING | FOOTAGE | {Act.CASE_OPEN, Act.MODEL_LOAD, Act.VALIDATE},
    Role.MAGISTRATE: EVERYBODY | READING | {Act.QUERY, Act.VIEW, Act.EXAMINE, Act.AUDIT_READ},
    Role.DPO: EVERYBODY | {Act.AUDIT_READ},
    Role.ADMINISTRATOR: EVERYBODY
    | {Act.PERSON_ADD, Act.MODEL_ADD, Act.MODEL_REMOVE, Act.MODEL_LOAD, Act.VALIDATE},
}
"""The magistrate asks and looks, and changes nothing; DPO and administrator never see footage.

An analyst may open a case: in flagrance an officer of judicial police acts
alone, and a small service has nobody else.
"""


def check_role(person: Person, act: Act) -> None:
    """Raise Refused (LAW-001) unless the person's role may do the act."""
    if act not in MAY[person.role]:
        raise Refused("LAW-001", person=person.name, role=person.role.value, act=act.value)
