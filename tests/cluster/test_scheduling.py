"""A scheduler before it starts; that it refuses strangers is shown by tests/roads/test_rack.py."""

import asyncio
from pathlib import Path

from cluster.papers import found, seat
from cluster.quiet import NOT_OF_A_SCHEDULER
from cluster.scheduling import Desk


def test_it_serves_no_page_and_answers_nothing_that_nobody_needs(tmp_path: Path) -> None:
    found(tmp_path / "rack", "127.0.0.1:8799", [], 1_800_000_000_000_000, 30)

    async def made() -> Desk:
        return Desk(seat(tmp_path / "rack" / "scheduler"))

    desk = asyncio.run(made())
    assert desk.services == {}
    assert not hasattr(desk, "http_server")
    assert set(NOT_OF_A_SCHEDULER) <= set(desk.blocked_handlers)
    assert desk.allowed_failures == 0
    assert desk.connection_args["require_encryption"] is True
