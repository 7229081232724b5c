"""What looks at footage on this machine: the chosen weights, the tracker, and in whose process."""

import os
import sys
import threading
from dataclasses import dataclass, replace
from fractions import Fraction

from vsa_core.decode.pyav import open_footage
from vsa_core.desk.health_graphics import usable
from vsa_core.desk.indexing import Sight
from vsa_core.domain.ports import Detector, Embedder, TrackerMaker
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.errors import WrongUsage
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.calm import VERSION as CALM
from vsa_core.pipeline.card import Card
from vsa_core.pipeline.crew import Crew
from vsa_core.pipeline.gathering import VERSION as GATHERING
from vsa_core.pipeline.hands import Hands
from vsa_core.pipeline.observe import Eyes
from vsa_core.pipeline.slices import SLICE_SECONDS
from vsa_core.pipeline.surroundings import with_one_thread
from vsa_core.pipeline.sweep import THRESHOLD as FRESH
from vsa_core.pipeline.sweep import Lens
from vsa_core.settings import INPUTS, PRECISIONS, PROGRAM, Settings, as_fields
from vsa_core.stock import Stock
from vsa_core.vision.appearance import ColourEmbedder
from vsa_core.vision.colour import name_colours
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.forwarding import Forward, ForwardingDetector
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.motion import SceneMotion
from vsa_core.vision.openvino import EIGHTH, FULL, OpenVinoDetector, native_precisions
from vsa_core.vision.pytorch import TorchDetector, TorchNetwork
from vsa_core.vision.suppression import thresholds_of
from vsa_core.vision.twostage import TwoStageTracker
from vsa_core.vision.weights import Entry, Weights

MOTION = "motion"
"""Name of the maker that needs no weights."""

WORKER = (sys.executable, "-P", "-m", "vsa_core.worker")
"""What starts a process that looks; -P: nothing is imported from the folder one works in."""

CARD = (sys.executable, "-P", "-m", "vsa_core.card")
"""What starts the process that runs the network on a GPU for all of them."""

HALF = INPUTS[1]

NEXT_TO_NOTHING = 0.01
"""Score from which validation hears of an object: precision is asked at every threshold."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another process runs the network; maker: by what, as pedigrees tell."""

    forward: Forward
    maker: str


class Looking:
    """What looks at footage on this machine, made when first needed."""

    def __init__(self, settings: Settings, elsewhere: Elsewhere | None = None) -> None:
        self._settings, self._elsewhere = settings, elsewhere
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

    @property
    def workers(self) -> int:
        """How many slices are looked at side by side."""
        return max(1, self._settings.workers)

    def crew(self, sight: Sight) -> Crew:
        """Who looks with `sight`: processes of ours, one thread each, or the program itself."""
        if not self._settings.workers:
            return Alone(open_footage, sight.eyes)
        greeting = {"settings": as_fields(self._settings)}
        environment = with_one_thread(os.environ)
        count, names = self._settings.workers, sight.names()
        card = self._card(sight.eyes.detector)
        return Hands(count, WORKER, environment, greeting, names, card)

    def _card(self, detector: Detector | None) -> Card | None:
        """Who runs the network for all who look, where there is a GPU to run it on."""
        weights = self._weights()
        if not isinstance(detector, TorchDetector) or weights is None:
            return None
        network = detector.network
        return card_of(self._settings, weights.entry, network) if network.on_card else None

    def _weights(self) -> Weights | None:
        """The weights that are chosen; where motion is asked for, none is even opened."""
        return None if self._settings.detector == MOTION else self._stock.chosen()

    def _sight(self, weights: Weights | None) -> Sight:
        detector = self._detector(self._sized(weights))
        motion = SceneMotion()
        tracker, embedder = self.tracker()
        settings: dict[str, Canonical] = {
            "motion": motion.digest,
            "tracker": tracker(Fraction(1), (1, 1)).name,
            "slice_s": SLICE_SECONDS,
            "calm": CALM,
            "gathering": GATHERING if self._settings.collage else 0,
        }
        thresholds = self._thresholds(weights) if weights else ()
        if self._halved and weights:
            settings["input"] = HALF
        if thresholds:
            settings["thresholds"] = [list(pair) for pair in thresholds]
        return Sight(
            eyes=Eyes(
                *(detector, SceneMotion, tracker, embedder, name_colours, self._settings.collage)
            ),
            detector=self._named(detector),
            detector_digest=detector.digest if detector else motion.digest,
            tracker=self._settings.tracker,
            settings=digest(settings),
            program=PROGRAM,
            thresholds=thresholds,
        )

    @property
    def _halved(self) -> bool:
        return self._settings.input == HALF

    def _sized(self, weights: Weights | None) -> Weights | None:
        """The weights for indexing: half the input costs a quarter, and loses what is small."""
        if weights is None or not self._halved:
            return weights
        return replace(weights, entry=replace(weights.entry, size=weights.entry.size // 2))

    def _named(self, detector: Detector | None) -> str:
        if detector is None:
            return MOTION
        return f"{detector.name} {HALF}" if self._halved else detector.name

    def _thresholds(self, weights: Weights) -> tuple[tuple[str, int], ...]:
        """Each class that is kept, and the score above which it is, in thousandths."""
        scores = thresholds_of(weights.entry, self._settings.experimental).tolist()
        named = zip(weights.entry.classes, scores, strict=True)
        return tuple((name, round(1000 * score)) for name, score in named if score <= 1)

    def everything(self) -> Detector | None:
        """The detector opened once more, with next to no threshold; None for motion alone."""
        return self._detector(self._weights(), NEXT_TO_NOTHING)

    def exact(self) -> Detector | None:
        """What looks, opened once more in f32; None where it looks so already, or motion alone."""
        chosen, same = self.sight().eyes.detector, self._detector(self._weights(), exact=True)
        return same if chosen and same and same.name != chosen.name else None

    def lens(self) -> Lens:
        """What looks afresh at pictures before they leave, exactly; opened anew at each call."""
        return Lens(self._detector(self._weights(), FRESH, exact=True), SceneMotion)

    def _detector(
        self, weights: Weights | None, threshold: float | None = None, exact: bool = False
    ) -> Detector | None:
        if weights is None:
            return None
        threads, experimental = self._settings.threads, self._settings.experimental
        if (other := self._elsewhere) is not None:
            return ForwardingDetector(
                *(weights, other.forward, other.maker),
                threshold=threshold,
                experimental=experimental,
            )
        enclose(self._settings.home / "ultralytics")
        if self._settings.detector == "yolo" or (self._settings.detector == "auto" and usable()):
            made = TorchDetector(
                weights, threshold=threshold, experimental=experimental, threads=threads
            )
            if self._settings.detector == "yolo" or made.network.on_card:
                return made  # else a driver is there, and no GPU for us: OpenVINO is quicker
        converted = self._settings.home / "models"
        return OpenVinoDetector(
            weights,
            converted,
            stamp=self._stock.stamp,
            threshold=threshold,
            experimental=experimental,
            threads=threads,
            precision=FULL if exact else self._precision(weights.entry),
        )

    def _precision(self, entry: Entry) -> str:
        """The precision asked for; else the first one here that costs this model next to nothing.

        Raises WrongUsage (USE-010) when processor or model cannot do what is asked for.
        """
        asked = self._settings.precision
        here = [one for one in native_precisions() if one != EIGHTH or entry.ranges]
        if asked == PRECISIONS[0]:
            safe = {FULL, *entry.precisions}
            return next(precision for precision in here if precision in safe)
        if asked not in here:
            known = ", ".join((PRECISIONS[0], *here))
            raise WrongUsage("USE-010", name="RELECTURE_PRECISION", value=asked, known=known)
        return asked

    def tracker(self) -> tuple[TrackerMaker, Embedder | None]:
        """The tracker of the settings, and what reads appearance for it."""
        if self._settings.tracker == "deepsort":
            from vsa_core.vision.deepsort import DeepSortTracker  # slow to import

            return DeepSortTracker, ColourEmbedder()
        return TwoStageTracker, ColourEmbedder()


def card_of(settings: Settings, entry: Entry, network: TorchNetwork) -> Card:
    """The process that runs a network as `network` does, and knows the weights by `settings`."""
    greeting = {"settings": as_fields(settings), "device": network.device, "batch": network.batch}
    environment = with_one_thread(os.environ)
    side = letterbox((1, 1), entry.size).width
    return Card(CARD, environment, greeting, network.maker, side, len(entry.classes))
