"""What people decide of hits: accepted, rejected or doubtful, each with a motive and a record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.desk.archive import Archive
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.verdict import Verdict
from vsa_core.store.mark_rows import Mark

ACTS: Mapping[Verdict, Act] = {
    Verdict.MATCH: Act.MATCH,
    Verdict.REJECT: Act.REJECT,
    Verdict.DOUBT: Act.DOUBT,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit that a person accepted, rejected, or left in doubt."""

    hit: str
    track: int
    camera: str
    verdict: Verdict

    @property
    def accepted(self) -> bool:
        """Whether it is a match: nothing else unmasks in an export."""
        return self.verdict is Verdict.MATCH


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of one answer has come, in hits, each as last judged."""

    accepted: int
    rejected: int
    doubtful: int
    waiting: int

    @property
    def total(self) -> int:
        """Every hit of the answer."""
        return self.accepted + self.rejected + self.doubtful + self.waiting


class Reviews:
    """Decisions on the hits of a case; a later one takes the place of the one before."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def judge(
        self, who: SignedIn, where: InCase, hit: str, verdict: Verdict, motive: str
    ) -> Judged:
        """Decide on a hit, named whole or by its beginning, with a motive.

        A match unmasks its track in exports; a doubt unmasks nothing and
        withdraws a match. Raises Refused (LAW-…) outside the basis,
        WrongUsage (STO-012, STO-013) for no such hit, or several.
        """
        archive = self._tickets.archive(who, where)
        kept = archive.catalogue.answers.hit(hit)
        fields = kept.fields
        about: dict[str, Canonical] = {
            "hit": kept.name,
            "recording": fields["recording"],
            "track": fields["track"],
        }
        order = digest({"hit": kept.name, "verdict": verdict.value})
        deed = Deed(ACTS[verdict], where.case, motive, order, about)
        _, receipt = self._register.permit(who.person, deed, (fields["camera"],))
        mark = Mark(
            recording=fields["recording"],
            chain=fields["track"],
            verdict=verdict,
            person=who.person.name,
            motive=motive,
            sequence=receipt.number,
            at=self._register.now(),
            hit=kept.name,
        )
        archive.catalogue.marks.add(mark)
        return Judged(kept.name, mark.chain, fields["camera"], verdict)

    def judged(self, who: SignedIn, where: InCase) -> tuple[Judged, ...]:
        """What has been decided so far, each hit as last judged; the reading is recorded."""
        archive = self._consulted(who, where, {"what": "judged"})
        return tuple(
            Judged(hit, mark.chain, _camera(archive, hit), mark.verdict)
            for hit, mark in _last(archive).items()
        )

    def progress(self, who: SignedIn, where: InCase, answer: int) -> Progress:
        """How far the review of an answer has come, by its number; the reading is recorded.

        Raises WrongUsage (STO-015) for no such answer.
        """
        archive = self._consulted(who, where, {"what": "progress", "of": answer})
        marks = _last(archive)
        names = {kept.name for kept in archive.catalogue.answers.get(answer).hits}
        found = Counter(marks[name].verdict for name in names if name in marks)
        decided = (found[Verdict.MATCH], found[Verdict.REJECT], found[Verdict.DOUBT])
        return Progress(*decided, len(names) - sum(decided))

    def _consulted(self, who: SignedIn, where: InCase, about: Mapping[str, Canonical]) -> Archive:
        archive = self._tickets.archive(who, where)
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about=about))
        return archive


def _last(archive: Archive) -> dict[str, Mark]:
    return {mark.hit: mark for mark in archive.catalogue.marks.all()}


def _camera(archive: Archive, hit: str) -> str:
    return str(archive.catalogue.answers.hit(hit).fields["camera"])
