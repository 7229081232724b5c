import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.desk.records import denied, records
from tests.desk.scene import HOUR, MOTIVE, SECRET, START, basis
from tests.desk.staff import NUMBER, Staff, staff
from vsa_core.audit.journal import Journal
from vsa_core.desk import erasing
from vsa_core.desk.cases import NewCase
from vsa_core.desk.erasing import Erased
from vsa_core.domain.case import Act
from vsa_core.domain.erasure import Ground, Step
from vsa_core.domain.order import NewOrder, OrderKind, Origin
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.keys.vault import Vault


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def signed(at: Staff, order: str = "") -> Pending:
    """An erasure that two people signed."""
    pending = at.desks.erasing.ask(at.sophie, str(at.case), Ground.CLOSURE, "CLO 3", order)
    return at.desks.approvals.approve(at.marc, pending.name)


def carried_out(at: Staff, pending: Pending) -> Erased:
    return at.desks.erasing.carry_out(at.sophie, pending.name, str(at.case))


def steps(at: Staff) -> list[str]:
    erasing_acts = (Act.ERASURE, Act.ERASURE_DONE)
    return [str(r["about"]["step"]) for r in records(at.home) if r["act"] in erasing_acts]


def test_five_steps_are_recorded_and_nothing_of_the_case_is_left(at: Staff) -> None:
    lost = at.desks.cases._machine.vault.open_case(NUMBER, at.desks.cases._tickets.keys(at.alice))
    erased = carried_out(at, signed(at))
    assert steps(at) == [step.value for step in Step]
    assert not at.case.exists()
    assert NUMBER not in Vault(at.home / "keys").cases()
    assert erased.number == NUMBER
    assert lost not in b"".join(p.read_bytes() for p in at.home.rglob("*") if p.is_file())
    assert len(list((at.home / "keys").glob("master-*"))) == 1


def test_no_copy_of_the_folder_opens_afterwards_and_other_cases_do(
    at: Staff, tmp_path: Path
) -> None:
    new = NewCase("2024/18", basis(), (), START + 100 * HOUR)
    other = at.desks.cases.open(at.alice, str(tmp_path / "other"), new, MOTIVE)
    at.desks.cases.leave(at.alice, other)
    shutil.copytree(at.case, tmp_path / "copy")
    carried_out(at, signed(at))
    with pytest.raises(Refused, match="KEY-013"):
        at.desks.cases.enter(at.alice, str(tmp_path / "copy"))
    assert at.desks.cases.enter(at.alice, str(tmp_path / "other")).case.number == "2024/18"


def test_the_certificate_says_what_was_destroyed_and_what_it_does_not_prove(at: Staff) -> None:
    (at.case / "exports").mkdir()
    (at.case / "exports" / "clip.mp4").write_bytes(b"a clip")
    commitment = json.loads((at.case / "case.json").read_text("utf-8"))["commitment"]
    pending = signed(at)
    erased = carried_out(at, pending)
    path = Path(erased.certificate)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == erased.digest
    facts = json.loads(path.read_bytes())["certificate"]
    assert (facts["case"], facts["ground"], facts["reference"]) == (NUMBER, "closure", "CLO 3")
    assert facts["commitment"] == commitment
    files = {one["name"]: one["sha256"] for one in facts["files"]}
    assert files["exports/clip.mp4"] == hashlib.sha256(b"a clip").hexdigest()
    assert {"case.json", "catalogue.db"} <= set(files)
    assert [one["name"] for one in facts["signatures"]] == ["sophie", "marc"]
    assert facts["request"] == pending.request.fields()
    assert facts["does_not_prove"]
    assert [one["step"] for one in facts["journal"]["records"]] == [s.value for s in Step][:4]
    checked = at.desks.erasing.check(str(path))
    assert (checked.case, checked.files) == (NUMBER, len(files))
    assert checked.key == at.desks.cases._machine.public_key


def test_an_altered_certificate_is_noticed(at: Staff, tmp_path: Path) -> None:
    path = Path(carried_out(at, signed(at)).certificate)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"closure"', b'"term"'))
    with pytest.raises(Tampered, match="CAS-088"):
        at.desks.erasing.check(str(path))
    path.write_bytes(data)
    with pytest.raises(Tampered, match="CAS-088"):
        at.desks.erasing.check(str(path), key="ab" * 32)
    for bad in (b"", b"[]", b"{}", b"\xff", b'{"certificate": 1, "key": 2, "signature": 3}'):
        (tmp_path / "bad.json").write_bytes(bad)
        with pytest.raises(Unreadable, match="CAS-087"):
            at.desks.erasing.check(str(tmp_path / "bad.json"))


def test_before_the_second_signature_nothing_is_erased(at: Staff) -> None:
    pending = at.desks.erasing.ask(at.sophie, str(at.case), Ground.TERM, "230-22")
    with pytest.raises(Refused, match="CAS-094"):
        carried_out(at, pending)
    assert denied(at.home) == ("sophie", "erasure", "CAS-094")
    at.enter(at.alice)


@pytest.mark.parametrize("who", ["alice", "marc", "dan", "adele"])
def test_a_supervisor_alone_carries_it_out(who: str, at: Staff) -> None:
    pending = signed(at)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.erasing.carry_out(getattr(at, who), pending.name, str(at.case))
    assert steps(at) == []
    assert at.case.exists()


def test_an_erasure_says_its_reference(at: Staff) -> None:
    with pytest.raises(Refused, match="CAS-095"):
        at.desks.erasing.ask(at.sophie, str(at.case), Ground.ORDER, " ")
    assert denied(at.home) == ("sophie", "request", "CAS-095")


def test_while_somebody_is_in_the_case_it_is_not_erased(at: Staff) -> None:
    pending = signed(at)
    where = at.enter(at.alice)
    with pytest.raises(Refused, match="STO-007"):
        carried_out(at, pending)
    assert steps(at) == []
    at.desks.cases.leave(at.alice, where)
    carried_out(at, pending)


def test_an_erasure_serves_once_and_for_its_own_case(at: Staff, tmp_path: Path) -> None:
    new = NewCase("2024/18", basis(), (), START + 100 * HOUR)
    other = at.desks.cases.open(at.alice, str(tmp_path / "other"), new, MOTIVE)
    at.desks.cases.leave(at.alice, other)
    pending = signed(at)
    with pytest.raises(Refused, match="CAS-093"):
        at.desks.erasing.carry_out(at.sophie, pending.name, str(tmp_path / "other"))
    carried_out(at, pending)
    with pytest.raises(Refused, match="LAW-043"):
        carried_out(at, pending)
    assert (tmp_path / "other").exists()


def test_a_folder_that_gives_itself_the_number_is_not_erased(at: Staff, tmp_path: Path) -> None:
    pending = signed(at)
    (tmp_path / "mine").mkdir()
    name = {"v": 1, "number": NUMBER, "commitment": "00" * 32}
    (tmp_path / "mine" / "case.json").write_text(json.dumps(name))
    with pytest.raises(Tampered, match="CAS-083"):
        at.desks.erasing.carry_out(at.sophie, pending.name, str(tmp_path / "mine"))
    assert (tmp_path / "mine" / "case.json").exists()


def test_a_link_in_the_folder_is_removed_and_what_it_leads_to_is_not(
    at: Staff, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine.txt").write_text("mine")
    (at.case / "link").symlink_to(tmp_path / "elsewhere")
    carried_out(at, signed(at))
    assert (tmp_path / "elsewhere" / "mine.txt").read_text() == "mine"


def test_an_order_to_erase_is_done_with_the_case(at: Staff) -> None:
    where = at.enter(at.marc)
    new = NewOrder(OrderKind.ERASE, Origin.MAGISTRATE, "ORD 9")
    order = at.desks.orders.enter(at.marc, where, new)
    at.desks.cases.leave(at.marc, where)
    erased = carried_out(at, signed(at, order.name))
    record = records(at.home)[-1]
    assert (record["act"], record["case"]) == (Act.ORDER_DONE, NUMBER)
    assert record["about"]["order"] == order.name
    assert record["about"]["certificate"] == erased.digest


class Killed(BaseException):
    """A process that is gone."""


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("place", range(5))
def test_killed_around_each_record_it_goes_on_and_makes_one_certificate(
    place: int, before: bool, at: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = signed(at)
    append, seen = Journal.append, [0]

    def dying(journal: Journal, entry):  # type: ignore[no-untyped-def]
        if entry.act not in (Act.ERASURE, Act.ERASURE_DONE):
            return append(journal, entry)
        seen[0] += 1
        if before and seen[0] == place + 1:
            raise Killed
        receipt = append(journal, entry)
        if seen[0] == place + 1:
            raise Killed
        return receipt

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", dying)
        with pytest.raises(Killed):
            carried_out(at, pending)
    _goes_on(at, pending, finished=place == 4 and not before)


@pytest.mark.parametrize("what", ["keep_plan", "unlink", "written"])
def test_killed_within_a_step_it_goes_on(
    what: str, at: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = signed(at)
    real = getattr(erasing, what)

    def dying(*arguments: object) -> None:
        real(*arguments)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(erasing, what, dying)
        with pytest.raises(Killed):
            carried_out(at, pending)
    _goes_on(at, pending, finished=False)


def test_half_unlinked_it_goes_on(at: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    pending = signed(at)

    def dying(plan: object) -> None:
        (at.case / "case.json").unlink()
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "unlink", dying)
        with pytest.raises(Killed):
            carried_out(at, pending)
    at.clock.time += 30 * HOUR  # begun in time, finished later
    _goes_on(at, pending, finished=False)


def _goes_on(at: Staff, pending: Pending, finished: bool) -> None:
    later = at.again()
    sophie = later.people.sign_in("sophie", SECRET)
    if finished:
        with pytest.raises(Refused, match="LAW-043"):
            later.erasing.carry_out(sophie, pending.name, str(at.case))
    else:
        later.erasing.carry_out(sophie, pending.name, str(at.case))
    assert steps(at) == [step.value for step in Step]
    assert not at.case.exists()
    assert NUMBER not in Vault(at.home / "keys").cases()
    assert len(list((at.home / "certificates").iterdir())) == 1
    assert [one.done for one in later.approvals.listed(sophie, everything=True)] == [True]
    assert later.audits.verify().records


def test_the_dpo_may_ask_and_the_kind_is_what_is_signed(at: Staff) -> None:
    pending = at.desks.erasing.ask(at.dan, str(at.case), Ground.TERM, "terme")
    assert pending.request.kind is Kind.ERASE_CASE
    at.desks.approvals.approve(at.sophie, pending.name)
    carried_out(at, pending)
