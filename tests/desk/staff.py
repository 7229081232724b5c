"""An installation with one person of each role, and a case of three of them."""

from dataclasses import dataclass
from pathlib import Path

from tests.desk.records import enrol
from tests.desk.scene import CHEAP, HOUR, MOTIVE, START, FixedClock, basis, enrolled, settings
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Role

NUMBER = "2024/17"


@dataclass(slots=True)
class Staff:
    """Everybody signed in, nobody in the case."""

    desks: Desks
    clock: FixedClock
    home: Path
    case: Path
    alice: SignedIn
    sophie: SignedIn
    marc: SignedIn
    dan: SignedIn
    adele: SignedIn

    def enter(self, who: SignedIn) -> InCase:
        """Somebody inside the case."""
        return self.desks.cases.enter(who, str(self.case))

    def again(self) -> Desks:
        """The same installation, opened by another process."""
        return engine.desks(settings(self.home), CHEAP, self.clock)


def staff(folder: Path, **changes: object) -> Staff:
    """alice an analyst, sophie a supervisor, marc a magistrate, dan the DPO, adele who enrols."""
    clock = FixedClock()
    desks, alice = enrolled(folder / "home", clock)
    sophie = enrol(desks, "sophie", Role.SUPERVISOR)
    marc = enrol(desks, "marc", Role.MAGISTRATE)
    dan = enrol(desks, "dan", Role.DPO)
    adele = enrol(desks, "adele", Role.ADMINISTRATOR)
    new = NewCase(NUMBER, basis(**changes), ("sophie", "marc"), START + 100 * HOUR)
    where = desks.cases.open(alice, str(folder / "case"), new, MOTIVE)
    desks.cases.leave(alice, where)
    home, case = folder / "home", folder / "case"
    return Staff(desks, clock, home, case, alice, sophie, marc, dan, adele)
