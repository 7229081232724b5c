"""A berth: pictures in, numbers out, and neither end believes the other."""

import os
import struct
from threading import Thread

import numpy as np
import pytest

from vsa_core.pipeline import berth as room_of_berths
from vsa_core.pipeline.berth import (
    Answerer,
    Asked,
    Asker,
    CardLost,
    Ends,
    ends_from,
    moored,
    room_for,
    room_from,
)
from vsa_core.pipeline.envelope import Fields, Malformed

ROOM = room_for(64, 3)


def canvas(seed: int = 1, height: int = 32, width: int = 64) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


@pytest.fixture
def ends() -> tuple[Ends, Ends]:
    return moored(ROOM)


def test_a_picture_arrives_whole_and_so_does_what_is_said_of_it(ends: tuple[Ends, Ends]) -> None:
    ask, answerer = Asker(ends[0], ROOM), Answerer(ends[1], ROOM)
    said = np.arange(14, dtype=np.float32).reshape(7, 2)
    seen: list[np.ndarray] = []

    def answer() -> None:
        asked = answerer.asked()
        assert asked is not None
        seen.append(answerer.canvas(asked))
        answerer.answer(asked, said)

    other = Thread(target=answer)
    other.start()
    told = ask(canvas())
    other.join()
    assert (seen[0] == canvas()).all()
    assert told.shape == (1, 7, 2)
    assert (told[0] == said).all()


def test_what_was_said_to_who_had_the_berth_before_is_passed_over(ends: tuple[Ends, Ends]) -> None:
    answerer = Answerer(ends[1], ROOM)
    answerer.answer(Asked(12, 32, 32), np.zeros((7, 2), np.float32))
    ask = Asker(ends[0], ROOM)

    def answer() -> None:
        asked = answerer.asked()
        assert asked is not None
        answerer.answer(asked, np.ones((7, 3), np.float32))

    other = Thread(target=answer)
    other.start()
    assert ask(canvas()).shape == (1, 7, 3)
    other.join()


def test_a_card_that_is_gone_is_told(ends: tuple[Ends, Ends]) -> None:
    ask = Asker(ends[0], ROOM)
    os.close(ends[1].speaks)
    with pytest.raises(CardLost):
        ask(canvas())
    os.close(ends[1].hears)
    with pytest.raises(CardLost):
        ask(canvas())


def test_a_card_that_does_not_answer_is_given_up(
    ends: tuple[Ends, Ends], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_of_berths, "ANSWER", 0.05)
    with pytest.raises(CardLost):
        Asker(ends[0], ROOM)(canvas())


@pytest.mark.parametrize("shape", [(0, 0), (7, 2**31), (2**32 - 1, 2**32 - 1)])
def test_an_answer_without_room_is_not_read(
    ends: tuple[Ends, Ends], shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_of_berths.secrets, "randbits", lambda bits: 4)
    ask = Asker(ends[0], ROOM)
    os.write(ends[1].speaks, struct.pack("<QII", 5, *shape))
    with pytest.raises(CardLost):
        ask(canvas())


@pytest.mark.parametrize("shape", [(0, 32), (32, 0), (65, 32), (32, 2**32 - 1)])
def test_a_question_that_makes_no_sense_is_not_answered(
    ends: tuple[Ends, Ends], shape: tuple[int, int]
) -> None:
    os.write(ends[0].speaks, struct.pack("<QII", 1, *shape))
    assert Answerer(ends[1], ROOM).asked() is None


def test_an_asker_that_ended_is_no_question(ends: tuple[Ends, Ends]) -> None:
    ends[0].close()
    assert Answerer(ends[1], ROOM).asked() is None


def test_an_asker_that_does_not_listen_is_not_waited_for(ends: tuple[Ends, Ends]) -> None:
    answerer = Answerer(ends[1], ROOM)
    for number in range(10_000):  # more than its pipe holds
        answerer.answer(Asked(number, 32, 32), np.zeros((7, 1), np.float32))


def test_what_has_no_room_is_said_as_nothing(ends: tuple[Ends, Ends]) -> None:
    Answerer(ends[1], ROOM).answer(Asked(1, 32, 32), np.zeros((7, ROOM.floats), np.float32))
    assert struct.unpack("<QII", os.read(ends[0].hears, 16)) == (1, 0, 0)


def test_who_looks_cannot_take_the_memory_away(ends: tuple[Ends, Ends]) -> None:
    """Reading what a file has no more is a SIGBUS: the card would die of it."""
    for size in (0, ROOM.size - 1, ROOM.size + 1):
        with pytest.raises(PermissionError):
            os.ftruncate(ends[0].memory, size)


def test_there_is_room_for_every_place_of_a_network() -> None:
    for side in (320, 640, 960, 1280):
        places = sum((side // stride) ** 2 for stride in (8, 16, 32))
        assert room_for(side, 80).floats >= 84 * places


def test_ends_and_room_travel_as_fields(ends: tuple[Ends, Ends]) -> None:
    assert ends_from(Fields(ends[0].fields())) == ends[0]
    assert room_from(Fields({"side": 64, "classes": 3})) == ROOM
    for told in ({}, {"memory": -1, "hears": 3, "speaks": 4}, {"memory": 0}):
        with pytest.raises(Malformed):
            ends_from(Fields(told))
    with pytest.raises(Malformed):
        room_from(Fields({"side": 2**40, "classes": 3}))
