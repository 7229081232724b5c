"""One frozen tree of settings, read once from the environment and handed out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

from vsa_core.errors import WrongUsage

PROGRAM = "relecture/0.1.0"
"""Name and version written into every record and every pedigree."""

DETECTORS = ("auto", "openvino", "yolo", "motion")
TRACKERS = ("twostage", "deepsort")
PRECISIONS = ("auto", "f32", "bf16", "int8")
INPUTS = ("whole", "half")
SWITCH = ("off", "on")

MOST_WORKERS = 256
"""Processes that look side by side, at most."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the engine is told at its start; nothing reads the environment later.

    `resources` is the folder of words and law data; `manifest` the list of
    known weights; `weights` a file named by RELECTURE_WEIGHTS, or None;
    `experimental` whether classes marked so are kept; `precision` in which a
    network is run, auto for the quickest that is known to be safe; `input`
    whether indexing shows it pictures at its own size or at half of it;
    `collage` whether several pictures may be looked at as one; `lender` the installation
    whose added weights look, where it is not the one in `home`; `head_path` the
    folder, best on another disk, of a second copy of the journal's head, or None;
    `workers` how many processes look at footage side by side, 0 for the program itself.
    """

    home: Path
    resources: Path
    manifest: Path
    weights: Path | None
    detector: str
    tracker: str
    threads: int
    experimental: bool = False
    precision: str = PRECISIONS[0]
    input: str = INPUTS[0]
    collage: bool = False
    lender: Path | None = None
    head_path: Path | None = None
    workers: int = 0


def home_of(environment: Mapping[str, str]) -> Path:
    """The installation's folder: RELECTURE_HOME, else the platform's place for a user's data."""
    return Path(environment.get("RELECTURE_HOME") or platformdirs.user_data_dir("relecture"))


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from RELECTURE_HOME, _WEIGHTS, _DETECTOR, _TRACKER, _THREADS and others.

    The others are RELECTURE_EXPERIMENTAL, _PRECISION, _INPUT, _COLLAGE, _HEAD_PATH, _WORKERS.
    Raises WrongUsage (USE-010) when one of them is not in its closed list.
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
        precision=_chosen(environment, "RELECTURE_PRECISION", PRECISIONS, PRECISIONS[0]),
        input=_chosen(environment, "RELECTURE_INPUT", INPUTS, INPUTS[0]),
        collage=_chosen(environment, "RELECTURE_COLLAGE", SWITCH, SWITCH[0]) == SWITCH[1],
        head_path=Path(head_path).absolute() if head_path else None,
        workers=_workers(environment),
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


def _workers(environment: Mapping[str, str]) -> int:
    asked = environment.get("RELECTURE_WORKERS", "")
    if asked and not (asked.isdecimal() and int(asked) <= MOST_WORKERS):
        raise WrongUsage("USE-010", name="RELECTURE_WORKERS", value=asked, known="0, 1, 2, 3…")
    return int(asked) if asked else min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def as_fields(settings: Settings) -> dict[str, object]:
    """Settings as plain values, for a process of ours that is to work with the same."""
    told = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {name: str(value) if isinstance(value, Path) else value for name, value in told.items()}


def from_fields(told: Mapping[str, Any]) -> Settings:
    """The inverse of `as_fields`."""
    paths = {field.name for field in fields(Settings) if field.type in (Path, Path | None)}
    values: dict[str, Any] = {
        name: Path(value) if name in paths and value is not None else value
        for name, value in told.items()
    }
    return Settings(**values)
