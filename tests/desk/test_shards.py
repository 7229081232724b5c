from pathlib import Path

import pytest

from tests.audit.world import cosign
from tests.desk.records import denied, last, records
from tests.desk.staff import Staff, staff
from tests.desk.test_audit_witness import KEY
from tests.desk.years import DAY, LATER, MIDDLE, NOW, OLD, YOUNG, years_later
from tests.verifier.running import verdict
from vsa_core.audit.shard import newest, shards
from vsa_core.desk import shards as purging
from vsa_core.domain.case import Act
from vsa_core.domain.erasure import Ground
from vsa_core.domain.request import Kind
from vsa_core.errors import Refused, Tampered, WrongUsage


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return years_later(tmp_path)


def volumes(at: Staff) -> list[str]:
    return [shard.name for shard in shards(at.home / "audit")]


def signed(at: Staff, shard: str = MIDDLE) -> str:
    """A destruction that two people signed."""
    pending = at.desks.shards.ask(at.dan, shard)
    return at.desks.approvals.approve(at.adele, pending.name).name


def whole(at: Staff) -> str:
    """What the court verifier says of the journal, which must be whole."""
    status, said = verdict(at.home / "audit", "--every-seal")
    assert status == 0, said
    at.desks.audits.verify()
    return said


def test_two_people_destroy_a_volume_after_its_record(at: Staff) -> None:
    assert volumes(at) == [OLD, MIDDLE, YOUNG, NOW]
    name = signed(at)
    assert at.desks.shards.carry_out(at.adele, name) == MIDDLE
    assert volumes(at) == [OLD, YOUNG, NOW]
    record = last(at.home)
    assert (record["act"], record["who"], record["question"]) == (Act.SHARD_PURGE, "adele", name)
    assert {"shard", "size", "root", "last_us"} < set(record["about"])
    assert (record["about"]["asked_by"], record["about"]["approved_by"]) == ("dan", "adele")
    whole(at)
    with pytest.raises(Refused, match="LAW-043"):
        at.desks.shards.carry_out(at.dan, name)


def test_one_person_alone_destroys_nothing(at: Staff) -> None:
    pending = at.desks.shards.ask(at.dan, MIDDLE)
    with pytest.raises(Refused, match="LAW-040"):
        at.desks.approvals.approve(at.dan, pending.name)
    with pytest.raises(Refused, match="CAS-094"):
        at.desks.shards.carry_out(at.dan, pending.name)
    assert denied(at.home) == ("dan", "shard_purge", "CAS-094")
    assert volumes(at) == [OLD, MIDDLE, YOUNG, NOW]


@pytest.mark.parametrize("who", ["alice", "sophie", "marc"])
def test_other_roles_neither_ask_nor_carry_out(who: str, at: Staff) -> None:
    with pytest.raises(Refused, match="LAW-039"):
        at.desks.shards.ask(getattr(at, who), MIDDLE)
    name = signed(at)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.shards.carry_out(getattr(at, who), name)
    assert volumes(at) == [OLD, MIDDLE, YOUNG, NOW]


def test_a_volume_that_names_a_case_still_here_is_kept(at: Staff) -> None:
    with pytest.raises(Refused, match="AUD-027"):
        at.desks.shards.ask(at.dan, OLD)
    assert denied(at.home) == ("dan", "request", "AUD-027")
    pending = at.desks.erasing.ask(at.sophie, str(at.case), Ground.TERM, "230-22")
    at.desks.approvals.approve(at.marc, pending.name)
    at.desks.erasing.carry_out(at.sophie, pending.name, str(at.case))
    at.desks.shards.carry_out(at.adele, signed(at, OLD))
    assert volumes(at) == [MIDDLE, YOUNG, NOW]
    whole(at)


def test_a_volume_that_is_young_or_in_use_or_no_volume_is_not_asked_for(at: Staff) -> None:
    for shard in (YOUNG, NOW):
        with pytest.raises(Refused, match="AUD-027"):
            at.desks.shards.ask(at.dan, shard)
    with pytest.raises(WrongUsage, match="AUD-024"):
        at.desks.shards.ask(at.dan, "../2024H1")


def test_what_they_did_not_sign_for_is_not_destroyed(at: Staff) -> None:
    pending = at.desks.shards.ask(at.dan, MIDDLE)
    terms = {**pending.request.terms, "root": "00" * 32}
    forged = at.desks.approvals.ask(at.dan, Kind.PURGE_SHARD, terms)
    at.desks.approvals.approve(at.adele, forged.name)
    with pytest.raises(Tampered, match="CAS-130"):
        at.desks.shards.carry_out(at.adele, forged.name)
    assert volumes(at) == [OLD, MIDDLE, YOUNG, NOW]


def killed(at: Staff, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Carry it out, and die between the record and the purge."""

    def dying(folder: Path, chosen: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(purging, "purge", dying)
        with pytest.raises(KeyboardInterrupt):
            at.desks.shards.carry_out(at.adele, name)
    assert last(at.home)["act"] == Act.SHARD_PURGE
    assert MIDDLE in volumes(at)


def test_one_cut_short_after_its_record_is_finished_by_the_same_call(
    at: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = signed(at)
    killed(at, name, monkeypatch)
    whole(at)
    at.clock.time += 3 * DAY  # its day is over; it was begun in time
    assert at.desks.shards.carry_out(at.dan, name) == MIDDLE
    assert volumes(at) == [OLD, YOUNG, NOW]
    assert [one["act"] for one in records(at.home)].count(Act.SHARD_PURGE) == 1
    whole(at)


def test_one_cut_short_is_finished_by_the_next_destruction(
    at: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(at, signed(at), monkeypatch)
    monkeypatch.setattr(type(at.desks.cases._machine.vault), "cases", lambda _: ())
    at.desks.shards.carry_out(at.adele, signed(at, OLD))
    assert volumes(at) == [YOUNG, NOW]
    whole(at)


def test_a_key_that_cosigns_outlives_the_volume_that_made_it_known(tmp_path: Path) -> None:
    at = staff(tmp_path)
    at.clock.time = LATER
    at.desks.witnessing.name(at.dan, KEY.written)
    for days in (200, 5 * 366):
        at.clock.time = LATER + days * DAY
        at.desks.people.listed()
    note = tmp_path / "back.note"
    note.write_bytes(cosign(newest(at.home / "audit").head.read_bytes()))
    at.desks.witnessing.bring_back(at.dan, str(note))
    at.desks.shards.carry_out(at.adele, signed(at))
    assert at.desks.witnessing.standing(at.dan).name == KEY.name
    assert at.desks.audits.verify().cosigned == 1
    again = [one for one in records(at.home) if one["act"] == Act.WITNESS]
    assert [one["about"]["carried_from"] for one in again] == [MIDDLE]
