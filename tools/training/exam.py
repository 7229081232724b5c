"""What a network knows of the pictures it never learned from, and the thresholds it should have."""

from dataclasses import dataclass

import numpy as np
import torch

from tools.training.pack import CLASSES, Picture
from tools.training.score import Curve, Floats, Judged, Network, curve, find
from vsa_core.vision.vigie_network import Vigie

PERSON = 0

MOST_FALSE = 0.03
"""Share of pictures without a person in which one may be seen."""

EARNED = 0.5
"""AP50 from which a class is no experiment."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Every picture of an exam with what was found in it."""

    pictures: tuple[Picture, ...]
    judged: tuple[Judged, ...]

    def curve(self, name: int, source: str | None = None) -> Curve:
        """The curve of a class over all pictures, or those of one source."""
        pairs = zip(self.pictures, self.judged, strict=True)
        return curve((one for picture, one in pairs if source in (None, picture.source)), name)

    def false_persons(self, threshold: float) -> float:
        """Share of the pictures without any person in which one is seen above `threshold`."""
        pairs = zip(self.pictures, self.judged, strict=True)
        empty = [one.found for picture, one in pairs if picture.empty]
        seen = [((one.names == PERSON) & (one.scores > threshold)).any() for one in empty]
        return float(np.mean(seen)) if seen else 0.0

    def thresholds(self) -> tuple[float, ...]:
        """For each class the threshold of the best F1; a person's also keeps to MOST_FALSE."""
        best = [self.curve(name).best_threshold() for name in range(len(CLASSES))]
        while self.false_persons(best[PERSON]) > MOST_FALSE:
            best[PERSON] = round(best[PERSON] + 0.01, 2)
        return tuple(best)

    def notes(self) -> dict[str, str]:
        """What the finished file says of itself: thresholds, and the classes not earned."""
        aps = [self.curve(name).average_precision for name in range(len(CLASSES))]
        weak = [word for word, ap in zip(CLASSES, aps, strict=True) if not ap >= EARNED]
        limits = ",".join(f"{threshold:g}" for threshold in self.thresholds())
        return {"thresholds": limits, "experimental": ",".join(weak)}

    def lines(self) -> list[str]:
        """The result in words, a line for each class, and one on false persons."""
        said, thresholds = [], self.thresholds()
        sources = sorted({picture.source for picture in self.pictures})
        for name, (word, threshold) in enumerate(zip(CLASSES, thresholds, strict=True)):
            whole = self.curve(name)
            precision, recall = whole.at(threshold)
            said.append(
                f"{word}: AP50 {whole.average_precision:.3f} over {whole.total} boxes; at"
                f" {threshold:.2f} precision {precision:.2f}, recall {recall:.2f}"
            )
            for source in sources:
                part = self.curve(name, source)
                if part.total:
                    said.append(f"  {source}: {part.average_precision:.3f} over {part.total}")
        empty = sum(picture.empty for picture in self.pictures)
        said.append(
            f"false persons in {self.false_persons(thresholds[PERSON]):.1%} of {empty} pictures"
            " without any"
        )
        return said


def examined(network: Network, pictures: tuple[Picture, ...], size: int) -> Answers:
    """Ask `network` about every picture, scaled to a longer side of `size`."""
    judged = [
        Judged(find(network, picture.decoded(), size), picture.truth, picture.ignored)
        for picture in pictures
    ]
    return Answers(pictures, tuple(judged))


def asked(network: Vigie) -> Network:
    """A torch network as the exam asks it: arrays in, arrays out, nothing learned."""

    def answer(pictures: Floats) -> Floats:
        with torch.inference_mode():
            said: Floats = network(torch.from_numpy(pictures)).numpy()
        return said

    return answer
