"""Who asks at the same time is answered together, each with what is said of its own picture."""

import os
from threading import Thread

import numpy as np

from tests.pipeline.test_berth import ROOM, canvas
from vsa_core.pipeline.batching import batches, serve
from vsa_core.pipeline.berth import Answerer, Asked, Asker, moored

ASKERS = 5


def test_all_are_answered_each_about_its_own_picture() -> None:
    pairs = [moored(ROOM) for _ in range(ASKERS)]
    leave, leaves = os.pipe()
    sizes: list[int] = []

    def run(pictures: np.ndarray) -> np.ndarray:
        sizes.append(len(pictures))
        sums = pictures.reshape(len(pictures), -1).sum(axis=1, dtype=np.int64)
        return np.repeat(sums.astype(np.float32), 7).reshape(-1, 7, 1)

    answerers = [Answerer(theirs, ROOM) for _, theirs in pairs]
    card = Thread(target=serve, args=(answerers, run, 4, leave))
    card.start()
    wrong: list[int] = []

    def look(number: int) -> None:
        ask = Asker(pairs[number][0], ROOM)
        for turn in range(20):
            height = 32 if turn % 2 else 64
            picture = canvas(100 * number + turn, height)
            if ask(picture)[0, 0, 0] != np.float32(picture.sum(dtype=np.int64)):
                wrong.append(number)

    askers = [Thread(target=look, args=(number,)) for number in range(ASKERS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    os.close(leaves)
    card.join()
    assert wrong == []
    assert sum(sizes) == 20 * ASKERS
    assert max(sizes) <= 4


def test_pictures_of_one_shape_run_together_and_no_more_than_fit() -> None:
    berth = Answerer(moored(ROOM)[1], ROOM)
    asked = [Asked(n, 32 if n % 3 else 64, 64) for n in range(7)]
    told = batches([(berth, one) for one in asked], 3)
    assert [[one.number for _, one in batch] for batch in told] == [[0, 3, 6], [1, 2, 4], [5]]
    assert batches([], 3) == []


def test_it_ends_when_the_program_does() -> None:
    leave, leaves = os.pipe()
    os.close(leaves)
    serve([], lambda pictures: pictures, 1, leave)
