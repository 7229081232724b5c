"""What looks at footage on this machine: the maker of the chosen weights, and the tracker."""

import threading

from vsa_core.desk.indexing import Sight
from vsa_core.domain.ports import Detector, Embedder, TrackerMaker
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.pipeline.observe import Eyes
from vsa_core.pipeline.slices import SLICE_SECONDS
from vsa_core.pipeline.sweep import THRESHOLD as FRESH
from vsa_core.pipeline.sweep import Lens
from vsa_core.settings import PROGRAM, Settings
from vsa_core.stock import Stock
from vsa_core.vision.appearance import ColourEmbedder
from vsa_core.vision.colour import name_colours
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.motion import SceneMotion
from vsa_core.vision.openvino import OpenVinoDetector
from vsa_core.vision.pytorch import TorchDetector
from vsa_core.vision.suppression import thresholds_of
from vsa_core.vision.twostage import TwoStageTracker
from vsa_core.vision.weights import Weights

MOTION = "motion"
"""Name of the maker that needs no weights."""

NEXT_TO_NOTHING = 0.01
"""Score from which validation hears of an object: precision is asked at every threshold."""


class Looking:
    """What looks at footage on this machine, made when first needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stock = Stock(settings)
        self._alone = threading.Lock()
        self._made: tuple[Weights | None, Sight] | None = None

    def sight(self) -> Sight:
        """What looks, made at the first call and when other weights are chosen since.

        Threads may ask at once. Raises what choosing and opening weights raise.
        """
        with self._alone:
            weights = self._weights()
            if self._made is None or self._made[0] != weights:
                self._made = weights, self._sight(weights)
            return self._made[1]

    def _weights(self) -> Weights | None:
        """The weights that are chosen; where motion is asked for, none is even opened."""
        return None if self._settings.detector == MOTION else self._stock.chosen()

    def _sight(self, weights: Weights | None) -> Sight:
        detector = self._detector(weights)
        motion = SceneMotion()
        tracker, embedder = self.tracker()
        settings: dict[str, Canonical] = {"motion": motion.digest, "slice_s": SLICE_SECONDS}
        thresholds = self._thresholds(weights) if weights else ()
        if thresholds:
            settings["thresholds"] = [list(pair) for pair in thresholds]
        return Sight(
            eyes=Eyes(detector, SceneMotion, tracker, embedder, name_colours),
            detector=detector.name if detector else MOTION,
            detector_digest=detector.digest if detector else motion.digest,
            tracker=self._settings.tracker,
            settings=digest(settings),
            program=PROGRAM,
            thresholds=thresholds,
        )

    def _thresholds(self, weights: Weights) -> tuple[tuple[str, int], ...]:
        """Each class that is kept, and the score above which it is, in thousandths."""
        scores = thresholds_of(weights.entry, self._settings.experimental).tolist()
        named = zip(weights.entry.classes, scores, strict=True)
        return tuple((name, round(1000 * score)) for name, score in named if score <= 1)

    def everything(self) -> Detector | None:
        """The detector opened once more, with next to no threshold; None for motion alone."""
        return self._detector(self._weights(), NEXT_TO_NOTHING)

    def lens(self) -> Lens:
        """What looks afresh at pictures before they leave, opened anew at each call."""
        return Lens(self._detector(self._weights(), FRESH), SceneMotion)

    def _detector(self, weights: Weights | None, threshold: float | None = None) -> Detector | None:
        if weights is None:
            return None
        enclose(self._settings.home / "ultralytics")
        threads, experimental = self._settings.threads, self._settings.experimental
        if self._settings.detector == "yolo":
            return TorchDetector(
                weights, threshold=threshold, experimental=experimental, threads=threads
            )
        converted = self._settings.home / "models"
        return OpenVinoDetector(
            weights,
            converted,
            stamp=self._stock.stamp,
            threshold=threshold,
            experimental=experimental,
            threads=threads,
        )

    def tracker(self) -> tuple[TrackerMaker, Embedder | None]:
        """The tracker of the settings, and what reads appearance for it."""
        if self._settings.tracker == "deepsort":
            from vsa_core.vision.deepsort import DeepSortTracker  # slow to import

            return DeepSortTracker, ColourEmbedder()
        return TwoStageTracker, ColourEmbedder()
