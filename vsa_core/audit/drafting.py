"""An entry as the next record of a log, refused when our own reader would refuse it."""

from dataclasses import replace

from vsa_core.audit.chain import Chain
from vsa_core.audit.entry import Entry
from vsa_core.audit.pen import Pen
from vsa_core.audit.rules import missing
from vsa_core.audit.schema import misshapen
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Bug


def draft(entry: Entry, chain: Chain, pen: Pen, seat: int) -> dict[str, Canonical]:
    """The record that follows `chain`, written from that seat.

    Raises Bug: AUD-012 a value without a form, AUD-013 a mandatory field is
    empty, AUD-014 it answers no open question.
    """
    signed = replace(entry, app=entry.app or pen.app)
    record = pen.record(signed, chain.size, chain.last, chain.time, seat)
    wrong = misshapen(record)
    if wrong:
        raise Bug("AUD-012", reason=wrong)
    lacking = missing(record)
    if lacking:
        raise Bug("AUD-013", act=entry.act.value, fields=", ".join(lacking))
    if not chain.answers_well(record):
        raise Bug("AUD-014", act=entry.act.value)
    return record
