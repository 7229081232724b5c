"""What the menus offer now: by role, by page, by whether somebody is there; the desk decides."""

from collections.abc import Mapping

from app.actions import IN_CASE
from app.state.retention import TOLD
from app.state.session import Session
from app.state.validation import MEASURERS
from vsa_core.domain.case import Role

OPENERS = frozenset({Role.ANALYST, Role.SUPERVISOR})
ENTERERS = OPENERS | {Role.MAGISTRATE}
SIGNERS = frozenset(Role) - {Role.ANALYST}


def allowances(session: Session, inside: bool, page: str) -> Mapping[str, bool]:
    """Whether each action may be done, by its id; those not named always may.

    inside: whether somebody is signed in and the screen is not covered. The
    sample has one case, and nobody else to approve anything.
    """
    person = session.person if inside and not session.in_sample else None
    role = person.role if person is not None else None
    return {
        "new_case": role in OPENERS,
        "open_case": role in ENTERERS,
        "validation": role in MEASURERS,
        "approvals": role in SIGNERS,
        "retention": role in TOLD,
        "papers": inside and session.in_case,
        "lock": inside,
        "sign_out": inside,
        **dict.fromkeys(IN_CASE, page == "case"),
    }
