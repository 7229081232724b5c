"""A crew whose network is run by one process for all, on torch's CPU build: no GPU is needed."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.desk.brought import shipped, written
from tests.desk.scene import settings
from vsa_core.domain.ports import Picture
from vsa_core.looking import CARD, WORKER, Elsewhere, Looking, card_of
from vsa_core.pipeline.card import Card
from vsa_core.pipeline.hands import Hands
from vsa_core.pipeline.surroundings import with_one_thread
from vsa_core.settings import Settings, as_fields
from vsa_core.stock import Stock
from vsa_core.vision.pytorch import TorchNetwork
from vsa_core.vision.weights import Weights

BATCH = 2


@dataclass(frozen=True, slots=True)
class Bench:
    """A machine on which torch looks, with a small network of made-up weights."""

    settings: Settings
    weights: Weights
    network: TorchNetwork

    def card(self, command: Sequence[str] = CARD) -> Card:
        return replace(card_of(self.settings, self.weights.entry, self.network), command=command)

    def looking(self) -> Looking:
        """What looks in this process, as the card runs it."""

        def forward(canvas: Picture) -> NDArray[np.float32]:
            return self.network(canvas[None])

        return Looking(self.settings, Elsewhere(forward, self.network.maker))

    def hands(self, count: int, card: Card, command: Sequence[str] = WORKER) -> Hands:
        """A crew that asks the card."""
        names = self.looking().sight().names()
        greeting = {"settings": as_fields(self.settings)}
        return Hands(count, command, with_one_thread(os.environ), greeting, names, card)


def bench(folder: Path) -> Bench:
    """That machine."""
    manifest = written(folder, shipped(folder, eager=True))
    chosen = replace(settings(folder / "home"), manifest=manifest, detector="yolo")
    weights = Stock(chosen).chosen()
    assert weights is not None
    return Bench(chosen, weights, TorchNetwork(weights, "cpu", batch=BATCH))
