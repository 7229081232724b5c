"""What a process that looks does between its two pipes: orders in, outcomes out, nothing stays."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from vsa_core.decode.pyav import open_footage
from vsa_core.errors import Fault, Unreadable
from vsa_core.looking import Elsewhere, Looking
from vsa_core.pipeline.berth import Asker, CardLost, ends_from, room_from
from vsa_core.pipeline.card import LOST
from vsa_core.pipeline.crew import Order, Reached
from vsa_core.pipeline.envelope import Fields, Message, written
from vsa_core.pipeline.fence import fence
from vsa_core.pipeline.looker import Looker
from vsa_core.pipeline.post import Post
from vsa_core.pipeline.wire import fault_bytes, order_from, outcome_bytes
from vsa_core.settings import from_fields

SAYING = 0.2
"""Seconds at least between two words on how far a slice is looked at."""


def work(post: Post) -> None:
    """Say with what it is looked, then look at one order after the other.

    Raises Gone when nothing more comes. Where the weights cannot be opened,
    or who runs them for us ended, that is said, and nothing more is looked at.
    """
    header = Message(post.receive()).header
    settings = from_fields(header.table("settings"))
    _fence(settings.home)
    try:
        sight = Looking(replace(settings, threads=1), _elsewhere(header)).sight()
    except Fault as fault:
        post.send(fault_bytes(fault))
        return
    post.send(written({"sight": sight.names()}))
    looker = Looker(open_footage, sight.eyes)
    try:
        while True:
            order = order_from(post.receive())
            saying = _Saying(post, order)
            post.send(outcome_bytes(looker.look(order, saying.poll, saying.tell)))
    except CardLost:
        post.send(fault_bytes(Unreadable(LOST)))


def _elsewhere(header: Fields) -> Elsewhere | None:
    """Who runs the network for us, where somebody does."""
    if not header.holds("berth"):
        return None
    ask = Asker(ends_from(header.inner("berth")), room_from(header))
    return Elsewhere(ask, header.text("maker"))


def _fence(home: Path) -> None:
    """Leave ourselves the folders where a detector keeps what it converted, and no other."""
    kept = [home / "models", home / "ultralytics"]
    for folder in kept:
        folder.mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(kept[0])
    fence(kept)


class _Saying:
    """Says now and then how far a slice is looked at, and so that there is somebody."""

    def __init__(self, post: Post, order: Order) -> None:
        self._post, self._order = post, order
        self._reached = order.span.start
        self._said = time.monotonic()

    def tell(self, pts: int) -> None:
        self._reached = max(self._reached, pts)

    def poll(self) -> None:
        """Hear whether to go on."""
        self._post.attend()
        if time.monotonic() - self._said > SAYING:
            self._said = time.monotonic()
            reached = min(self._reached, self._order.span.end)
            self._post.send(outcome_bytes(Reached(self._order.number, reached)))
