import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.audit.world import cosign
from tests.desk.records import denied, enrol, last
from tests.desk.scene import REPOSITORY, enrolled
from tests.desk.test_audit_witness import KEY, brought, taken_out
from vsa_core.audit.shard import newest
from vsa_core.desk.audit_export import READMES, SCRIPTS
from vsa_core.desk.desks import Desks
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Role
from vsa_core.errors import Refused, Unreadable, WrongUsage

VERIFIER = REPOSITORY / "resources" / "verifier" / "verify_audit.py"


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
    """The DPO."""
    return enrol(desks, "dan", Role.DPO)


def verified(*arguments: object) -> subprocess.CompletedProcess[str]:
    """What the court verifier says, run by a Python that knows nothing of Relecture."""
    command = [sys.executable, "-I", *(str(one) for one in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_folder_holds_what_the_format_says_and_the_verifier_accepts_it(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "handed"
    made = desks.handover.export(dan, str(folder), "CNIL")
    assert made.folder == str(folder)
    shard = newest(home / "audit").name
    assert {path.name for path in folder.iterdir()} == {
        "audit",
        "journal.csv",
        *SCRIPTS,
        *READMES,
    }
    assert (folder / "audit" / shard / "audit.jsonl").read_bytes() == newest(
        home / "audit"
    ).log.read_bytes()
    assert (folder / "verify_audit.py").read_bytes() == VERIFIER.read_bytes()
    said = verified(folder / "verify_audit.py", folder, "--key", key(home))
    assert said.returncode == 0, said.stdout + said.stderr
    assert made.head.partition(" ")[0] in said.stdout


def key(home: Path) -> str:
    """The journal's public key, as an installation tells it."""
    return str(json.loads((home / "installation.json").read_text())["public_key"])


def test_the_handing_over_is_recorded_before_and_is_in_what_is_handed_over(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    made = desks.handover.export(dan, str(tmp_path / "handed"), " CNIL ")
    record = last(home)
    assert record["about"] == {"recipient": "CNIL", "what": "journal"}
    assert made.records == record["seq"] + 1
    table = (tmp_path / "handed" / "journal.csv").read_text("utf-8-sig").splitlines()
    assert len(table) == made.records + 1
    assert '"audit_export";"dan";"dpo"' in table[-1]


def test_the_leaflets_tell_key_head_and_recipient(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    made = desks.handover.export(dan, str(tmp_path / "handed"), "CNIL")
    for name in READMES:
        told = (tmp_path / "handed" / name).read_text("utf-8-sig")
        assert {key(home), made.head, "CNIL", str(made.records)} <= set(
            told.replace("\n", " \n ").replace("\u00a0", " ").split(" ")
        ) | {made.head if made.head in told else ""}
        assert "{" not in told


def test_a_folder_brought_to_grief_by_one_byte_is_refused_by_the_verifier(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "handed"
    desks.handover.export(dan, str(folder), "CNIL")
    log = folder / "audit" / newest(home / "audit").name / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alicE"', 1))
    assert verified(folder / "verify_audit.py", folder, "--key", key(home)).returncode == 1


def test_the_proof_since_the_last_cosigned_head_goes_with_it(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    desks.witnessing.name(dan, KEY.written)
    desks.witnessing.bring_back(dan, brought(tmp_path, cosign(taken_out(home))))
    folder = tmp_path / "handed"
    desks.handover.export(dan, str(folder), "DPO")
    proof = json.loads((folder / "proof.json").read_text())
    assert (proof["kind"], proof["shard"]) == ("consistency", newest(home / "audit").name)
    arguments = (folder, "--key", key(home), "--proof", folder / "proof.json")
    said = verified(folder / "verify_audit.py", *arguments)
    assert said.returncode == 0, said.stdout + said.stderr


def test_one_record_is_proved_without_the_others(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "record.json"
    assert desks.handover.prove(dan, "1", str(file), "Me Durand") == str(file)
    proof = json.loads(file.read_text())
    assert (proof["kind"], proof["index"], json.loads(proof["record"])["seq"]) == (
        "inclusion",
        1,
        1,
    )
    assert last(home)["about"]["recipient"] == "Me Durand"
    said = verified(VERIFIER, "--key", key(home), "--proof", file)
    assert said.returncode == 0, said.stdout + said.stderr
    with pytest.raises(Refused, match="CAS-111"):
        desks.handover.prove(dan, "1", str(file), "Me Durand")
    with pytest.raises(WrongUsage, match="CAS-103"):
        desks.handover.prove(dan, "9999", str(tmp_path / "b.json"), "Me Durand")


def test_torn_bytes_stay_behind_and_a_line_being_written_is_not_cut(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    from vsa_core.desk.audit_export import _copied

    shard = newest(home / "audit")
    (shard.folder / f"torn-{3:09}-{'0' * 16}.bin").write_bytes(b"half a li")
    whole = shard.log.read_bytes()
    with shard.log.open("ab") as log:
        log.write(b'{"half')
    _copied(shard, tmp_path / "copy")
    assert (tmp_path / "copy" / "audit.jsonl").read_bytes() == whole
    assert not list((tmp_path / "copy").glob("torn-*"))


def test_nothing_is_written_over_or_without_a_recipient(
    desks: Desks, dan: SignedIn, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="CAS-111"):
        desks.handover.export(dan, str(tmp_path / "full"), "CNIL")
    assert denied(home) == ("dan", "audit_export", "CAS-111")
    with pytest.raises(WrongUsage, match="CAS-112"):
        desks.handover.export(dan, str(tmp_path / "new"), "  ")
    assert not (tmp_path / "new").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreadable, match="CAS-113"):
        desks.handover.export(dan, str(tmp_path / "file" / "new"), "CNIL")


def test_only_the_dpo_hands_over(desks: Desks, dan: SignedIn, home: Path, tmp_path: Path) -> None:
    alice = desks.people.sign_in("alice", "a passphrase long enough")
    with pytest.raises(Refused, match="LAW-001"):
        desks.handover.export(alice, str(tmp_path / "new"), "CNIL")
    with pytest.raises(Refused, match="LAW-001"):
        desks.handover.prove(alice, "1", str(tmp_path / "b.json"), "CNIL")
    assert denied(home) == ("alice", "audit_export", "LAW-001")
    assert not (tmp_path / "new").exists()
