"""Is the journal's head kept a second time, and would one lost disk take both?"""

from vsa_core.audit.second import same_disk
from vsa_core.desk.health import Finding, State
from vsa_core.desk.machine import Machine
from vsa_core.errors import Fault


def head(machine: Machine) -> Finding:
    """Where the second copy of the journal's head lies: nowhere, out of reach, here, or elsewhere.

    Whoever can set one disk back sets back all that lies on it: the copy
    tells of it only from another one.
    """
    if not machine.founded:
        return Finding("head", State.GOOD, "coming")
    place = machine.head_path
    if place is None:
        return Finding("head", State.WARNING, "single")
    values = (("path", str(place)),)
    try:
        together = same_disk(machine.audit, place)
    except Fault:
        return Finding("head", State.BAD, "away", values)
    if together:
        return Finding("head", State.WARNING, "beside", values)
    return Finding("head", State.GOOD, "apart", values)
