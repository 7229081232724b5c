"""Erasing a case for good: five recorded steps, each of which may be cut short and gone on from."""

from dataclasses import dataclass, replace
from pathlib import Path

from vsa_core.audit.review import Logged, Wanted, read
from vsa_core.desk.approvals import Approvals
from vsa_core.desk.consents import Consents
from vsa_core.desk.erasure_certificate import CheckedCertificate, Witnessed, checked, written
from vsa_core.desk.erasure_plan import Plan, keep_plan, kept_plan, named, planned, unlink
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.erasure import Ground, Step
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Fault, Refused, Tampered
from vsa_core.store.lock import WriterLock

LONGEST_REFERENCE = 200
"""Characters: what two people sign is written whole into the journal."""

_ERASING = frozenset({Act.ERASURE, Act.ERASURE_DONE})


@dataclass(frozen=True, slots=True)
class Erased:
    """A case destroyed: its number, how many files, where its certificate lies, its SHA-256."""

    number: str
    files: int
    certificate: str
    digest: str


@dataclass(frozen=True, slots=True)
class _Job:
    """An erasure on its way: who does it, under which request, what; the steps behind it."""

    who: SignedIn
    pending: Pending
    plan: Plan
    steps: frozenset[str]


class Erasing:
    """The end of a case: its key, then its files, then a certificate of both."""

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

    def ask(
        self,
        who: SignedIn,
        folder: str,
        ground: Ground,
        reference: str,
        order: str = "",
        motive: str = "",
    ) -> Pending:
        """Ask for the case in `folder` to be erased; somebody of another role approves it.

        reference: of the closure, the decision, the order; order: the number
        of the order record that it carries out, "" for none. Raises Refused
        (CAS-095 without a reference, and what `Approvals.ask` raises),
        Unreadable (CAS-023) where the folder holds no case.
        """
        self._tickets.keys(who)
        path = Path(folder).resolve()
        try:
            number, commitment = named(path)
            if not reference.strip() or len(reference) > LONGEST_REFERENCE:
                raise Refused("CAS-095", case=number)
        except Fault as fault:
            self._register.deny(who.person, Deed(Act.REQUEST, motive=motive), fault)
            raise
        terms: dict[str, Canonical] = {
            "ground": ground.value,
            "reference": reference,
            "order": order,
            "commitment": commitment,
        }
        return self._approvals.ask(who, Kind.ERASE_CASE, terms, number, motive)

    def carry_out(self, who: SignedIn, name: str, folder: str) -> Erased:
        """Destroy a case whose erasure two people signed; by a supervisor.

        name: the request's digest, or its first eight characters. Steps:
        requested, keys_rotated, files_unlinked, verified, done; cut short at
        any instant, the same call goes on from there, and the certificate is
        made once. Raises Refused (LAW-001, STO-007 while somebody is in the
        case, and what `Consents.ready` raises), Tampered (CAS-083) for the
        folder of another case, Unreadable (CAS-084) when a file will not go.
        """
        self._tickets.keys(who)
        path = Path(folder).resolve()
        deed = Deed(Act.ERASURE, about={"request": name})
        self._register.grant(who.person, deed)
        try:
            job = self._job(who, name, path)
        except Fault as fault:
            self._register.deny(who.person, deed, fault)
            raise
        self._destroy(job)
        return self._end(job)

    def check(self, certificate: str, key: str = "") -> CheckedCertificate:
        """Check a certificate from its own bytes; needs nobody, no case, no journal.

        key: the installation's public key (hex) expected, "" for the one named
        in it. Raises Unreadable (CAS-087), Tampered (CAS-088).
        """
        return checked(Path(certificate), key)

    def _job(self, who: SignedIn, name: str, folder: Path) -> _Job:
        """The erasure as far as it came; begun here when it was not, under the case's lock."""
        found = self._consents.find(name)
        digest = found.name
        steps = self._steps(found)
        if Step.DONE in steps:
            self._consents.finish(found)
            raise Refused("LAW-043", kind=Kind.ERASE_CASE.value, name=digest[:16])
        if steps:
            plan = kept_plan(self._machine, digest)
            pending = self._consents.ready(digest, Kind.ERASE_CASE, plan.number, begun=True)
            return _Job(who, pending, plan, steps)
        number, commitment = named(folder)
        pending = self._consents.ready(digest, Kind.ERASE_CASE, number)
        if commitment != pending.request.terms["commitment"]:
            raise Tampered("CAS-083", folder=str(folder), case=number)
        return self._begun(_Job(who, pending, Plan(digest, number, str(folder), "", ()), steps))

    def _begun(self, job: _Job) -> _Job:
        folder = Path(job.plan.folder)
        lock = WriterLock(folder)  # nobody is in the case, nor enters before its key is gone
        try:
            plan = planned(job.plan.request, folder)
            keep_plan(self._machine, plan)
            begun = replace(job, plan=plan)
            terms = job.pending.request.terms
            self._record(
                begun,
                Step.REQUESTED,
                {
                    "ground": terms["ground"],
                    "reference": terms["reference"],
                    "files": len(plan.files),
                    "commitment": plan.commitment,
                },
            )
            self._forget_key(begun)
        finally:
            lock.release()
        return replace(begun, steps=frozenset({Step.REQUESTED, Step.KEYS_ROTATED}))

    def _destroy(self, job: _Job) -> None:
        if Step.KEYS_ROTATED not in job.steps:
            self._forget_key(job)
        if Step.FILES_UNLINKED not in job.steps:
            unlink(job.plan)
            self._record(job, Step.FILES_UNLINKED, {"files": len(job.plan.files)})
        if Step.VERIFIED not in job.steps:
            gone = not Path(job.plan.folder).exists()
            if not gone or job.plan.number in self._machine.vault.cases():
                raise Tampered("CAS-089", case=job.plan.number, folder=job.plan.folder)
            self._record(job, Step.VERIFIED, {"key": "absent", "folder": "absent"})

    def _forget_key(self, job: _Job) -> None:
        vault = self._machine.vault
        if job.plan.number in vault.cases():
            vault.rotate_master(forget=(job.plan.number,))
        self._record(job, Step.KEYS_ROTATED, {"commitment": job.plan.commitment})

    def _end(self, job: _Job) -> Erased:
        plan, who = job.plan, job.who.person
        seen, now = self._witnessed(job), self._register.latest()
        path, digest = written(self._machine, plan, job.pending, who.name, seen, now)
        about: dict[str, Canonical] = {"step": Step.DONE.value, "certificate": digest}
        done = Deed(Act.ERASURE_DONE, question=plan.request, about=about, number=plan.number)
        self._register.write(who, done)
        order = job.pending.request.terms["order"]
        if order:
            told: dict[str, Canonical] = {"order": order, "what": "erased", "certificate": digest}
            self._register.write(who, Deed(Act.ORDER_DONE, about=told, number=plan.number))
        self._consents.finish(job.pending)
        return Erased(plan.number, len(plan.files), str(path), digest)

    def _record(self, job: _Job, step: Step, facts: dict[str, Canonical]) -> None:
        about: dict[str, Canonical] = {"step": step.value, **facts}
        number = job.plan.number
        deed = Deed(Act.ERASURE, question=job.plan.request, about=about, number=number)
        self._register.write(job.who.person, deed)

    def _steps(self, pending: Pending) -> frozenset[str]:
        return frozenset(_step(one) for one in self._logged(pending))

    def _logged(self, pending: Pending) -> list[Logged]:
        wanted = Wanted(case=pending.request.case, acts=_ERASING)
        found = read(self._machine.audit, wanted)
        return [one for one in found if one.fields["question"] == pending.name]

    def _witnessed(self, job: _Job) -> Witnessed:
        """What the journal holds before the end is written."""
        journal = self._register.journal
        size, root = journal.size, journal.root
        wanted = Wanted(case=job.plan.number, acts=frozenset({Act.EXPORT}))
        exports = tuple(
            (one.sequence, _recipient(one), one.time) for one in read(self._machine.audit, wanted)
        )
        steps = tuple((one.sequence, _step(one)) for one in self._logged(job.pending))
        return Witnessed(size, root, steps, exports)


def _step(logged: Logged) -> str:
    about = logged.fields["about"]
    return str(about.get("step", "")) if isinstance(about, dict) else ""


def _recipient(logged: Logged) -> str:
    about = logged.fields["about"]
    return str(about.get("recipient", "")) if isinstance(about, dict) else ""
