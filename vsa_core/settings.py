"""One frozen tree of settings, read once from the environment and handed out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from vsa_core.errors import WrongUsage

PROGRAM = "relecture/0.1.0"
"""Name and version written into every record and every pedigree."""

DETECTORS = ("auto", "openvino", "yolo", "motion")
TRACKERS = ("twostage", "deepsort")
SWITCH = ("off", "on")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the engine is told at its start; nothing reads the environment later.

    `resources` is the folder of words and law data; `manifest` the list of
    known weights; `weights` a file named by RELECTURE_WEIGHTS, or None;
    `experimental` whether classes marked so are kept; `lender` the installation
    whose added weights look, where it is not the one in `home`; `head_path` the
    folder, best on another disk, of a second copy of the journal's head, or None.
    """

    home: Path
    resources: Path
    manifest: Path
    weights: Path | None
    detector: str
    tracker: str
    threads: int
    experimental: bool = False
    lender: Path | None = None
    head_path: Path | None = None


def home_of(environment: Mapping[str, str]) -> Path:
    """The installation's folder: RELECTURE_HOME, else the platform's place for a user's data."""
    return Path(environment.get("RELECTURE_HOME") or platformdirs.user_data_dir("relecture"))


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from RELECTURE_HOME, _WEIGHTS, _DETECTOR, _TRACKER, _THREADS and others.

    The others are RELECTURE_EXPERIMENTAL and RELECTURE_HEAD_PATH. Raises
    WrongUsage (USE-010) when one of them is not in its closed list.
    """
    shelf = Path(__file__).resolve().parent.parent
    weights = environment.get("RELECTURE_WEIGHTS")
    head_path = environment.get("RELECTURE_HEAD_PATH")
    return Settings(
        home=home_of(environment),
        resources=shelf / "resources",
        manifest=shelf / "models" / "manifest.toml",
        weights=Path(weights) if weights else None,
        detector=_chosen(environment, "RELECTURE_DETECTOR", DETECTORS, "auto"),
        tracker=_chosen(environment, "RELECTURE_TRACKER", TRACKERS, TRACKERS[0]),
        threads=_threads(environment),
        experimental=_chosen(environment, "RELECTURE_EXPERIMENTAL", SWITCH, SWITCH[0]) == SWITCH[1],
        head_path=Path(head_path).absolute() if head_path else None,
    )


def _chosen(environment: Mapping[str, str], name: str, known: tuple[str, ...], default: str) -> str:
    value = environment.get(name) or default
    if value not in known:
        raise WrongUsage("USE-010", name=name, value=value, known=", ".join(known))
    return value


def _threads(environment: Mapping[str, str]) -> int:
    asked = environment.get("RELECTURE_THREADS", "")
    if asked and (not asked.isdecimal() or int(asked) == 0):
        raise WrongUsage("USE-010", name="RELECTURE_THREADS", value=asked, known="1, 2, 3…")
    return int(asked) if asked else len(os.sched_getaffinity(0))
