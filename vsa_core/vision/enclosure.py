"""What ultralytics and openvino must be told before they are imported, to keep them at home."""

import os
import sys
from pathlib import Path
from types import ModuleType

from vsa_core.errors import Bug

QUIET = {
    "YOLO_OFFLINE": "1",  # looks up names and posts usage otherwise
    "YOLO_AUTOINSTALL": "0",  # runs pip otherwise
    "YOLO_VERBOSE": "0",
    "ULTRALYTICS_SAFE_LOAD": "1",  # a .pt file is code otherwise
}
"""What the environment must say when ultralytics is imported."""

SETTINGS = "YOLO_CONFIG_DIR"
"""Names the folder where ultralytics keeps its settings; it writes in the home folder otherwise."""


def enclose(folder: Path) -> None:
    """Set the environment for ultralytics, which may write below `folder` and nowhere else.

    To be called before anything imports it, in every process that detects.
    """
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(QUIET)
    os.environ[SETTINGS] = str(folder)


def must_be_enclosed() -> None:
    """Raise Bug (MOD-009) unless the environment says what `enclose` makes it say."""
    for variable, value in QUIET.items():
        if os.environ.get(variable) != value:
            raise Bug("MOD-009", variable=variable)
    folder = os.environ.get(SETTINGS)
    if not folder or not Path(folder).is_dir():
        raise Bug("MOD-009", variable=SETTINGS)


def without_telemetry() -> None:
    """Put an empty module in the place of openvino's telemetry, before openvino is imported.

    openvino_telemetry forks a process at its first import on a machine, posts
    to an analytics host and leaves an identifier in the home folder. openvino
    uses a stub of its own when the package cannot be imported. Raises Bug
    (MOD-009) when the real one is already there.
    """
    if "openvino_telemetry.main" in sys.modules:
        raise Bug("MOD-009", variable="openvino_telemetry")
    sys.modules["openvino_telemetry"] = ModuleType("openvino_telemetry")
