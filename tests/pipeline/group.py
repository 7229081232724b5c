"""Packets of a made-up film: a picture every 40 ms, a key picture at every so many of them."""

import numpy as np

from vsa_core.domain.footage import PacketIndex

STEP = 40


def packets_of(
    seconds: float, group: int, weight: int = 20_000, noise: float = 0.04
) -> PacketIndex:
    """A film of so many seconds whose groups last `group` ms; sizes differ by a share `noise`."""
    pts = np.arange(0, round(1000 * seconds), STEP, dtype=np.int64)
    key = np.zeros(len(pts), np.bool_)
    key[:: round(group / STEP)] = True
    some = np.random.default_rng(5).normal(1, noise, len(pts))
    size = (np.where(key, 5 * weight, weight) * some).astype(np.int64)
    pos = np.cumsum(size) - size
    return PacketIndex(pts, pts, size, key, pos, np.full(len(pts), STEP, np.int64))
