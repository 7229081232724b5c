"""Every act passes here: decided by the law, then written down, refusals too."""

import base64
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vsa_core.audit.entry import Entry
from vsa_core.audit.journal import Journal
from vsa_core.domain.case import Act, Case, Grant, Person
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Clock
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Fault, Refused
from vsa_core.legal.articles import recited
from vsa_core.legal.basis import decide
from vsa_core.legal.calendar import date_of
from vsa_core.legal.motives import check_motive
from vsa_core.legal.roles import FOOTAGE
from vsa_core.store.sealed import seal

NOBODY = "relecture"
"""Author of what the program does before anybody signed in."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act as a person does it: what, in which case, why, about what, and what stays sealed.

    `secret` is canonical and goes under the case's log key; `about` holds
    references and counts in clear (CSI art. R. 236-59: never the data
    themselves). `number` names the case where nobody is inside it; `uses` are
    the modules that the act uses.
    """

    act: Act
    case: Case | None = None
    motive: str = ""
    question: str = ""
    about: Mapping[str, Canonical] = field(default_factory=dict)
    secret: Canonical = None
    log_key: bytes = b""
    models: tuple[str, ...] = ()
    number: str = ""
    uses: tuple[str, ...] = ()


class Register:
    """The one place where the desk asks the law and writes the journal."""

    def __init__(
        self,
        journal: Callable[[], Journal],
        clock: Clock,
        program: str,
        standing: Callable[[Person], Person] = lambda person: person,
    ) -> None:
        """`journal` opens the journal at the first act: a broken one must not stop its verifier.

        `standing` gives a person as they are enrolled now: a habilitation that
        was ended binds those who signed in before, too.
        """
        self._open_journal = journal
        self._journal: Journal | None = None
        self._alone = threading.Lock()
        self._clock = clock
        self._program = program
        self._standing = standing

    @property
    def journal(self) -> Journal:
        """The journal itself, for its head; opened by the first thread that needs it."""
        with self._alone:
            if self._journal is None:
                self._journal = self._open_journal()
            return self._journal

    def now(self) -> int:
        """Microseconds since 1970 UTC."""
        return self._clock.now()

    def monotonic(self) -> int:
        """Microseconds since some fixed instant of this boot."""
        return self._clock.monotonic()

    def latest(self) -> int:
        """The later of the wall clock and the journal's last time: no clock set back revives."""
        return max(self._clock.now(), self.journal.time)

    def write(self, who: Person | None, deed: Deed) -> Receipt:
        """Record an act; returns only once it is on the disk, raises when it cannot be."""
        return self.journal.append(
            Entry(
                act=deed.act,
                who=who.name if who else NOBODY,
                role=who.role if who else None,
                case=deed.case.number if deed.case else deed.number,
                basis=deed.case.basis if deed.case else None,
                motive=deed.motive,
                question=deed.question,
                about=deed.about,
                sealed=_sealed(deed),
                models=deed.models,
                app=self._program,
            )
        )

    def permit(
        self,
        who: Person,
        deed: Deed,
        cameras: tuple[str, ...] = (),
        window: Window | None = None,
    ) -> tuple[Grant, Receipt]:
        """Ask the law, then record the act; a refusal is recorded before it is raised."""
        grant = self.grant(who, deed, cameras, window)
        return grant, self.write(who, deed)

    def grant(
        self,
        who: Person,
        deed: Deed,
        cameras: tuple[str, ...] = (),
        window: Window | None = None,
    ) -> Grant:
        """Ask the law alone; the caller records the act, a refusal is recorded here."""
        try:
            if deed.motive or deed.act in FOOTAGE:
                check_motive(deed.motive)
            return decide(
                self._standing(who),
                deed.case,
                deed.act,
                cameras=cameras,
                window=window,
                now=self._clock.now(),
                log_time=self.journal.time,
                modules=deed.uses,
            )
        except Refused as refusal:
            self.deny(who, deed, refusal)
            raise

    def deny(self, who: Person | None, deed: Deed, fault: Fault) -> None:
        """Record that an act was refused, and why; its article is cited as it is numbered now."""
        if "article" in fault.values:
            today = date_of(self._clock.now())
            fault.values["article"] = recited(str(fault.values["article"]), today)
        about = {**deed.about, "act": deed.act.value, "code": fault.code}
        denied = Deed(Act.DENIED, deed.case, deed.motive, deed.question, about, number=deed.number)
        self.write(who, denied)


def _sealed(deed: Deed) -> str:
    if deed.secret is None:
        return ""
    sealed = seal(canonical(deed.secret), deed.log_key, "log", {})
    return base64.b64encode(sealed).decode("ascii")
