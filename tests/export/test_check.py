"""One bit anywhere, one file more or less, another key: each is told, with its file."""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest

from tests.export.folder import SIGNERS, packed
from tests.export.signing import signer, verify
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Tampered, Unreadable
from vsa_core.export.check import FILES, check_package
from vsa_core.export.seal import sealed

SMALL = sorted(FILES - {"clip.mp4"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("check") / "clip 1").folder


@pytest.fixture
def bent(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


def resign(folder: Path, change: dict[str, object]) -> None:
    """A forger with a key of their own."""
    document = json.loads((folder / "manifest.json").read_bytes()) | change
    body = canonical(document)
    (folder / "manifest.json").write_bytes(body)
    (folder / "manifest.sig").write_bytes(sealed(body, SIGNERS))


def test_a_whole_package_passes(made: Path) -> None:
    checked = check_package(made, verify, (SIGNERS[1].party.fingerprint,))
    assert [party.role for party in checked.signers] == ["person", "installation"]
    assert checked.manifest["order"]["case"] == "2024/001234"


@pytest.mark.parametrize("name", SMALL)
def test_a_bit_of_every_byte_of_a_small_file_matters(bent: Path, name: str) -> None:
    flip(bent, name, lambda size: [8 * byte + byte % 8 for byte in range(size)])


@pytest.mark.campaign
@pytest.mark.parametrize("name", SMALL)
def test_every_bit_of_every_small_file_matters(bent: Path, name: str) -> None:
    flip(bent, name, lambda size: range(size * 8))


def flip(bent: Path, name: str, bits: Callable[[int], Iterable[int]]) -> None:
    path = bent / name
    whole = path.read_bytes()
    for bit in bits(len(whole)):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        try:
            check_package(bent, verify)
        except Tampered as error:
            named = error.values["file"]
        else:
            pytest.fail(f"bit {bit} of {name} passed")
        assert named in {name, "manifest.sig"}


def test_bits_of_the_clip_matter(bent: Path) -> None:
    path = bent / "clip.mp4"
    whole = path.read_bytes()
    rng = np.random.default_rng(11)
    for bit in rng.choice(len(whole) * 8, 500, replace=False).tolist():
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        with pytest.raises(Tampered, match="EXP-101"):
            check_package(bent, verify)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_named(bent: Path, name: str) -> None:
    (bent / name).unlink()
    with pytest.raises(Tampered, match="EXP-102") as told:
        check_package(bent, verify)
    assert told.value.values["file"] == name


@pytest.mark.parametrize("name", ["extra.txt", ".hidden", "clip.mp4 "])
def test_a_file_too_many_is_named(bent: Path, name: str) -> None:
    (bent / name).write_bytes(b"")
    with pytest.raises(Tampered, match="EXP-103") as told:
        check_package(bent, verify)
    assert told.value.values["file"] == name


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_link_or_a_folder_is_not_a_file(bent: Path, made: Path, name: str) -> None:
    (bent / name).unlink()
    os.symlink(made / name, bent / name)
    with pytest.raises(Tampered, match="EXP-103"):
        check_package(bent, verify)
    (bent / name).unlink()
    (bent / name).mkdir()
    with pytest.raises(Tampered, match="EXP-103"):
        check_package(bent, verify)


@pytest.mark.parametrize("name", sorted(FILES))
def test_bytes_added_or_cut_are_told(bent: Path, name: str) -> None:
    whole = (bent / name).read_bytes()
    for data in (whole + b"\0", whole[:-1], b""):
        (bent / name).write_bytes(data)
        with pytest.raises(Tampered):
            check_package(bent, verify)


def test_another_key_than_expected_is_told(made: Path, tmp_path: Path) -> None:
    forged = packed(tmp_path / "forged", (signer(8, "person"), signer(9, "installation"))).folder
    check_package(forged, verify)
    for one in SIGNERS:
        with pytest.raises(Tampered, match="EXP-105"):
            check_package(forged, verify, (one.party.fingerprint,))
    both = tuple(one.party.fingerprint for one in SIGNERS)
    check_package(made, verify, both)


def test_a_key_that_the_manifest_does_not_name_is_told(bent: Path) -> None:
    body = (bent / "manifest.json").read_bytes()
    (bent / "manifest.sig").write_bytes(sealed(body, SIGNERS[:1]))
    with pytest.raises(Tampered, match="EXP-104"):
        check_package(bent, verify)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "other"},
        {"v": 2},
        {"files": {}},
        {"files": {name: {} for name in ("clip.mp4", "times.json", "LISEZMOI.txt")}},
        {"files": {name: 3 for name in ("clip.mp4", "times.json", "LISEZMOI.txt")}},
        {"files": []},
        {"order": {}},
        {"order_digest": "00" * 32},
        {"receipt": {"question": "00" * 32}},
        {"signers": 3},
    ],
)
def test_a_signed_manifest_must_still_be_one_of_ours(bent: Path, change: dict[str, object]) -> None:
    resign(bent, change)
    with pytest.raises(Tampered, match="EXP-106"):
        check_package(bent, verify)


@pytest.mark.parametrize("body", [b"[" * 100_000, b"\xff", b"1", b'{"v": 1}', b"{}"])
def test_a_signed_nonsense_is_told(bent: Path, body: bytes) -> None:
    (bent / "manifest.json").write_bytes(body)
    (bent / "manifest.sig").write_bytes(sealed(body, SIGNERS))
    with pytest.raises(Tampered, match="EXP-106"):
        check_package(bent, verify)


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="EXP-011"):
        check_package(tmp_path / "nowhere", verify)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unreadable, match="EXP-011"):
        check_package(tmp_path / "file", verify)
