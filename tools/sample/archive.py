"""The whole sample: two cameras' files, the truth beside each, and the case they belong to."""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from tools.sample import acts
from tools.sample.film import Beat, Recorder, cut, steady, uneven, write
from tools.sample.scene import Scene, scenes
from tools.sample.truth import Asked, across, document, street_questions, yard_questions

SEED, MINUTES = 20240305, 3.0
_CUT = 60
_ZONE = datetime.timezone(datetime.timedelta(hours=1))

STREET = Recorder(
    "rue",
    "RUE DES LILAS  CAM 01",
    "mp4",
    Fraction(25, 2),
    datetime.datetime(2024, 3, 5, 14),  # noqa: DTZ001
)
YARD = Recorder(
    "parking",
    "PARKING  CAM 02",
    "mkv",
    Fraction(25),
    datetime.datetime(2024, 3, 5, 18, 58, 24),  # noqa: DTZ001
)


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One file of the sample, and what is to be claimed of its clock when it is admitted.

    shown: microseconds since 1970 UTC that the recorder gave to its first
    picture; offset: microseconds to add to get the true time.
    """

    path: Path
    camera: str
    exhibit: str
    shown: int
    offset: int
    uncertainty: int


@dataclass(frozen=True, slots=True)
class SampleArchive:
    """A rendered sample; `photographed` is false where figures are drawn silhouettes."""

    folder: Path
    files: tuple[SampleFile, ...]
    description: Path
    photographed: bool


@dataclass(frozen=True, slots=True)
class _Camera:
    """How one camera is filmed: its clock is wrong by `offset` microseconds."""

    recorder: Recorder
    scene: Scene
    time_base: Fraction
    beats: tuple[Beat, ...]
    every: int
    exhibit: str
    offset: int
    uncertainty: int
    asked: tuple[Asked, ...]


def render(folder: Path, seed: int = SEED, minutes: float = MINUTES) -> SampleArchive:
    """Render the sample into `folder`, made if need be; the same seed gives the same bytes.

    About 3 minutes of both cameras are played; a longer sample plays them
    again. Figures come from the picture that ultralytics installs, heads
    smeared; without it they are drawn silhouettes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        cameras, photographed = _cameras(seed, minutes * 60)
        files = tuple(file for camera in cameras for file in _film(folder, camera))
    finally:
        cv2.setNumThreads(threads)
    description = folder / "case.toml"
    description.write_text(_described(files, cameras, photographed), encoding="utf-8")
    return SampleArchive(folder, files, description, photographed)


def _cameras(seed: int, seconds: float) -> tuple[tuple[_Camera, ...], bool]:
    street, yard, photographed = scenes(seed)
    time_base, beats = steady(seconds, STREET.rate)
    ragged_base, ragged = uneven(seconds, acts.NIGHT, np.random.default_rng(seed + 1))
    cameras = (
        _Camera(STREET, street, time_base, beats, _CUT, "scellé 1", -130_000_000, 500_000,
                street_questions(seconds)),
        _Camera(YARD, yard, ragged_base, ragged, round(acts.ROUND), "scellé 2", 42_000_000,
                1_000_000, yard_questions(seconds)),
    )  # fmt: skip
    return cameras, photographed


def _film(folder: Path, camera: _Camera) -> list[SampleFile]:
    """Write one camera's files, each with its truth beside it."""
    files = []
    for reel in cut(camera.beats, camera.time_base, camera.every):
        path = write(folder, camera.recorder, camera.scene, reel, camera.time_base)
        first, last = (reel.beats[at].ticks * camera.time_base for at in (0, -1))
        end = float(last + 1 / camera.recorder.rate)
        truth = document(path.name, camera.recorder.camera, float(first), end, camera.asked)
        path.with_suffix(".truth.toml").write_text(truth, encoding="utf-8")
        shown = camera.recorder.shown.replace(tzinfo=_ZONE) + datetime.timedelta(
            microseconds=int(first * 1_000_000)
        )
        files.append(
            SampleFile(
                path,
                camera.recorder.camera,
                camera.exhibit,
                round(shown.timestamp() * 1_000_000),
                camera.offset,
                camera.uncertainty,
            )
        )
    return files


def _described(
    files: tuple[SampleFile, ...], cameras: tuple[_Camera, ...], photographed: bool
) -> str:
    """case.toml: a basis that could have been given, clock claims, and what joined files show."""
    figures = "photographie fournie par ultralytics" if photographed else "silhouettes dessinées"
    lines = [
        "# Affaire inventée. Images de synthèse ; figures : " + figures + ", têtes brouillées.",
        'number = "DEMO/2024/0001"',
        "",
        "[basis]",
        'framework = "flagrance"',
        'requisition = "RJ-2024-0117"',
        'magistrate = "Procureur de la République (exemple)"',
        'authorisation = "réputée donnée en flagrance"',
        'offence = "vol (exemple)"',
        "cameras = [" + ", ".join(f'"{one.recorder.camera}"' for one in cameras) + "]",
        "window = [2024-03-05T13:30:00+01:00, 2024-03-05T20:00:00+01:00]",
    ]
    for file in files:
        lines += [
            "",
            "[[footage]]",
            f'file = "{file.path.name}"',
            f'camera = "{file.camera}"',
            f'exhibit = "{file.exhibit}"',
            f"shown_us = {file.shown}",
            f"offset_us = {file.offset}",
            f"uncertainty_us = {file.uncertainty}",
        ]
    return "\n".join([*lines, *_joined(cameras)]) + "\n"


def _joined(cameras: tuple[_Camera, ...]) -> list[str]:
    lines = []
    for camera in cameras:
        end = float(camera.beats[-1].ticks * camera.time_base)
        cuts = tuple(float(at) for at in range(camera.every, int(end), camera.every))
        for question, answer in across(camera.asked, cuts):
            lines += [
                "",
                "[[across_a_cut]]",
                f'camera = "{camera.recorder.camera}"',
                f'question = "{question}"',
                f"seconds = {answer.start:.3f}",
                f'direction = "{answer.direction}"',
            ]
    return lines
