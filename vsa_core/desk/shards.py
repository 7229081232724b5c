"""Destroying an old volume of the journal: asked by one, approved by another, then carried out."""

from collections.abc import Mapping

from vsa_core.audit.purge import Doomed, doomed, purge
from vsa_core.audit.review import Logged, skim
from vsa_core.desk.approvals import Approvals
from vsa_core.desk.consents import Consents
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Fault, Tampered
from vsa_core.legal.two import check_asker


class Shards:
    """The volumes of the journal whose years are over.

    One is kept while a case that it names has its key here, closed or not:
    who looked at what is answered for as long as there is something to look at.
    """

    def __init__(
        self,
        register: Register,
        tickets: Tickets,
        machine: Machine,
        approvals: Approvals,
        consents: Consents,
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._machine = machine
        self._approvals = approvals
        self._consents = consents

    def ask(self, who: SignedIn, shard: str, motive: str = "") -> Pending:
        """Ask for a volume to be destroyed; somebody of another role approves it within a day.

        Both sign its name, its size and its final root. Raises Refused:
        LAW-039, AUD-027 while it must be kept; WrongUsage (AUD-024) without
        such a volume; and what `Approvals.ask` raises.
        """
        self._tickets.keys(who)
        try:
            check_asker(who.person, Kind.PURGE_SHARD)
            chosen = self._doomed(shard)
        except Fault as fault:
            about: dict[str, Canonical] = {"shard": shard[:20]}
            self._register.deny(who.person, Deed(Act.REQUEST, None, motive, about=about), fault)
            raise
        return self._approvals.ask(who, Kind.PURGE_SHARD, chosen.about, motive=motive)

    def carry_out(self, who: SignedIn, name: str) -> str:
        """Destroy the volume that two people signed for, by one of the two roles; its name.

        The record with its final head comes first; cut short after it, the
        next call, of this request or of another, takes away what is left.
        Raises Refused (LAW-001, AUD-027, and what `Consents.ready` raises),
        Tampered (CAS-130) when the volume is not the one they signed for.
        """
        self._tickets.keys(who)
        deed = Deed(Act.SHARD_PURGE, about={"request": name})
        self._register.grant(who.person, deed)
        try:
            pending = self._consents.find(name)
            begun = pending.name in {str(one.fields["question"]) for one in self._recorded()}
            pending = self._consents.ready(pending.name, Kind.PURGE_SHARD, begun=begun)
            chosen = _chosen(pending.request.terms) if begun else self._signed(pending)
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        if not begun:
            self._keep_witnesses(who, chosen.shard)
            self._register.write(who.person, _deed(pending, chosen))
        for recorded in self._recorded():
            purge(self._machine.audit, _chosen(recorded.fields["about"]))
        self._consents.finish(pending)
        return chosen.shard

    def _signed(self, pending: Pending) -> Doomed:
        terms = pending.request.terms
        chosen = self._doomed(str(terms.get("shard", "")))
        if chosen.about != dict(terms):
            raise Tampered("CAS-130", shard=chosen.shard)
        return chosen

    def _doomed(self, shard: str) -> Doomed:
        open_cases = self._machine.vault.cases()
        return doomed(self._machine.audit, shard, self._register.latest(), open_cases)

    def _recorded(self) -> tuple[Logged, ...]:
        return tuple(skim(self._machine.audit, {Act.SHARD_PURGE}))

    def _keep_witnesses(self, who: SignedIn, doomed_shard: str) -> None:
        """Say again which keys cosign where a record of that goes: later notes need them."""
        told = [one for one in skim(self._machine.audit, {Act.WITNESS}) if _vkey(one)]
        staying = {_vkey(one) for one in told if one.shard > doomed_shard}
        if {_vkey(one) for one in told} <= staying:
            return
        for fields in {_vkey(one): one.fields["about"] for one in told}.values():
            assert isinstance(fields, Mapping)
            about = {**fields, "carried_from": doomed_shard}
            self._register.write(who.person, Deed(Act.WITNESS, about=about))


def _deed(pending: Pending, chosen: Doomed) -> Deed:
    about: dict[str, Canonical] = {
        **chosen.about,
        "request": pending.name,
        "asked_by": pending.asked.name,
        "approved_by": pending.approved.name if pending.approved else "",
    }
    return Deed(Act.SHARD_PURGE, question=pending.name, about=about)


def _chosen(told: Canonical | Mapping[str, Canonical]) -> Doomed:
    """The volume, its final head and its last time, as the request and the record say them."""
    assert isinstance(told, Mapping)
    size, last = told["size"], told["last_us"]
    assert isinstance(size, int)
    assert isinstance(last, int)
    return Doomed(str(told["shard"]), size, str(told["root"]), last)


def _vkey(logged: Logged) -> str:
    about = logged.fields["about"]
    return str(about.get("vkey", "")) if isinstance(about, Mapping) else ""
