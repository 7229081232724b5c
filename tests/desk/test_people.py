from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import denied, enrol, last, records
from tests.desk.scene import (
    AIPD,
    CHEAP,
    HOUR,
    SECRET,
    START,
    FixedClock,
    basis,
    enrolled,
    settings,
)
from vsa_core import engine
from vsa_core.audit.journal import Journal
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.people import Habilitation, NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered, Unreadable, WrongUsage

BOB = NewPerson("bob", Role.DPO, "Bob B.", "H-3")


def bare(home: Path) -> Desks:
    """An installation where nobody was enrolled yet."""
    return engine.desks(settings(home), CHEAP, FixedClock())


def test_the_first_enrolment_founds_the_installation_and_is_recorded(tmp_path: Path) -> None:
    bare(tmp_path / "home").people.add(BOB, SECRET)
    begun, *_, added = records(tmp_path / "home")
    assert begun["act"] == Act.INCEPTION
    assert (added["act"], added["who"]) == (Act.PERSON_ADD, "bob")
    assert added["about"] == {"name": "bob", "role": "dpo"}


def test_nobody_signs_in_where_nobody_is_enrolled(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CAS-015"):
        bare(tmp_path / "home").people.sign_in("alice", SECRET)
    assert not (tmp_path / "home").exists()


def test_a_short_passphrase_founds_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="KEY-001"):
        bare(tmp_path / "home").people.add(BOB, "too short")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("changes", [{"name": " "}, {"habilitation": ""}, {"name": "bo\nb"}])
def test_a_person_has_a_name_and_a_habilitation(changes: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="CAS-013"):
        bare(tmp_path / "home").people.add(replace(BOB, **changes), SECRET)  # type: ignore[arg-type]
    assert not (tmp_path / "home").exists()


def test_each_person_has_keys_of_their_own(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    desks.people.add(BOB, SECRET)
    alice, bob = desks.people.listed()
    keys = {alice.signing_key, alice.sealing_key, bob.signing_key, bob.sealing_key}
    assert len(keys) == 4
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)


def test_a_wrong_passphrase_is_refused_and_recorded(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    with pytest.raises(Refused, match="KEY-002"):
        desks.people.sign_in("alice", SECRET + "!")
    assert denied(tmp_path / "home") == ("alice", "session_open", "KEY-002")


def test_a_name_nobody_has_is_refused_and_never_written_down(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    with pytest.raises(Refused, match="CAS-011"):
        desks.people.sign_in(SECRET, "alice")  # typed the wrong way round
    assert denied(tmp_path / "home") == ("relecture", "session_open", "CAS-011")
    assert SECRET not in str(records(tmp_path / "home"))


def test_signing_in_and_out_is_recorded(tmp_path: Path) -> None:
    desks, who = enrolled(tmp_path / "home")
    desks.people.sign_out(who)
    opened, closed = records(tmp_path / "home")[-2:]
    assert (opened["act"], closed["act"]) == (Act.SESSION_OPEN, Act.SESSION_CLOSE)
    assert opened["who"] == closed["who"] == "alice"


def test_one_leaves_once(tmp_path: Path) -> None:
    desks, who = enrolled(tmp_path / "home")
    desks.people.sign_out(who)
    before = len(records(tmp_path / "home"))
    with pytest.raises(Refused, match="CAS-001"):
        desks.people.sign_out(who)
    assert len(records(tmp_path / "home")) == before


def test_one_person_has_one_role(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    with pytest.raises(Refused, match="CAS-012"):
        desks.people.add(NewPerson("alice", Role.DPO, "Alice A.", "H-9"), SECRET)
    assert denied(tmp_path / "home") == ("relecture", "person_add", "CAS-012")
    (alice,) = desks.people.listed()
    assert alice.role is Role.ANALYST


def test_reading_the_list_is_recorded(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    assert [person.name for person in desks.people.listed()] == ["alice"]
    record = last(tmp_path / "home")
    assert (record["act"], record["about"]) == (Act.CONSULT, {"what": "people"})


def test_once_there_is_an_administrator_only_they_enrol(tmp_path: Path) -> None:
    desks, alice = enrolled(tmp_path / "home")
    admin = enrol(desks, "adele", Role.ADMINISTRATOR)
    for by, name in ((None, "relecture"), (alice, "alice")):
        with pytest.raises(Refused, match="CAS-014"):
            desks.people.add(BOB, SECRET, by)
        assert denied(tmp_path / "home") == (name, "person_add", "CAS-014")
    desks.people.add(BOB, SECRET, admin)
    assert last(tmp_path / "home")["who"] == "adele"
    assert [person.name for person in desks.people.listed()] == ["adele", "alice", "bob"]


def test_an_administrator_who_left_enrols_nobody(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    admin = enrol(desks, "adele", Role.ADMINISTRATOR)
    desks.people.sign_out(admin)
    with pytest.raises(Refused, match="CAS-001"):
        desks.people.add(BOB, SECRET, admin)
    assert [person.name for person in desks.people.listed()] == ["adele", "alice"]


def test_a_ticket_that_claims_another_role_is_no_administrator(tmp_path: Path) -> None:
    desks, alice = enrolled(tmp_path / "home")
    enrol(desks, "adele", Role.ADMINISTRATOR)
    forged = replace(alice, person=replace(alice.person, role=Role.ADMINISTRATOR))
    with pytest.raises(Refused, match="CAS-001"):
        desks.people.add(BOB, SECRET, forged)


def test_a_role_edited_into_the_list_opens_nothing(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    people = tmp_path / "home" / "people"
    people.write_bytes(people.read_bytes().replace(b'"analyst"', b'"magistrate"'))
    with pytest.raises(Tampered, match="CAS-010"):
        desks.people.sign_in("alice", SECRET)
    with pytest.raises(Tampered, match="CAS-010"):
        desks.people.add(BOB, SECRET)


def test_whether_anybody_is_enrolled_is_known_without_a_record(tmp_path: Path) -> None:
    desks = bare(tmp_path / "home")
    assert not desks.people.founded()
    assert not (tmp_path / "home").exists()
    desks.people.add(BOB, SECRET)
    before = len(records(tmp_path / "home"))
    assert desks.people.founded()
    assert len(records(tmp_path / "home")) == before
    (tmp_path / "home" / "people").unlink()
    with pytest.raises(Tampered, match="CAS-010"):
        desks.people.founded()


def test_keys_do_not_outlive_their_person_where_the_journal_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks, who = enrolled(tmp_path / "home")
    broken = Unreadable("AUD-002", reason="no space")

    def full(*_: object) -> None:
        raise broken

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with pytest.raises(Unreadable) as caught:
            desks.people.sign_out(who)
    assert caught.value is broken
    with pytest.raises(Refused, match="CAS-001"):
        desks.people.sign_out(who)


def renewed(**changes: object) -> Habilitation:
    return Habilitation(**{"reference": "H-9", **changes})  # type: ignore[arg-type]


def test_the_assessment_of_the_installation_is_told_once(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    assert desks.people.aipd() == AIPD
    with pytest.raises(WrongUsage, match="CAS-081"):
        desks.people.add(BOB, SECRET, aipd=AIPD)


def test_one_full_name_holds_one_role(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    with pytest.raises(Refused, match="CAS-080"):
        desks.people.add(replace(BOB, full_name=" alice  A. "), SECRET)
    assert denied(tmp_path / "home") == ("relecture", "person_add", "CAS-080")
    desks.people.add(replace(BOB, role=Role.ANALYST, full_name="Alice A."), SECRET)


def test_a_habilitation_has_dates_in_order(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="CAS-086"):
        bare(tmp_path / "home").people.add(replace(BOB, begins=9, ends=9), SECRET)


@pytest.mark.parametrize(
    ("dates", "code"), [({"ends": START}, "LAW-033"), ({"begins": START + 90 * HOUR}, "LAW-034")]
)
def test_outside_its_dates_a_habilitation_opens_no_session(
    dates: dict[str, int], code: str, tmp_path: Path
) -> None:
    desks, _ = enrolled(tmp_path / "home")
    desks.people.add(replace(BOB, **dates), SECRET)
    with pytest.raises(Refused, match=code):
        desks.people.sign_in("bob", SECRET)
    assert denied(tmp_path / "home") == ("bob", "session_open", code)


def test_no_clock_set_back_revives_a_habilitation(tmp_path: Path) -> None:
    clock = FixedClock()
    desks, _ = enrolled(tmp_path / "home", clock)
    desks.people.add(replace(BOB, ends=START + 2 * HOUR), SECRET)
    clock.time = START + 3 * HOUR
    desks.people.listed()  # the journal is at that time now
    clock.time = START + HOUR
    with pytest.raises(Refused, match="LAW-033"):
        desks.people.sign_in("bob", SECRET)


def test_an_end_binds_who_is_signed_in_and_a_renewal_lets_them_act_again(tmp_path: Path) -> None:
    desks, alice = enrolled(tmp_path / "home")
    admin = enrol(desks, "adele", Role.ADMINISTRATOR)
    new = NewCase("2024/17", basis(), (), START + 100 * HOUR)
    desks.people.end(admin, "alice")
    assert last(tmp_path / "home")["act"] == Act.PERSON_CHANGE
    with pytest.raises(Refused, match="LAW-033"):
        desks.cases.open(alice, str(tmp_path / "case"), new, "M01")
    assert denied(tmp_path / "home") == ("alice", "case_open", "LAW-033")
    person = desks.people.change(admin, "alice", renewed(signatory="Mme P.", data="images"))
    assert (person.habilitation, person.signatory, person.ends) == ("H-9", "Mme P.", None)
    desks.cases.open(alice, str(tmp_path / "case"), new, "M01")


def test_only_an_administrator_changes_a_habilitation(tmp_path: Path) -> None:
    desks, alice = enrolled(tmp_path / "home")
    with pytest.raises(Refused, match="LAW-001"):
        desks.people.change(alice, "alice", renewed())
    assert denied(tmp_path / "home") == ("alice", "person_change", "LAW-001")
    admin = enrol(desks, "adele", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="CAS-011"):
        desks.people.end(admin, "nobody")


def test_after_five_wrong_passphrases_one_waits_longer_and_longer(tmp_path: Path) -> None:
    clock = FixedClock()
    desks, _ = enrolled(tmp_path / "home", clock)
    for _attempt in range(5):
        with pytest.raises(Refused, match="KEY-002"):
            desks.people.sign_in("alice", "wrong " + SECRET)
    with pytest.raises(Refused, match="KEY-020") as caught:
        desks.people.sign_in("alice", SECRET)
    assert caught.value.values["seconds"] == desks.people.wait("alice") == 30
    assert denied(tmp_path / "home") == ("alice", "session_open", "KEY-020")
    later = engine.desks(settings(tmp_path / "home"), CHEAP, clock)
    assert later.people.wait("alice") == 30  # starting again forgets nothing
    clock.time += 31 * HOUR // 3600
    with pytest.raises(Refused, match="KEY-002"):
        later.people.sign_in("alice", "wrong " + SECRET)
    assert later.people.wait("alice") == 60
    clock.time += 61 * HOUR // 3600
    later.people.sign_in("alice", SECRET)
    assert later.people.wait("alice") == 0


def test_one_who_waits_does_not_make_others_wait(tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    enrol(desks, "eve", Role.ANALYST)
    for _attempt in range(5):
        with pytest.raises(Refused, match="KEY-002"):
            desks.people.sign_in("alice", "wrong " + SECRET)
    desks.people.sign_in("eve", SECRET)
