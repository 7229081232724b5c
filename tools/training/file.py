"""Writes a trained network as the file that is shipped: half-precision tensors, norms folded in."""

import json
from pathlib import Path

import torch
from safetensors.torch import save
from torch import Tensor, nn

from vsa_core.vision.vigie_network import Conv, Vigie

LENGTH = 8
"""Bytes at the start of a tensor file, the length of its header; what follows is aligned to it."""


def write_network(network: Vigie, notes: dict[str, str], path: Path) -> int:
    """Write `network` and what is noted of it to `path`; bytes written."""
    tensors = {name: held.half().contiguous() for name, held in plain(network).items()}
    held = settled(save(tensors, notes))
    path.write_bytes(held)
    return len(held)


def settled(held: bytes) -> bytes:
    """The same tensor file with its header in order: the library writes notes in any order."""
    start = LENGTH + int.from_bytes(held[:LENGTH], "little")
    header = json.dumps(json.loads(held[LENGTH:start]), sort_keys=True, separators=(",", ":"))
    text = header.encode().ljust(-(-len(header) // LENGTH) * LENGTH)
    return len(text).to_bytes(LENGTH, "little") + text + held[start:]


def plain(network: Vigie) -> dict[str, Tensor]:
    """The tensors of a network without norms that says the same."""
    tensors = {name: held.detach().clone() for name, held in network.state_dict().items()}
    for name, module in network.named_modules():
        if isinstance(module, Conv) and isinstance(module.norm, nn.BatchNorm2d):
            weight, bias = _folded(module.conv, module.norm)
            tensors[f"{name}.conv.weight"], tensors[f"{name}.conv.bias"] = weight, bias
    return {name: held for name, held in tensors.items() if ".norm." not in name}


def _folded(conv: nn.Conv2d, norm: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    assert norm.running_var is not None
    assert norm.running_mean is not None
    assert conv.bias is not None
    with torch.no_grad():
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        bias = (conv.bias - norm.running_mean) * scale + norm.bias
        return conv.weight * scale.view(-1, 1, 1, 1), bias
