"""Pictures of several who look are run through one network together."""

import select
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.pipeline.berth import Answerer, Asked

Together = Callable[[Picture], NDArray[np.float32]]
"""What a network says of (n, height, width, 3) BGR inputs: (n, r, c), each in its row."""

Question = tuple[Answerer, Asked]


def serve(berths: Sequence[Answerer], run: Together, most: int, leave: int) -> None:
    """Run what is asked, at most `most` pictures at once, until the pipe `leave` is closed.

    Whoever asked while a batch ran is in the next one; nobody waits for others
    to ask. What `run` raises ends it.
    """
    by_handle = {berth.hears: berth for berth in berths}
    coming = select.poll()
    for handle in (*by_handle, leave):
        coming.register(handle, select.POLLIN)
    while True:
        ready = [handle for handle, _ in coming.poll()]
        if leave in ready:
            return
        for batch in batches(_questions(by_handle, ready), most):
            said = run(np.stack([berth.canvas(asked) for berth, asked in batch]))
            for (berth, asked), one in zip(batch, said, strict=True):
                berth.answer(asked, one)


def batches(questions: Sequence[Question], most: int) -> list[list[Question]]:
    """Questions about pictures of one shape together, at most so many; in order of asking."""
    shapes: dict[tuple[int, int], list[Question]] = {}
    for berth, asked in questions:
        shapes.setdefault((asked.height, asked.width), []).append((berth, asked))
    return [
        alike[first : first + most]
        for alike in shapes.values()
        for first in range(0, len(alike), most)
    ]


def _questions(berths: Mapping[int, Answerer], ready: Sequence[int]) -> list[Question]:
    heard = [(berths[handle], berths[handle].asked()) for handle in ready]
    return [(berth, asked) for berth, asked in heard if asked is not None]
