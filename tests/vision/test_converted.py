from pathlib import Path

import pytest

from vsa_core.errors import Unreadable
from vsa_core.vision.converted import ConvertedNetworks, Network

KEY = {"weights": "0" * 64, "shape": [384, 640]}
NETWORK = Network(b"<net/>", b"\x00\x01" * 400)


class Maker:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> Network:
        self.calls += 1
        return NETWORK


def test_a_network_is_made_once_and_then_read(tmp_path: Path) -> None:
    make = Maker()
    folder = tmp_path / "networks"
    assert ConvertedNetworks(folder).get(KEY, make) == NETWORK
    assert ConvertedNetworks(folder).get(KEY, make) == NETWORK
    assert make.calls == 1
    assert len(list(folder.iterdir())) == 3


def test_another_key_is_another_network(tmp_path: Path) -> None:
    make = Maker()
    cache = ConvertedNetworks(tmp_path)
    cache.get(KEY, make)
    cache.get(KEY | {"shape": [480, 640]}, make)
    assert make.calls == 2


@pytest.mark.parametrize("suffix", ["xml", "bin", "sha256"])
@pytest.mark.parametrize("harm", ["flip", "cut", "remove", "empty"])
def test_a_harmed_file_is_made_again_never_trusted(tmp_path: Path, suffix: str, harm: str) -> None:
    make = Maker()
    cache = ConvertedNetworks(tmp_path)
    cache.get(KEY, make)
    (path,) = tmp_path.glob(f"*.{suffix}")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    if harm == "remove":
        path.unlink()
    else:
        path.write_bytes({"flip": bytes(content), "cut": content[:-1], "empty": b""}[harm])
    assert cache.get(KEY, make) == NETWORK
    assert make.calls == 2
    assert cache.get(KEY, make) == NETWORK
    assert make.calls == 2


def test_graph_and_constants_of_different_networks_do_not_mix(tmp_path: Path) -> None:
    assert Network(b"ab", b"c").digest != Network(b"a", b"bc").digest


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"")
    with pytest.raises(Unreadable) as said:
        ConvertedNetworks(place).get(KEY, Maker())
    assert said.value.code == "MOD-011"


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    ConvertedNetworks(tmp_path).get(KEY, Maker())
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]
