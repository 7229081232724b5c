"""Is anything to be erased by now? Counts alone: whoever stands at the machine names no case."""

from vsa_core.desk.health import Finding, State
from vsa_core.desk.machine import Machine
from vsa_core.desk.terms import terms
from vsa_core.domain.term import Term
from vsa_core.errors import Fault


def retention(machine: Machine, now: int) -> Finding:
    """Whether a term of erasure has passed at `now`, or comes within 30 days.

    A case kept past its term is kept against the law; a volume of the journal
    whose years are over waits for two people.
    """
    if not machine.founded:
        return Finding("retention", State.GOOD, "none")
    try:
        found = terms(machine, now)
    except Fault as fault:
        return Finding("retention", State.WARNING, "unread", (("code", str(fault)),))
    passed, soon = found.of_cases(Term.PASSED), found.of_cases(Term.SOON)
    values = (
        ("passed", str(passed)),
        ("soon", str(soon)),
        ("shards", str(found.shards_due)),
        ("shards_soon", str(found.shards_soon)),
    )
    if passed:
        return Finding("retention", State.BAD, "passed", values)
    if soon or found.shards_due or found.shards_soon:
        return Finding("retention", State.WARNING, "soon", values)
    return Finding("retention", State.GOOD, "ahead", values)
