"""A small installation with an analyst who asked a question and was refused one, and its DPO."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import no_sample
from tests.desk.records import enrol, records
from tests.desk.scene import HOUR, MOTIVE, SECRET, START, basis, crossing, enrolled
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.domain.case import Act, Role
from vsa_core.domain.query import Query
from vsa_core.errors import Refused


@dataclass(frozen=True, slots=True)
class Watched:
    """The desks of an installation in `home`, nobody signed in; one case lies in `case`."""

    desks: Desks
    home: Path
    case: Path

    def question(self) -> str:
        """The place of the first question."""
        shard = next((self.home / "audit").glob("*/audit.jsonl")).parent.name
        asked = [one["seq"] for one in records(self.home) if one["act"] == Act.QUERY]
        return f"{shard}/{asked[0]}"


def worked(folder: Path) -> Watched:
    """A case without footage, about which alice asked; dan is the DPO, marc a magistrate."""
    home, case = folder / "home", folder / "case"
    desks, alice = enrolled(home)
    new = NewCase("2024/17", basis(), (), START + 100 * HOUR)
    where = desks.cases.open(alice, str(case), new, MOTIVE)
    list(desks.queries.ask(alice, where, crossing(), MOTIVE))
    with suppress(Refused):
        elsewhere = Query("line_crossing", cameras=("mairie",), place=crossing().place)
        list(desks.queries.ask(alice, where, elsewhere, MOTIVE))
    desks.people.sign_out(alice)
    for name, role in (("dan", Role.DPO), ("marc", Role.MAGISTRATE)):
        desks.people.sign_out(enrol(desks, name, role))
    return Watched(desks, home, case)


def signed_in(qtbot: QtBot, at: Watched, tasks: Tasks, name: str = "dan") -> Session:
    """That person's session."""
    session = Session(at.desks, tasks, no_sample)
    with qtbot.waitSignal(session.signed_in):
        session.sign_in(name, SECRET)
    return session
