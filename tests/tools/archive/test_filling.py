"""A made-up case: filled through the store, found again, gone on with after a stop."""

from pathlib import Path

import pytest

from tools.archive import filling
from tools.archive.filling import Size, case_of, fill
from vsa_core.desk.archive import Archive
from vsa_core.domain.footage import recordings
from vsa_core.domain.ports import Wanted
from vsa_core.engine import bare_archive

SIZE = Size(20_000, cameras=3, days=1)


def _quiet(done: int, total: int) -> None:
    pass


def _archive(folder: Path) -> Archive:
    folder.mkdir()
    return bare_archive(folder, bytes(32), case_of(SIZE))


def test_every_point_is_found_again_by_recording(tmp_path: Path) -> None:
    archive = _archive(tmp_path / "case")
    written = fill(archive, SIZE, _quiet)
    found = recordings(archive.catalogue.footage.all())
    assert [one.camera for one in found] == list(SIZE.names)
    shelf = archive.shelf()
    assert sum(len(shelf.tracks(one, Wanted()).t) for one in found) == written
    assert 0.9 * SIZE.points < written <= SIZE.points
    archive.close()


def test_after_a_stop_it_goes_on_with_the_next_camera(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = _archive(tmp_path / "case")
    real = filling._camera

    def dying(archive: Archive, size: Size, camera: int, points: int, run: str) -> int:
        if camera == 2:
            raise KeyboardInterrupt
        return real(archive, size, camera, points, run)

    monkeypatch.setattr(filling, "_camera", dying)
    with pytest.raises(KeyboardInterrupt):
        fill(archive, SIZE, _quiet)
    monkeypatch.setattr(filling, "_camera", real)
    rest = fill(archive, SIZE, _quiet)
    assert 0 < rest < SIZE.points / 2
    assert fill(archive, SIZE, _quiet) == 0
    archive.close()


def test_the_case_covers_the_archive() -> None:
    basis = case_of(SIZE).basis
    assert basis.cameras == SIZE.names
    assert basis.window.start < SIZE.window.start
    assert SIZE.window.end < basis.window.end
