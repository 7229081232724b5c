"""An installation with an administrator, and files of weights that somebody brings to it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from tests.vision.networks import checkpoint_file, vigie_file
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.desk.models import Offer
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import SignedIn
from vsa_core.domain.case import Role
from vsa_core.settings import Settings

WHY = "mesuré ici"

MODEL = """
[[model]]
name = "{name}"
file = "{file}"
sha256 = "{digest}"
licence = "AGPL-3.0-or-later"
source = "trained here"
task = "detect"
classes = {classes}
size = 96
face = false
shipped = {shipped}
rank = {rank}
"""

OFFICIAL = """
[[official]]
name = "{name}"
git_blob = "{blob}"
licence = "AGPL-3.0 (its publisher)"
source = "as published"
rank = {rank}
"""


def digest(path: Path) -> str:
    """SHA-256 (hex) of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def git_blob(path: Path) -> str:
    """What `git hash-object` prints."""
    data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


@dataclass(frozen=True)
class Lab:
    """`folder` holds the program's models, what is brought, and the installation's home."""

    folder: Path
    settings: Settings
    desks: Desks
    who: SignedIn

    def offer(self, path: Path, **said: object) -> Offer:
        """This file, and what is said of it."""
        return Offer(str(path), **said)  # type: ignore[arg-type]

    def again(self, **changes: object) -> Desks:
        """The same installation, opened by another process."""
        changed = replace(self.settings, **changes)  # type: ignore[arg-type]
        return engine.desks(changed, CHEAP, FixedClock())

    @property
    def chosen(self) -> str:
        """Name of the model that looks, as another process finds it; empty where none does."""
        sheets = self.again().models.listed()
        return next((sheet.name for sheet in sheets if sheet.chosen), "")

    @property
    def weights(self) -> Path:
        """Where added weights lie."""
        return self.settings.home / "weights"


def written(folder: Path, *tables: str) -> Path:
    """The program's list of models."""
    path = folder / "models" / "manifest.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(tables))
    return path


def shipped(folder: Path, name: str = "vigie", rank: int = 0, eager: bool = False) -> str:
    """A model of the program's own, its file beside the list; the table that lists it."""
    (folder / "models").mkdir(exist_ok=True)
    path = vigie_file(folder / "models" / f"{name}.safetensors", eager=eager)
    classes = '["person", "vehicle", "two-wheeler"]'
    facts: Mapping[str, object] = {"name": name, "file": path.name, "digest": digest(path)}
    return MODEL.format(**facts, classes=classes, shipped="true", rank=rank)


def lab(folder: Path, *tables: str, detector: str = "auto") -> Lab:
    """An installation with this list of models, and adele, its administrator."""
    plain = settings(folder / "home")
    chosen = replace(plain, manifest=written(folder, *tables), detector=detector)
    desks = engine.desks(chosen, CHEAP, FixedClock())
    desks.people.add(NewPerson("adele", Role.ADMINISTRATOR, "Adèle A.", "H-0"), SECRET)
    return Lab(folder, chosen, desks, desks.people.sign_in("adele", SECRET))


def stock_file(folder: Path, name: str = "yolo.pt") -> Path:
    """A small checkpoint as somebody brings it on a key."""
    return checkpoint_file(folder / name, ("person", "car", "traffic light", "cell phone"))
