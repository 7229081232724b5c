from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.vision.networks import THREE, vigie_file
from vsa_core.errors import Refused, Tampered
from vsa_core.vision import vigie
from vsa_core.vision.vigie import exportable, network, read_network
from vsa_core.vision.vigie_rounding import Rounded, convolutions
from vsa_core.vision.weights import Entry, Weights, digest_of


def listed(path: Path) -> Weights:
    digest = digest_of(path)
    return Weights(path, digest, Entry("a", path.name, digest, "", "", "detect", THREE, 64, True))


def changed(path: Path, **tensors: torch.Tensor | None) -> Path:
    """The file with tensors put in, exchanged, or (None) left out."""
    held = {**load_file(path), **tensors}
    kept = {name: tensor for name, tensor in held.items() if tensor is not None}
    save_file(kept, path, metadata={"classes": ",".join(THREE)})
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of made-up weights."""
    return vigie_file(tmp_path / "a.safetensors")


def test_a_listed_file_is_made_ready_for_tracing(path: Path) -> None:
    module, example = exportable(listed(path), (1, 3, 64, 96))
    assert tuple(example.shape) == (1, 3, 64, 96)
    assert tuple(module(example).shape) == (1, 4 + 3, 8 * 12 + 4 * 6 + 2 * 3)
    assert not module.training


def test_with_ranges_the_network_can_be_rounded(path: Path) -> None:
    exact = exportable(listed(path), (1, 3, 64, 96))[0]
    weights = listed(path)
    ranges = ((-8.0, 8.0),) * len(convolutions(exact))
    weights = replace(weights, entry=replace(weights.entry, ranges=ranges))
    small, example = exportable(weights, (1, 3, 64, 96), small=True)
    assert small(example).shape == exact(example).shape
    assert sum(isinstance(module, Rounded) for module in small.modules()) == len(ranges)


def test_the_same_file_gives_the_same_boxes(path: Path) -> None:
    picture = torch.rand(1, 3, 64, 64)
    first, second = (network(listed(path))(picture) for _ in range(2))
    assert torch.equal(first, second)


def test_a_file_changed_by_one_bit_after_it_was_listed_is_tampering(path: Path) -> None:
    weights = listed(path)
    held = bytearray(path.read_bytes())
    held[-1000] ^= 1
    path.write_bytes(held)
    with pytest.raises(Tampered) as said:
        network(weights)
    assert said.value.code == "MOD-002"


def test_other_names_than_the_entrys_are_refused(path: Path) -> None:
    weights = listed(path)
    other = replace(weights, entry=replace(weights.entry, classes=("vehicle", "person", "bag")))
    with pytest.raises(Refused) as said:
        network(other)
    assert said.value.code == "MOD-008"


NAME = "neck.laterals.0.conv.weight"


@pytest.mark.parametrize(
    "wrong",
    [
        {NAME: None},
        {"another": torch.zeros(1).half()},
        {NAME: torch.zeros(96, 32, 1, 2).half()},
        {NAME: torch.zeros(96, 32, 1, 1)},
        {NAME: torch.zeros(96, 32, 1, 1, dtype=torch.bfloat16)},
        {NAME: torch.full((96, 32, 1, 1), float("nan")).half()},
        {NAME: torch.full((96, 32, 1, 1), float("inf")).half()},
    ],
    ids=["missing", "too many", "shape", "full precision", "bf16", "no numbers", "endless"],
)
def test_tensors_that_are_not_ours_are_refused(
    path: Path, wrong: dict[str, torch.Tensor | None]
) -> None:
    with pytest.raises(Refused) as said:
        read_network(changed(path, **wrong), THREE)
    assert said.value.code == "MOD-007"
    assert said.value.values == {"name": path.name}


@pytest.mark.parametrize("content", [b"", b"\x80\x04.", b"\xff" * 100, b"\x02" + bytes(7) + b"{}"])
def test_bytes_that_are_no_tensor_file_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(Refused) as said:
        read_network(tmp_path / "a", THREE)
    assert said.value.code in {"MOD-007", "MOD-008"}


def test_a_file_cut_short_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Refused) as said:
        read_network(path, THREE)
    assert said.value.code == "MOD-007"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as said:
        read_network(tmp_path / "none", THREE)
    assert said.value.code == "MOD-001"


def test_a_file_too_large_is_refused_unread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vigie, "LARGEST", path.stat().st_size - 1)
    with pytest.raises(Refused) as said:
        read_network(path, THREE)
    assert said.value.code == "MOD-007"
