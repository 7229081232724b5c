"""Beginning the journal again after damage: two people at one machine, since nobody can sign in."""

from dataclasses import dataclass

from vsa_core.audit.inception import Inception
from vsa_core.audit.renewal import Agreement, Damage, begin_again, damage, facts
from vsa_core.desk.attempts import Attempts
from vsa_core.desk.consents import Consents
from vsa_core.desk.machine import Machine
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.roll import Roll
from vsa_core.domain.case import Act, Person
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import VALID, Kind, Pending, Request, Signature
from vsa_core.errors import Fault, Refused
from vsa_core.keys.people import Unlocked, unlock
from vsa_core.legal.habilitation import check_habilitation
from vsa_core.legal.motives import check_motive
from vsa_core.legal.two import check_asker, check_second

SOUND = "AUD-026"
"""The journal opens: there is nothing to renew, and the refusal can be recorded."""

PLACELESS = -1


@dataclass(frozen=True, slots=True)
class Broken:
    """What keeps the journal from opening, told before anything is asked.

    fault: as it was found; shard, file, place: where exactly (PLACELESS for a
    file as a whole); whole: how many records of the volume hold; folder:
    where the damaged files lie, and stay.
    """

    fault: Fault
    shard: str
    file: str
    place: int
    whole: int
    folder: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody at the machine, with the passphrase that they typed."""

    name: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """The volume that was begun, the one given up, both people, the request's digest."""

    shard: str
    given_up: str
    asked_by: str
    approved_by: str
    request: str


class Renewing:
    """The one way round a damaged journal, open to two people of the two roles together."""

    def __init__(
        self, machine: Machine, register: Register, roll: Roll, consents: Consents
    ) -> None:
        self._machine = machine
        self._register = register
        self._roll = roll
        self._consents = consents
        self._attempts = Attempts(machine)

    def examine(self) -> Broken:
        """What is broken, exactly where; anybody may ask, since nobody can sign in.

        Raises Refused: AUD-026 when the journal opens, CAS-015 where there is none.
        """
        self._machine.check_begun()
        found = self._damage()
        place = found.fault.values.get("place")
        return Broken(
            fault=found.fault,
            shard=found.shard,
            file=str(found.fault.values.get("file", "audit.jsonl")),
            place=place if isinstance(place, int) else PLACELESS,
            whole=found.size,
            folder=str(self._machine.audit / found.shard),
        )

    def begin_again(self, first: Signer, second: Signer, motive: str) -> Renewed:
        """Give the damaged volume up and begin another, whose first record both people signed.

        first: who asks, second: who approves; each passphrase is checked and
        counted as at the door. Raises Refused: AUD-026 for a sound journal
        (recorded), CAS-011, LAW-020, LAW-039 to LAW-041, KEY-002, KEY-020,
        LAW-003, LAW-033, LAW-034; Refused (AUD-003) when it cannot be written.
        """
        self._machine.check_begun()
        found = self._damage()
        now = max(self._machine.pen.clock.now(), found.time)
        people = [self._roll.find(one.name).person for one in (first, second)]
        check_motive(motive)
        request = self._request(people[0], found, now)
        check_asker(people[0], Kind.RENEW_JOURNAL)
        check_second(people[1], request)
        keys = [self._unlocked(one, now) for one in (first, second)]
        signed = [_signed(*pair, request, now) for pair in zip(people, keys, strict=True)]
        pending = Pending(request, signed[0], signed[1], done=True)
        begun = self._begin(pending, found, motive)
        self._consents.keep(pending)
        return Renewed(begun, found.shard, first.name, second.name, pending.name)

    def _damage(self) -> Damage:
        machine = self._machine
        try:
            return damage(machine.audit, machine.origin, machine.pen, machine.head_path)
        except Refused as refusal:
            if refusal.code == SOUND:
                self._register.deny(None, Deed(Act.INCEPTION), refusal)
            raise

    def _request(self, who: Person, found: Damage, now: int) -> Request:
        terms: dict[str, Canonical] = {
            "given_up": found.shard,
            "size": found.size,
            "root": found.root,
            "sha256": found.sha256,
            "found": found.fault.code,
        }
        return Request(
            kind=Kind.RENEW_JOURNAL,
            case="",
            terms=terms,
            asked_by=who.name,
            role=who.role,
            made=now,
            expires=now + VALID,
            origin=self._machine.origin,
        )

    def _unlocked(self, signer: Signer, now: int) -> Unlocked:
        """The keys of somebody, as `People.sign_in` gets them: counted before it is tried."""
        enrolled = self._roll.find(signer.name)
        self._attempts.begin(signer.name, now)
        keys = unlock(enrolled.locked, signer.name, signer.passphrase)
        self._attempts.forgive(signer.name)
        check_habilitation(enrolled.person, now)
        return keys

    def _begin(self, pending: Pending, found: Damage, motive: str) -> str:
        asked, second = pending.asked, pending.approved
        assert second is not None
        agreement = Agreement(
            asked_by=asked.name,
            role=asked.role,
            approved_by=second.name,
            request=pending.name,
            motive=motive,
            found=found.fault.code,
            papers={
                "request": pending.request.fields(),
                "signatures": [asked.fields(), second.fields()],
            },
        )
        machine = self._machine
        began = self._facts(asked.name)
        with begin_again(machine.audit, began, machine.pen, agreement, machine.head_path) as made:
            return made.shard

    def _facts(self, enrolled_by: str) -> Inception:
        """How this journal began, as it still says; else what the machine knows of it."""
        machine = self._machine
        return facts(machine.audit, machine.origin, machine.pen) or Inception(
            machine.origin,
            machine.public_key,
            enrolled_by,
            aipd=machine.aipd.reference,
            aipd_digest=machine.aipd.digest,
        )


def _signed(person: Person, keys: Unlocked, request: Request, now: int) -> Signature:
    signature = keys.sign(request.message).hex()
    return Signature(person.name, person.role, person.signing_key, signature, now)
