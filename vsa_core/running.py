"""What the process beside the GPU does: the network is opened, and run on pictures of all."""

from vsa_core.errors import Fault, Unreadable
from vsa_core.pipeline.batching import serve
from vsa_core.pipeline.berth import Answerer, ends_from, room_from
from vsa_core.pipeline.envelope import Fields, Message
from vsa_core.pipeline.post import Post
from vsa_core.pipeline.wire import fault_bytes
from vsa_core.settings import MOST_WORKERS, from_fields
from vsa_core.stock import Stock
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.pytorch import TorchNetwork

PROBLEMS = (RuntimeError, MemoryError, OSError)
"""What torch and a driver raise: no room on the GPU, a GPU that fell out."""


def work(post: Post, leave: int) -> None:
    """Run what is asked until the pipe `leave` is closed; say what goes wrong, if anything does."""
    header = Message(post.receive()).header
    try:
        network = _network(header)
        serve(_berths(header), network, network.batch, leave)
    except Fault as fault:
        post.send(fault_bytes(fault))
    except PROBLEMS as wrong:
        post.send(fault_bytes(Unreadable("SYS-018", why=str(wrong))))


def _network(header: Fields) -> TorchNetwork:
    settings = from_fields(header.table("settings"))
    enclose(settings.home / "ultralytics")
    weights = Stock(settings).chosen()
    if weights is None:
        raise Unreadable("SYS-018", why="no weights")
    return TorchNetwork(weights, header.text("device"), batch=header.whole("batch", 0, 64))


def _berths(header: Fields) -> list[Answerer]:
    room = room_from(header)
    listed = header.list("berths", MOST_WORKERS)
    return [Answerer(ends_from(Fields(one, "berths")), room) for one in listed]
