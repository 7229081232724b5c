from pathlib import Path

import pytest

from cluster.manning import manned
from cluster.station import Errand, packed
from tests.desk.scene import film
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.coverage import Level
from vsa_core.intake.admit import admit
from vsa_core.keys.box import sealing_public
from vsa_core.keys.subkeys import subkeys
from vsa_core.looking import Looking
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.crew import Done, Order
from vsa_core.pipeline.envelope import Message
from vsa_core.pipeline.sealing import open_observed
from vsa_core.pipeline.wire import observed_bytes, order_bytes
from vsa_core.settings import Settings, read


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Motion alone, in one thread."""
    return read({"RELECTURE_HOME": str(tmp_path / "home"), "RELECTURE_DETECTOR": "motion"})


def test_a_machine_says_what_looks_there_as_the_program_does(
    settings: Settings, tmp_path: Path
) -> None:
    at = manned("rue", settings, [tmp_path], tmp_path / "outbox")
    assert at.name == "rue"
    assert at.sight == Looking(settings).sight().names()


def test_a_machine_sees_in_its_own_copy_what_the_program_sees_in_its(
    settings: Settings, tmp_path: Path
) -> None:
    path = film(tmp_path / "film.mp4", 3)
    admitted = admit(path, camera="rue", exhibit="S1", clock=None, walker=walk)
    stream = admitted.footage.stream
    assert stream is not None
    order = Order(7, admitted.footage, admitted.packets, stream.span, Level.FULL)
    (here,) = Alone(open_footage, Looking(settings).sight().eyes).look([order], lambda: None)
    assert isinstance(here, Done)
    (tmp_path / "disk").mkdir()
    path.rename(tmp_path / "disk" / "copy.mp4")
    private, data = subkeys(b"k" * 32).observations, order_bytes(order)
    at = manned("rue", settings, [tmp_path / "disk"], tmp_path / "outbox")
    told = at.look(Errand(packed(data), sealing_public(private)), lambda: None, lambda word: None)
    sealed = at.outbox.read(Message(told).header.text("digest"))
    assert open_observed(private, data, sealed) == observed_bytes(here.observed)
