"""What the program writes, in all its forms, is what both verifiers read."""

import hashlib
from pathlib import Path

from resources.verifier import cosign as tool
from tests.audit.attacks import edited
from tests.audit.world import (
    BEGUN,
    NEXT,
    SECOND,
    Ticking,
    ask,
    begin,
    inception,
    lines_of,
    pen,
    public,
    reopen_later,
    rewrite,
)
from tests.verifier.oracle import Witnessed, accepts
from tests.verifier.running import verdict
from vsa_core.audit.cosignature import read_witness
from vsa_core.audit.proof import consistency_proof, inclusion_proof
from vsa_core.audit.renewal import Agreement, begin_again
from vsa_core.domain.case import Role

KEY = public()
SEED = bytes([9]) * 32
VKEY = tool.vkey("dpo.example/ledoux", tool.public_key(SEED))


def cosigned(note: bytes, time: int) -> bytes:
    """The note under the DPO's cosignature, made by her tool's own code."""
    body = note.partition(b"\n\n")[0] + b"\n"
    return note + tool.cosignature("dpo.example/ledoux", SEED, body, time)


def test_two_shards_and_a_cosignature(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as journal:
        ask(journal, 3)
        note = cosigned(journal.checkpoint(), 1_795_300_000)
        journal.keep_cosigned(note, read_witness(VKEY))
        clock.t = NEXT
        ask(journal, 2)
        printed = journal.head_line()
    options = ["--key", KEY, "--dpo", VKEY, "--printed", printed]
    status, said = verdict(tmp_path, *options, "--every-seal")
    assert status == 0, said
    assert "2026H2\u00a0: " in said
    assert "dont 7 couverts" in said
    size, root = printed.split(" : ")
    held = Witnessed(
        bytes.fromhex(KEY),
        (note,),
        (("dpo.example/ledoux", tool.public_key(SEED)),),
        ((int(size), root),),
    )
    assert accepts(tmp_path, held)


def test_a_cosignature_made_by_her_tool_is_one_to_the_program(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 1)
        seen = journal.keep_cosigned(cosigned(journal.checkpoint(), 77), read_witness(VKEY))
    assert (seen.time, seen.name) == (77, "dpo.example/ledoux")


def test_a_shard_given_up(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 4)
    lines = lines_of(tmp_path)
    rewrite(tmp_path, [*lines[:5], edited(lines[5], who="mallory"), *lines[6:]])
    assert verdict(tmp_path, "--key", KEY)[0] == 1
    signed = Agreement("admin", Role.ADMINISTRATOR, "ledoux", "ab" * 32, "M09", "AUD-108")
    later = pen(clock=Ticking(BEGUN + 900 * SECOND))
    with begin_again(tmp_path, inception(), later, signed) as journal:
        ask(journal, 1)
    status, said = verdict(tmp_path, "--key", KEY, "--every-seal")
    assert (status, "abandonné, endommagé" in said) == (0, True), said


def test_its_proofs(tmp_path: Path) -> None:
    with begin(tmp_path / "journal") as journal:
        ask(journal, 5)
    proofs = [
        inclusion_proof(tmp_path / "journal", "2026H2", 4),
        consistency_proof(tmp_path / "journal", "2026H2", 6),
    ]
    for number, proof in enumerate(proofs):
        file = tmp_path / f"{number}.json"
        file.write_bytes(proof)
        assert verdict(tmp_path / "journal", "--key", KEY, "--proof", str(file))[0] == 0


def test_a_torn_write_that_was_put_right(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 2)
    log = tmp_path / "2026H2" / "audit.jsonl"
    torn = log.read_bytes()[-200:-20]
    log.write_bytes(log.read_bytes() + torn)
    status, said = verdict(tmp_path, "--key", KEY)
    assert (status, "ligne/line 6" in said) == (1, True)
    with reopen_later(tmp_path) as journal:
        ask(journal, 1)
    assert hashlib.sha256(torn).hexdigest().encode() in log.read_bytes()
    assert verdict(tmp_path, "--key", KEY, "--every-seal")[0] == 0
    assert accepts(tmp_path, Witnessed(bytes.fromhex(KEY)))
