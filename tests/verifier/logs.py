"""Small journals for the verifier's tests: one shard, or two that follow each other."""

from pathlib import Path

from tests.verifier.running import verdict
from tests.verifier.writer import ORIGIN, Writer, lay, public

KEY = public(7).hex()
NAME = "dpo.example/mme-roux"


def small_log() -> Writer:
    """Twelve records and a checkpoint."""
    writer = Writer()
    writer.begin()
    for _ in range(4):
        writer.ask()
    writer.keep()
    writer.ask()
    writer.say("session_close")
    return writer


def check(folder: Path, writer: Writer, *options: str) -> tuple[int, str]:
    """What the verifier says of one shard."""
    return verdict(lay(folder, {writer.name: writer.files()}), *options)


def followed() -> list[Writer]:
    """Two shards, the second after the first."""
    first = small_log()
    first.name = "2026H1"
    first.say("shard_end", about={"next": "2026H2"})
    previous = {
        "shard": "2026H1", "size": first.size, "root": first.root.hex(), "sha256": "",
    }  # fmt: skip
    second = Writer(origin=f"{ORIGIN}/2026H2", previous=previous, us=first.us)
    second.begin()
    second.ask()
    return [first, second]


def check_all(folder: Path, writers: list[Writer], *options: str) -> tuple[int, str]:
    """What the verifier says of several shards."""
    return verdict(lay(folder, {one.name: one.files() for one in writers}), *options)
