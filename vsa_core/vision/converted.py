"""Converted networks on disk: written once, hashed, and never trusted when a byte differs."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vsa_core.domain.provenance import Canonical, digest
from vsa_core.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Network:
    """An OpenVINO network as bytes: its graph (XML) and its constants."""

    graph: bytes
    constants: bytes

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over both, each after its own SHA-256."""
        parts = (hashlib.sha256(part).digest() for part in (self.graph, self.constants))
        return hashlib.sha256(b"".join(parts)).hexdigest()


class ConvertedNetworks:
    """A folder of networks, each with its own digest beside it.

    It is a cache: a file that is absent, half written or changed is made again
    from the weights, which are the truth.
    """

    def __init__(self, folder: Path, stamp: Callable[[str], str] = str) -> None:
        """stamp: what is written beside a network, made of its name and its digest.

        Where it is a signature, a network that somebody else put there is made
        again too: another model would look under the name of the weights. The
        same text must always give the same stamp.
        """
        self._folder = folder
        self._stamp = stamp

    def get(self, key: Canonical, make: Callable[[], Network]) -> Network:
        """The network of that key, read and checked, or made and kept.

        Raises Unreadable (MOD-011) when it cannot be written, and what `make` raises.
        """
        name = digest(key)[:32]
        kept = self._read(name)
        if kept is not None:
            return kept
        made = make()
        try:
            self._write(name, made)
        except OSError as wrong:
            raise Unreadable("MOD-011", name=self._folder.name) from wrong
        return made

    def _read(self, name: str) -> Network | None:
        graph, constants, record = self._paths(name)
        try:
            network = Network(graph.read_bytes(), constants.read_bytes())
            said = record.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return network if self._mark(name, network) == said else None

    def _mark(self, name: str, network: Network) -> str:
        return self._stamp(f"{name} {network.digest}")

    def _write(self, name: str, network: Network) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        contents = (network.graph, network.constants, self._mark(name, network).encode("ascii"))
        for path, content in zip(self._paths(name), contents, strict=True):
            _replace(path, content)

    def _paths(self, name: str) -> tuple[Path, Path, Path]:
        graph, constants, record = (
            self._folder / f"{name}.{suffix}" for suffix in ("xml", "bin", "sha256")
        )
        return graph, constants, record


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
