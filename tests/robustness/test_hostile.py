"""Mutated films: always footage with a final state or a fault of ours, never another exception."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests import films
from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import Gap
from vsa_core.errors import Fault
from vsa_core.intake.admit import Admitted, admit

MILLI = Fraction(1, 1000)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, bytes]]:
    """A small film of each container, as suffix and bytes."""
    folder = tmp_path_factory.mktemp("seeds")
    millis = [t // 90 for t in films.even(30)]
    made = [
        films.write(folder / "a.mp4", films.even(30), bframes=2),
        films.avi_mpeg4(folder, 30),
        films.write(folder / "a.ts", films.even(30), form="mpegts", bframes=2),
        films.write(folder / "a.mkv", millis, time_base=MILLI),
        films.write(folder / "a.flv", millis, bframes=2, time_base=MILLI),
        films.raw(folder, 30, 2),
        films.avi_mjpeg(folder, 20),
    ]
    return [(film.path.suffix, film.path.read_bytes()) for film in made]


def mutated(data: bytes, rng: np.random.Generator) -> bytes:
    """One of six kinds of damage: bits, cut, hole, header, repeat, absurd numbers."""
    out, size = bytearray(data), len(data)
    kind = int(rng.integers(6))
    if kind == 0:
        for at in rng.integers(0, size, 30):
            out[at] ^= 1 << int(rng.integers(8))
    elif kind == 1:
        del out[int(rng.integers(1, size)) :]
    elif kind == 2:
        at, length = (int(n) for n in rng.integers(1, (size, 2000)))
        out[at : at + length] = bytes(len(out[at : at + length]))
    elif kind == 3:
        for at in rng.integers(0, min(size, 1200), 12):
            out[at] = int(rng.integers(256))
    elif kind == 4:
        start, end = sorted(int(n) for n in rng.integers(0, size, 2))
        out[end:end] = out[start:end]
    else:
        for at in rng.integers(0, min(size, 2000) - 4, 6):
            out[at : at + 4] = int(rng.integers(2**32)).to_bytes(4, "big")
    return bytes(out)


def read_through(admitted: Admitted, rng: np.random.Generator) -> None:
    """Read everything and seek about: times go up, and lost pictures are gaps or refusals."""
    stream = admitted.footage.stream
    if stream is None:
        assert admitted.footage.reason.startswith("SRC-")
        return
    source = open_footage(admitted.footage, admitted.packets)
    items = list(source.frames())
    shown = [item.at.pts for item in items if not isinstance(item, Gap)]
    assert shown == sorted(set(shown))
    assert all(stream.span.start <= pts < stream.span.end for pts in shown)
    list(source.frames(keys_only=True))
    for pts in rng.integers(stream.span.start, stream.span.end, 3).tolist():
        with suppress(Fault):
            source.at(pts).bgr(32, 24)
    source.close()


def attempts(seeds: list[tuple[str, bytes]], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    rng = np.random.default_rng(seed)
    for k in range(count):
        suffix, data = seeds[k % len(seeds)]
        yield suffix, mutated(data, rng)


def survive(seeds: list[tuple[str, bytes]], folder: Path, count: int, seed: int) -> set[str]:
    rng = np.random.default_rng(seed)
    states = set()
    for suffix, data in attempts(seeds, count, seed):
        path = folder / f"mutant{suffix}"
        path.write_bytes(data)
        admitted = admit(path, camera="c1", exhibit="1", clock=None, walker=walk)
        states.add(admitted.footage.state.value)
        read_through(admitted, rng)
    return states


def test_two_hundred_mutants_reach_a_final_state(
    seeds: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    states = survive(seeds, tmp_path, 210, seed=1)
    assert {"readable", "damaged", "unreadable", "reconstructed"} <= states


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(2, 12))
def test_thousands_of_mutants_reach_a_final_state(
    seeds: list[tuple[str, bytes]], tmp_path: Path, seed: int
) -> None:
    survive(seeds, tmp_path, 2000, seed)
