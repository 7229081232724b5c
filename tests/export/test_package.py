"""A package is whole, or not there."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.folder import ORDER, SIGNERS, packed, paper, request
from tests.export.world import StillSource, english, french, piece
from vsa_core.errors import Bug, Refused, Unreadable
from vsa_core.export.check import FILES
from vsa_core.export.package import write_package


def test_it_holds_its_five_files(tmp_path: Path) -> None:
    package = packed(tmp_path / "clip 1")
    assert {path.name for path in package.folder.iterdir()} == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["clip 1"]


def test_two_packages_of_one_order_are_the_same_bytes(tmp_path: Path) -> None:
    one, two = packed(tmp_path / "a"), packed(tmp_path / "b")
    assert one.manifest == two.manifest
    for name in FILES:
        assert (one.folder / name).read_bytes() == (two.folder / name).read_bytes()


def test_an_old_package_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "clip 1").mkdir()
    with pytest.raises(Refused, match="EXP-006"):
        packed(tmp_path / "clip 1")


def test_what_a_power_cut_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".clip 1.part").mkdir()
    (tmp_path / ".clip 1.part" / "clip.mp4").write_bytes(b"half")
    packed(tmp_path / "clip 1")
    assert [path.name for path in tmp_path.iterdir()] == ["clip 1"]


def test_nothing_remains_when_a_source_breaks(tmp_path: Path) -> None:
    broken = piece(StillSource((0, 80), breaks=80), request().pieces[0].footage,
                   request().pieces[0].span)  # fmt: skip
    with pytest.raises(Unreadable, match="SRC-022"):
        write_package(
            tmp_path / "clip 1", replace(request(), pieces=(broken,)), paper(),
            (french(), english()), SIGNERS,
        )  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("refused", range(1, 9))
def test_nothing_remains_wherever_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    """Each fsync of a whole export refused in turn: clip twice, four files, folder, its parent."""
    calls: list[int] = []
    real = os.fsync

    def failing(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == refused:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(Unreadable, match="EXP-005"):
        packed(tmp_path / "clip 1")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == ({"clip 1"} if refused == 8 else set())
    if left:  # only the parent's flush failed: the package is whole
        assert {path.name for path in (tmp_path / "clip 1").iterdir()} == FILES


def test_the_clip_needs_words_in_its_own_language(tmp_path: Path) -> None:
    with pytest.raises(Bug, match="EXP-012"):
        write_package(tmp_path / "clip 1", request(), paper(), (english(),), SIGNERS)
    assert ORDER.language == "fr"
    assert not list(tmp_path.iterdir())
