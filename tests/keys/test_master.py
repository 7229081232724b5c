"""The machine's master key."""

from pathlib import Path

import pytest

from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.keys.master import destroy_others, keep, load, new_master


def test_a_key_is_kept_and_loaded_by_its_name(tmp_path: Path) -> None:
    master = new_master()
    keep(tmp_path, master)
    assert load(tmp_path, master.name).key == master.key
    assert master.key.hex()[:16] != master.name
    assert "key" not in repr(master)


def test_another_key_under_the_name_is_tampered(tmp_path: Path) -> None:
    ours, other = new_master(), new_master()
    keep(tmp_path, other)
    (tmp_path / f"master-{other.name}.key").rename(tmp_path / f"master-{ours.name}.key")
    with pytest.raises(Tampered, match="KEY-006"):
        load(tmp_path, ours.name)


def test_an_absent_or_open_key_is_told(tmp_path: Path) -> None:
    master = new_master()
    with pytest.raises(Unreadable, match="KEY-005"):
        load(tmp_path, master.name)
    keep(tmp_path, master)
    (tmp_path / f"master-{master.name}.key").chmod(0o640)
    with pytest.raises(Refused, match="KEY-004"):
        load(tmp_path, master.name)


@pytest.mark.parametrize("name", ["", "..", "../../../../etc/x", "0" * 15, "g" * 16])
def test_a_name_is_never_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(Tampered, match="KEY-009"):
        load(tmp_path, name)


def test_all_others_are_destroyed_unfinished_ones_too(tmp_path: Path) -> None:
    kept, old = new_master(), new_master()
    keep(tmp_path, kept)
    keep(tmp_path, old)
    (tmp_path / "master-0011223344556677.key.tmp").write_bytes(b"half a key")
    (tmp_path / "other").write_bytes(b"not ours")
    destroy_others(tmp_path, kept.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"master-{kept.name}.key", "other"]
