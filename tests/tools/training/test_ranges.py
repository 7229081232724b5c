import sys
import tomllib
from pathlib import Path

import pytest
import torch

from tests.tools.training.packs import made_pack
from tests.vision.networks import vigie_file
from tools.training import ranges as program
from tools.training.pack import CLASSES, read_pack
from vsa_core.vision.vigie import read_network
from vsa_core.vision.vigie_network import Vigie
from vsa_core.vision.vigie_rounding import convolutions


def asked(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(sys, "argv", ["ranges", *words])
    program.main()


def test_the_first_convolution_reads_pictures_from_nought_to_one() -> None:
    torch.manual_seed(1)
    network = Vigie(3).eval()
    pictures = [torch.full((1, 3, 64, 64), level).numpy() for level in (0.25, 0.75, 0.5)]
    found = program.ranges(network, iter(pictures))
    assert len(found) == len(convolutions(network))
    assert found[0] == (0.0, 0.75)
    assert all(low <= 0 <= high for low, high in found)


def test_what_is_printed_is_a_line_of_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, path = made_pack(tmp_path / "pack"), vigie_file(tmp_path / "a.safetensors")
    monkeypatch.setattr(program, "SIZE", 64)
    asked(monkeypatch, str(pack), str(path))
    (printed,) = tomllib.loads(capsys.readouterr().out).values()
    network = read_network(path, CLASSES)
    measured = program.ranges(network, program.drawn(read_pack(pack).train))
    assert [tuple(pair) for pair in printed] == list(measured)


def test_a_folder_that_is_no_pack_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = vigie_file(tmp_path / "a.safetensors")
    with pytest.raises(SystemExit, match="is not a pack of pictures"):
        asked(monkeypatch, str(tmp_path), str(path))
