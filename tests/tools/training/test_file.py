from pathlib import Path

import torch
from torch import nn

from tools.training.course import with_norms
from tools.training.file import plain, write_network
from tools.training.pack import CLASSES
from vsa_core.vision.vigie import read_network
from vsa_core.vision.vigie_network import Vigie


def trained() -> Vigie:
    """A network whose norms have seen something."""
    torch.manual_seed(2)
    network = Vigie(3)
    with_norms(network)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.3, 0.3)
    network.train()
    with torch.no_grad():
        for _ in range(3):
            network(torch.rand(2, 3, 64, 64))
    return network.eval()


def test_without_its_norms_a_network_says_the_same() -> None:
    network, other = trained(), Vigie(3)
    other.load_state_dict(plain(network))
    picture = torch.rand(1, 3, 64, 96)
    with torch.no_grad():
        assert torch.allclose(network(picture), other.eval()(picture), atol=1e-2, rtol=1e-3)


def test_what_is_written_is_read_with_the_same_boxes(tmp_path: Path) -> None:
    network = trained()
    notes = {"classes": ",".join(CLASSES), "seed": "2"}
    length = write_network(network, notes, tmp_path / "a.safetensors")
    assert length == (tmp_path / "a.safetensors").stat().st_size <= 8 << 20
    found = read_network(tmp_path / "a.safetensors", CLASSES)
    halved = Vigie(3).eval()
    halved.load_state_dict({name: held.half().float() for name, held in plain(network).items()})
    picture = torch.rand(1, 3, 64, 96)
    with torch.no_grad():
        assert torch.equal(found(picture), halved(picture))


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    network, notes = trained(), {"seed": "2", "classes": "a", "size": "64", "steps": "1"}
    for name in ("a", "b"):
        write_network(network, notes, tmp_path / name)
        notes = dict(reversed(notes.items()))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
