"""Only a head that is the journal's own is kept as cosigned."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.breaking import Breaking
from tests.audit.world import (
    NEXT,
    ORIGIN,
    Ticking,
    ask,
    begin,
    cosign,
    head_at,
    pen,
    public,
    reopen,
    verify,
)
from vsa_core.audit.cosignature import Witness
from vsa_core.audit.head import Head, note, read_stated
from vsa_core.audit.notes import latest_cosigned
from vsa_core.audit.review import verify_log
from vsa_core.audit.witnessing import check_cosigned
from vsa_core.errors import Refused, Tampered

DPO = Witness("dpo.example/ledoux", public(9))


def test_a_head_of_ours_is_kept(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 2)
        data = cosign(journal.checkpoint(), time=1_795_300_000)
        ask(journal, 1)
        seen = journal.keep_cosigned(data, DPO)
    assert (seen.head.size, seen.time, seen.name) == (5, 1_795_300_000, DPO.name)
    kept = latest_cosigned(tmp_path)
    assert kept is not None
    assert (kept.path.name, kept.data) == ("dpo-000000005.note", data)
    verdict = verify_log(tmp_path, public(), verify, witnesses=[DPO])
    assert verdict.cosigned == (seen,)


def test_a_head_of_a_shard_that_ended_is_kept_there(tmp_path: Path) -> None:
    clock = Ticking()
    with begin(tmp_path, pen(clock=clock)) as journal:
        data = cosign(journal.checkpoint())
        clock.t = NEXT
        ask(journal, 1)
        journal.keep_cosigned(data, DPO)
        journal.keep_cosigned(cosign(journal.checkpoint()), DPO)
    assert (tmp_path / "2026H2" / "dpo-000000001.note").read_bytes() == data
    assert (tmp_path / "2027H1" / "dpo-000000003.note").exists()
    assert len(verify_log(tmp_path, public(), verify, witnesses=[DPO]).cosigned) == 2


def test_the_first_of_one_size_is_kept(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        first, second = (cosign(journal.checkpoint(), time=time) for time in (5, 6))
        journal.keep_cosigned(first, DPO)
        assert journal.keep_cosigned(second, DPO).time == 6
    kept = latest_cosigned(tmp_path)
    assert kept is not None
    assert kept.data == first


def test_a_head_that_is_not_ours_is_never_kept(tmp_path: Path) -> None:
    with begin(tmp_path) as journal:
        ask(journal, 2)
        mine = read_stated(head_at(tmp_path, 3))
        strange = [
            (replace(mine, root=bytes(32)), 7, "AUD-125"),
            (replace(mine, size=99), 7, "AUD-125"),
            (replace(mine, size=2), 7, "AUD-125"),
            (replace(mine, origin="relecture/other"), 7, "AUD-125"),
            (Head(ORIGIN, 0, bytes(32)), 7, "AUD-125"),
            (mine, 8, "AUD-111"),
        ]
        for head, seed, code in strange:
            data = cosign(note(head, public(seed), pen(seed).sign(head.body)))
            with pytest.raises(Tampered, match=code):
                journal.keep_cosigned(data, DPO)
        for data in (cosign(head_at(tmp_path, 3), seed=8), b"", head_at(tmp_path, 3)):
            with pytest.raises(Tampered, match=r"AUD-124|AUD-111"):
                journal.keep_cosigned(data, DPO)
        assert latest_cosigned(tmp_path) is None
        ask(journal, 1)  # what was refused does not stop the journal
    cosigned, path = check_cosigned(tmp_path, cosign(head_at(tmp_path, 3)), DPO, pen())
    assert (cosigned.head, path.name) == (mine, "dpo-000000003.note")


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("how", ["fail", "late"])
def test_a_failure_to_keep_one_closes_the_journal(how: str, at: int, tmp_path: Path) -> None:
    disk = Breaking()
    journal = begin(tmp_path, pen(disk=disk))
    data = cosign(journal.checkpoint())
    disk.at, disk.how = disk.calls + at, how
    with pytest.raises(Refused, match="AUD-003"):
        journal.keep_cosigned(data, DPO)
    disk.at = 10**9
    with pytest.raises(Refused, match="AUD-004"):
        journal.keep_cosigned(data, DPO)
    with reopen(tmp_path) as again:
        again.keep_cosigned(data, DPO)
