import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.attacks import edited
from tests.audit.world import lines_of, rewrite, shard_of
from tests.desk.records import denied, records
from tests.desk.scene import MOTIVE, SECRET
from tests.desk.staff import Staff, staff
from tests.verifier.running import verdict
from vsa_core.audit.inception import read_inception
from vsa_core.audit.shard import Shard, shards
from vsa_core.desk.audits import Filter
from vsa_core.desk.desks import Desks
from vsa_core.desk.renewing import PLACELESS, Renewed, Signer
from vsa_core.domain.case import Act, Role
from vsa_core.domain.request import Kind, Request, Signature
from vsa_core.errors import Refused, Tampered
from vsa_core.keys.signatures import verify

ADELE, DAN = Signer("adele", SECRET), Signer("dan", SECRET)
WRONG = Signer("dan", "not the passphrase of dan")


def torn(audit: Path) -> None:
    """The last record, which was acknowledged, lacks its end."""
    *before, line = lines_of(audit)
    rewrite(audit, [*before, line[:-30]])


def forged(audit: Path) -> None:
    """The sixth record says another name under its old seal."""
    lines = lines_of(audit)
    rewrite(audit, [*lines[:5], edited(lines[5], who="mallory"), *lines[6:]])


def headless(audit: Path) -> None:
    """The copied head is gone."""
    shard_of(audit).head.unlink()


DAMAGES = [(torn, "AUD-101"), (forged, "AUD-108"), (headless, "AUD-111")]


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    """Everybody went home; the program is started anew for each act."""
    made = staff(tmp_path)
    for one in (made.alice, made.sophie, made.marc, made.dan, made.adele):
        made.desks.people.sign_out(one)
    return made


def renewed(at: Staff, first: Signer = ADELE, second: Signer = DAN) -> Renewed:
    return at.again().renewing.begin_again(first, second, MOTIVE)


def volumes(at: Staff) -> list[str]:
    return [shard.name for shard in shards(at.home / "audit")]


def after(at: Staff) -> tuple[Desks, dict[str, object]]:
    """The desks of a program started after the renewal, and the renewal's record."""
    inceptions = [one for one in records(at.home) if one["act"] == Act.INCEPTION]
    return at.again(), inceptions[-1]


@pytest.mark.parametrize(("harm", "code"), DAMAGES)
def test_after_damage_two_people_begin_again_and_everybody_signs_in(
    harm: Callable[[Path], None], code: str, at: Staff
) -> None:
    audit = at.home / "audit"
    before = len(lines_of(audit))
    harm(audit)
    files = {path.name: path.read_bytes() for path in Shard(audit / "2024H1").folder.iterdir()}
    with pytest.raises(Tampered, match="AUD-1"):
        at.again().people.sign_in("alice", SECRET)
    broken = at.again().renewing.examine()
    assert (broken.fault.code, broken.shard) == (code, "2024H1")
    assert broken.whole == {"AUD-101": before - 1, "AUD-108": 5, "AUD-111": before}[code]
    made = renewed(at)
    assert (made.shard, made.given_up) == ("2024H1-2", "2024H1")
    kept = {path.name: path.read_bytes() for path in Shard(audit / "2024H1").folder.iterdir()}
    assert kept == files  # the damaged files stay as they are
    desks, record = after(at)
    assert (record["who"], record["role"], record["motive"]) == ("adele", "administrator", MOTIVE)
    where = desks.cases.enter(desks.people.sign_in("alice", SECRET), str(at.case))
    assert where.case.number == "2024/17"
    status, said = verdict(audit, "--every-seal")
    assert status == 0
    assert "2024H1" in said
    dan = desks.people.sign_in("dan", SECRET)
    assert desks.audits.verify(who=dan).given_up == ("2024H1",)
    (shown,) = [
        one.fields
        for one in desks.audits.read(dan, Filter(act=Act.INCEPTION)).records
        if one.place.shard == "2024H1-2"
    ]
    assert isinstance(shown["about"], dict)
    assert (shown["about"]["approved_by"], shown["about"]["found"]) == ("dan", code)


@pytest.mark.parametrize(
    ("harm", "place", "file"), [(forged, 5, "audit.jsonl"), (headless, PLACELESS, "head")]
)
def test_the_place_is_told_exactly_before_anything_is_asked(
    harm: Callable[[Path], None], place: int, file: str, at: Staff
) -> None:
    harm(at.home / "audit")
    broken = at.again().renewing.examine()
    assert (broken.place, broken.file) == (place, file)
    assert broken.folder == str(at.home / "audit" / "2024H1")
    assert volumes(at) == ["2024H1"]


def test_both_signatures_stand_in_the_first_record(at: Staff) -> None:
    forged(at.home / "audit")
    made = renewed(at)
    _, record = after(at)
    about = record["about"]
    assert isinstance(about, dict)
    told = about["request"]
    request = Request(
        Kind(told["kind"]), "", told["terms"], "adele", Role.ADMINISTRATOR, told["made_us"],
        told["expires_us"], told["origin"],
    )  # fmt: skip
    assert request.digest == made.request == record["question"]
    assert (told["terms"]["found"], told["terms"]["size"]) == ("AUD-108", 5)
    signatures = [Signature(s["name"], s["role"], s["key"], s["signature"], s["at_us"])
                  for s in about["signatures"]]  # fmt: skip
    assert [one.name for one in signatures] == ["adele", "dan"]
    for one in signatures:
        assert verify(one.key, request.message, bytes.fromhex(one.signature))


def test_how_the_journal_began_is_carried_over_unless_it_was_forged(at: Staff) -> None:
    inception = Shard(at.home / "audit" / "2024H1").inception
    began = read_inception(inception.read_bytes())
    facts = json.loads(inception.read_bytes())
    text = json.dumps({**facts, "engagement": "forged"}, sort_keys=True, separators=(",", ":"))
    inception.write_bytes(text.encode() + b"\n")
    with pytest.raises(Tampered):
        at.again().people.sign_in("alice", SECRET)
    renewed(at)
    again = read_inception(Shard(at.home / "audit" / "2024H1-2").inception.read_bytes())
    assert (again.engagement, again.aipd_digest) == ("", began.aipd_digest)
    forged_again = Shard(at.home / "audit" / "2024H1-2").head
    forged_again.unlink()
    assert renewed(at).shard == "2024H1-3"


def test_a_sound_journal_is_not_renewed_and_the_attempt_is_recorded(at: Staff) -> None:
    for attempt in (lambda: renewed(at), lambda: at.again().renewing.examine()):
        with pytest.raises(Refused, match="AUD-026"):
            attempt()
        assert denied(at.home) == ("relecture", "inception", "AUD-026")
    assert volumes(at) == ["2024H1"]


def test_one_person_twice_is_not_two(at: Staff) -> None:
    forged(at.home / "audit")
    with pytest.raises(Refused, match="LAW-040"):
        renewed(at, ADELE, ADELE)
    assert volumes(at) == ["2024H1"]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [("alice", "dan", "LAW-039"), ("adele", "sophie", "LAW-041"), ("adele", "bob", "CAS-011")],
)
def test_other_roles_do_not_renew(first: str, second: str, code: str, at: Staff) -> None:
    forged(at.home / "audit")
    with pytest.raises(Refused, match=code):
        renewed(at, Signer(first, SECRET), Signer(second, SECRET))
    assert volumes(at) == ["2024H1"]


def test_wrong_passphrases_are_refused_and_counted(at: Staff) -> None:
    forged(at.home / "audit")
    for _ in range(5):
        with pytest.raises(Refused, match="KEY-002"):
            renewed(at, second=WRONG)
    with pytest.raises(Refused, match="KEY-020"):
        renewed(at)
    assert volumes(at) == ["2024H1"]
    at.clock.time += 3600 * 1_000_000
    assert renewed(at).approved_by == "dan"


def test_an_ended_habilitation_renews_nothing(at: Staff) -> None:
    desks = at.again()
    desks.people.end(desks.people.sign_in("adele", SECRET), "dan")
    forged(at.home / "audit")
    with pytest.raises(Refused, match="LAW-033"):
        renewed(at)


def test_a_motive_is_needed(at: Staff) -> None:
    forged(at.home / "audit")
    with pytest.raises(Refused, match="LAW-020"):
        at.again().renewing.begin_again(ADELE, DAN, "why not")
    assert volumes(at) == ["2024H1"]


def test_the_renewal_is_listed_with_what_two_people_did(at: Staff) -> None:
    forged(at.home / "audit")
    name = renewed(at).request
    desks = at.again()
    (listed,) = desks.approvals.listed(desks.people.sign_in("dan", SECRET), everything=True)
    assert (listed.name, listed.done) == (name, True)
