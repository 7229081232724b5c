from pathlib import Path

import pytest

from vsa_core.desk import health_graphics
from vsa_core.desk.health import State
from vsa_core.desk.health_graphics import graphics, usable


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no graphics processor, and a torch for processors."""
    monkeypatch.setattr(health_graphics, "NVIDIA", tmp_path / "nvidia")
    monkeypatch.setattr(health_graphics, "CARDS", tmp_path / "drm")
    torch(tmp_path, monkeypatch, "cuda: Optional[str] = None")
    return tmp_path


def torch(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """Install a torch whose version file says that of CUDA."""
    (folder / "torch").mkdir(exist_ok=True)
    (folder / "torch" / "version.py").write_text(f"__version__ = '2'\n{line}\nhip = None\n")

    class Installed:
        def locate_file(self, path: str) -> Path:
            return folder / path

    monkeypatch.setattr(health_graphics, "distribution", lambda name: Installed())


def card(folder: Path, number: int, vendor: str) -> None:
    device = folder / "drm" / f"card{number}" / "device"
    device.mkdir(parents=True)
    (device / "vendor").write_text(vendor + "\n")


def test_no_card_is_no_fault(machine: Path) -> None:
    card(machine, 0, "0x1234")  # a virtual screen
    assert (graphics().state, graphics().told) == (State.GOOD, "none")


def test_a_card_that_torch_cannot_use_is_named(machine: Path) -> None:
    card(machine, 0, "0x8086")
    card(machine, 1, "0x1002")
    assert (graphics().state, graphics().told) == (State.GOOD, "other")
    assert graphics().values[0] == ("cards", "AMD, Intel")


def test_a_card_without_its_driver_is_told(machine: Path) -> None:
    card(machine, 0, "0x10de")
    assert (graphics().state, graphics().told) == (State.WARNING, "driverless")
    assert not usable()


def test_a_card_and_a_torch_for_processors_do_not_meet(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "nvidia").touch()
    assert (graphics().state, graphics().told) == (State.WARNING, "unused")
    assert not usable()
    torch(machine, monkeypatch, "cuda: Optional[str] = '13.0'")
    assert (graphics().state, graphics().told) == (State.GOOD, "usable")
    assert graphics().values == (("cards", "NVIDIA"), ("cuda", "13.0"))
    assert usable()


def test_no_torch_uses_no_card(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> None:
        raise health_graphics.PackageNotFoundError(name)

    (machine / "nvidia").touch()
    monkeypatch.setattr(health_graphics, "distribution", nowhere)
    assert graphics().told == "unused"


def test_the_torch_of_this_installation_is_read() -> None:
    import torch as installed

    assert health_graphics._cuda_of_torch() == (installed.version.cuda or "")
