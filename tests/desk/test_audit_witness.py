from pathlib import Path

import pytest

from tests.audit.world import cosign, public
from tests.desk.records import denied, enrol, last
from tests.desk.scene import enrolled
from vsa_core.audit.cosignature import Witness
from vsa_core.audit.head import Head, note
from vsa_core.audit.shard import newest
from vsa_core.desk.audit_witness import Standing, witnesses
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Role
from vsa_core.errors import Refused, Tampered, Unreadable, WrongUsage

KEY = Witness("dpo.example/ledoux", public(9))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the installation lives."""
    return tmp_path / "home"


@pytest.fixture
def desks(home: Path) -> Desks:
    """The desks of an installation with an analyst."""
    return enrolled(home)[0]


@pytest.fixture
def dan(desks: Desks) -> SignedIn:
    """The DPO of a new installation."""
    return enrol(desks, "dan", Role.DPO)


def taken_out(home: Path) -> bytes:
    """The newest head, as an export holds it."""
    return newest(home / "audit").head.read_bytes()


def brought(tmp_path: Path, data: bytes) -> str:
    """A note on a key."""
    path = tmp_path / "back.note"
    path.write_bytes(data)
    return str(path)


def test_before_the_first_ceremony_nobody_witnesses(
    desks: Desks, dan: SignedIn, home: Path
) -> None:
    standing = desks.witnessing.standing(dan)
    assert standing == Standing("", "", None, last(home)["seq"] + 1)
    assert witnesses(home / "audit") == ()


def test_the_ceremony_goes_round(desks: Desks, dan: SignedIn, home: Path, tmp_path: Path) -> None:
    assert desks.witnessing.name(dan, KEY.written).name == KEY.name
    assert last(home)["about"] == {"vkey": KEY.written, "name": KEY.name}
    out = taken_out(home)
    size = int(out.split(b"\n")[1])
    seen = desks.witnessing.bring_back(dan, brought(tmp_path, cosign(out)))
    assert (seen.size, seen.at, seen.name) == (size, 5_000_000, KEY.name)
    record = last(home)
    assert record["act"] == "cosign"
    assert record["about"] == {"size": size, "root": seen.root, "time": 5, "name": KEY.name}
    standing = desks.witnessing.standing(dan)
    assert (standing.last, standing.since, standing.vkey) == (seen, 1, KEY.written)
    assert witnesses(home / "audit") == (KEY,)
    assert desks.audits.verify().cosigned == 1


def test_the_key_may_come_as_the_file_that_holds_it(
    desks: Desks, dan: SignedIn, tmp_path: Path
) -> None:
    file = tmp_path / "dpo.pub"
    file.write_text(f"À donner à l’installation :\n{KEY.written}\n")
    assert desks.witnessing.name(dan, str(file)).vkey == KEY.written


@pytest.mark.parametrize("text", ["a+b+c", "/nowhere/at/all", ""])
def test_what_is_no_key_is_refused(text: str, desks: Desks, dan: SignedIn, home: Path) -> None:
    before = last(home)["seq"]
    with pytest.raises((WrongUsage, Unreadable)):
        desks.witnessing.name(dan, text)
    assert last(home)["seq"] == before


def test_a_note_before_any_key_is_refused_and_recorded(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="CAS-110"):
        desks.witnessing.bring_back(dan, brought(tmp_path, cosign(taken_out(home))))
    assert denied(home) == ("dan", "cosign", "CAS-110")


def test_only_her_key_counts_and_only_for_this_journal(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    desks.witnessing.name(dan, KEY.written)
    own = taken_out(home)
    for data in (cosign(own, seed=8), cosign(own, name="other"), own, b"", b"\xff" * 400):
        with pytest.raises(Unreadable, match="CAS-109"):
            desks.witnessing.bring_back(dan, brought(tmp_path, data))
        assert denied(home) == ("dan", "cosign", "CAS-109")
    with pytest.raises(Unreadable, match="STO-001"):
        desks.witnessing.bring_back(dan, str(tmp_path))
    assert desks.audits.verify().cosigned == 0


def test_a_head_that_the_journal_no_longer_holds_is_an_alarm(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    desks.witnessing.name(dan, KEY.written)
    machine = desks.audits._machine
    size, _, root = desks.audits.verify().printed.partition(" : ")
    other = Head(machine.origin, int(size), bytes.fromhex(root)[::-1])
    own = note(other, machine.public_key, machine.sign(other.body))
    with pytest.raises(Tampered, match="AUD-125"):
        desks.witnessing.bring_back(dan, brought(tmp_path, cosign(own)))
    assert denied(home) == ("dan", "cosign", "AUD-125")


def test_nobody_else_cosigns(desks: Desks, dan: SignedIn, home: Path, tmp_path: Path) -> None:
    alice = desks.people.sign_in("alice", "a passphrase long enough")
    with pytest.raises(Refused, match="LAW-001"):
        desks.witnessing.name(alice, KEY.written)
    with pytest.raises(Refused, match="LAW-001"):
        desks.witnessing.bring_back(alice, brought(tmp_path, cosign(taken_out(home))))
    with pytest.raises(Refused, match="LAW-001"):
        desks.witnessing.standing(alice)


def test_a_journal_that_cannot_be_read_has_no_known_witness(tmp_path: Path) -> None:
    assert witnesses(tmp_path) == ()
