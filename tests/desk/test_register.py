"""No record, no result: every desk call, with a journal that fails, gives nothing back."""

import inspect
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.paper_calls import paper_calls
from tests.desk.question_calls import question_calls
from tests.desk.scene import (
    MOTIVE,
    SECRET,
    START,
    FixedClock,
    Office,
    film,
    hits,
    indexed,
)
from vsa_core.audit.journal import Journal
from vsa_core.desk.audit_records import Place
from vsa_core.desk.audits import Filter
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.models import Offer
from vsa_core.desk.people import NewPerson
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.scope import Wish
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Act, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.errors import Refused

WITHOUT_DATA = {
    "queries.kinds",  # the program's own list of questions
    "queries.kind",
    "queries.combining",
    "calibration.fit",  # an error of four points, whatever camera they are of
    "phrases.read",  # a text to a question: touches no case
    "phrases.write",
    "phrases.complete",
    "exports.can_encode",
    "exports.verify",  # reads a package outside any case, for anybody, anywhere
    "health.examine",  # must work on a machine where nothing else does
    "health.now",
    "viewing.png",  # encodes a picture that a recorded look gave already
    "people.founded",  # says nothing of anybody
    "people.aipd",  # the installation's own assessment
    "people.wait",  # how long, to whoever stands at the door
    "cases.form",  # what the law asks of everybody
    "erasing.check",  # reads a certificate outside any case, for anybody, anywhere
}
"""Calls that tell nothing of any case or person, and so leave no record."""

COUNTED = {"playing.shot", "playing.glimpse", "playing.warm", "queries.tune"}
"""Calls that show something, or prepare to, under the receipt of an earlier one."""


def calls(at: Office, folder: Path, by: SignedIn | None = None) -> dict[str, Callable[[], object]]:
    """One way of making each recorded desk call, by the analyst of the case or somebody else."""
    d, who, where = at.desks, by or at.who, at.where
    name = hits(at)[0].name
    look = d.viewing.look(at.who, where, name, MOTIVE)
    admission = Admission(str(film(folder / "b.mp4", 3)), "rue", "S2", ClockClaim(START, 0, 0, "a"))
    new = NewCase("2024/18", where.case.basis, (), where.case.erase_by)
    wish = Wish((name,), "", None, 1_000_000, str(folder / "export"), "", "fr")
    claim = ClockClaim(START, 1, 0, "alice")
    minute = Window(START, START + 60 * MICROSECONDS)
    reel = d.playing.open(at.who, where, "rue", minute, MOTIVE)

    def quiet(done: int, total: int, what: str) -> None:
        return None

    return {
        "people.add": lambda: d.people.add(NewPerson("bob", Role.DPO, "Bob", "H-2"), SECRET),
        "people.listed": d.people.listed,
        "people.sign_in": lambda: d.people.sign_in("alice", SECRET),
        "people.sign_out": lambda: d.people.sign_out(who),
        "cases.open": lambda: d.cases.open(who, str(folder / "case2"), new, MOTIVE),
        "cases.enter": lambda: entered_again(at),
        "cases.leave": lambda: d.cases.leave(who, where),
        **paper_calls(replace(at, who=who)),
        "footage.admit": lambda: d.footage.admit(who, where, admission, MOTIVE),
        "footage.claim_clock": lambda: d.footage.claim_clock(
            who, where, at.footage.digest, claim, MOTIVE
        ),
        "footage.listed": lambda: d.footage.listed(who, where),
        "footage.geometry": lambda: d.footage.geometry(who, where),
        "footage.picture_times": lambda: d.footage.picture_times(who, where, at.footage.digest),
        "indexing.index": lambda: d.indexing.index(
            who, where, Level.SCAN, (), MOTIVE, quiet, lambda: False
        ),
        **question_calls(at, who, where, name),
        "viewing.look": lambda: d.viewing.look(who, where, name, MOTIVE),
        "viewing.tracks": lambda: d.viewing.tracks(who, where, "rue", MOTIVE),
        "viewing.close": lambda: d.viewing.close(who, where, look),
        "playing.open": lambda: d.playing.open(who, where, "rue", minute, MOTIVE),
        "playing.examine": lambda: d.playing.examine(
            who, where, reel, int(reel.tracks.number[0]), reel.window, MOTIVE
        ),
        "playing.close": lambda: d.playing.close(who, where, reel),
        "playing.thumbnails": lambda: d.playing.thumbnails(who, where, (name,), MOTIVE),
        "playing.background": lambda: d.playing.background(who, where, "rue", MOTIVE),
        "exports.export": lambda: d.exports.export(who, where, wish, MOTIVE, quiet, lambda: False),
        **of_the_journal(at, folder, by),
        "models.listed": d.models.listed,
        "models.verify": d.models.verify,
        "models.add": lambda: d.models.add(who, Offer(str(folder / "some.pt"))),
        "models.remove": lambda: d.models.remove(who, "some"),
        "capabilities.listed": d.capabilities.listed,
        "capabilities.on": lambda: d.capabilities.on(who, Window(START, d.health.now())),
        "models.assessed": lambda: d.models.assessed(who, {"folder": "0" * 64}),
    }


def of_the_journal(
    at: Office, folder: Path, by: SignedIn | None = None
) -> dict[str, Callable[[], object]]:
    """One way of making each call about the journal itself."""
    d, who, where = at.desks, by or at.who, at.where
    return {
        "audits.read": lambda: d.audits.read(who, Filter()),
        "audits.verify": d.audits.verify,
        "audits.overview": lambda: d.audits.overview(who),
        "audits.remark": lambda: d.audits.remark(who, "0", "vu"),
        "replays.ask": lambda: d.replays.ask(who, "0"),
        "replays.listed": lambda: d.replays.listed(who),
        "replays.waiting": lambda: d.replays.waiting(who, where),
        "replays.run": lambda: d.replays.run(who, where, Place("2024H1", 0)),
        "witnessing.standing": lambda: d.witnessing.standing(who),
        "witnessing.name": lambda: d.witnessing.name(who, "no key"),
        "witnessing.bring_back": lambda: d.witnessing.bring_back(who, str(folder / "no.note")),
        "handover.export": lambda: d.handover.export(who, str(folder / "journal"), "CNIL"),
        "handover.prove": lambda: d.handover.prove(who, "0", str(folder / "proof"), "CNIL"),
    }


def entered_again(at: Office) -> object:
    """Enter the case anew, after letting go of it as a second program would have to wait for."""
    at.desks.cases._tickets.archive(at.who, at.where).close()
    return at.desks.cases.enter(at.who, at.where.folder)


def desk_calls() -> Iterator[str]:
    """Every public method of every desk."""
    for room, kind in inspect.get_annotations(Desks).items():
        for name, _member in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{room}.{name}"


def test_the_list_of_calls_is_the_list_of_desk_methods(ready: Office, tmp_path: Path) -> None:
    assert set(calls(ready, tmp_path)) | WITHOUT_DATA | COUNTED == set(desk_calls())


@pytest.mark.parametrize("call", sorted(set(desk_calls()) - WITHOUT_DATA - COUNTED))
def test_a_failing_journal_yields_no_result(
    call: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What lets go of the case, or of the person, must not do so for the tests that share them.
    if call in ("cases.enter", "cases.leave", "people.sign_out"):
        at = indexed(request.getfixturevalue("fresh"))
    else:
        at = request.getfixturevalue("ready")
    made = calls(at, _folder(tmp_path))[call]

    def failing(journal: Journal, entry: object) -> None:
        raise Refused("AUD-003", reason="No space left on device")

    monkeypatch.setattr(Journal, "append", failing)
    with pytest.raises(Refused, match="AUD-003"):
        made()


@pytest.mark.parametrize("call", sorted(set(desk_calls()) - WITHOUT_DATA - COUNTED))
def test_every_call_leaves_a_record(call: str, fresh: Office, tmp_path: Path) -> None:
    at = indexed(fresh)
    made = calls(at, _folder(tmp_path))[call]
    before = _size(at)
    with suppress(Refused):  # the analyst may not read the journal: the refusal is a record
        made()
    assert _size(at) > before


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


def _size(at: Office) -> int:
    log = next((at.home / "audit").glob("*/audit.jsonl"))
    return len(log.read_bytes().splitlines())


def test_threads_that_ask_at_once_open_one_journal(fresh: Office) -> None:
    machine, opened = fresh.desks.audits._machine, []

    def slowly() -> Journal:
        opened.append(1)
        time.sleep(0.05)
        return machine.journal()

    register = Register(slowly, FixedClock(), "relecture/test")
    with ThreadPoolExecutor(8) as pool:
        written = list(
            pool.map(
                lambda _: register.write(None, Deed(Act.CONSULT, about={"what": "people"})),
                range(16),
            )
        )
    assert opened == [1]
    sequences = sorted(receipt.sequence for receipt in written)
    assert sequences == list(range(sequences[0], sequences[0] + 16))
    register.journal.close()
