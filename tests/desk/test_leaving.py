"""What leaves was verified, opened and looked at afresh, and can be stopped on the way."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.desk.scene import START, Office
from tests.desk.test_watched import archive_of
from vsa_core.desk.leaving import STAGE, Leaving, leaving
from vsa_core.desk.scope import Scope, Wish, scope_of
from vsa_core.desk.watched import Watched, watched
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, Tampered

SECOND = 1_000_000
WISH = Wish((), "rue", Window(START + 4 * SECOND, START + 5 * SECOND), 0, "", "", "fr")


def wished(at: Office) -> tuple[Scope, Watched]:
    archive = archive_of(at)
    scope = scope_of(archive, WISH)
    (seen,) = watched(archive, (scope.recording.name,))
    return scope, seen


def opened(at: Office, told: list[tuple[int, int, str]], stop: bool = False) -> tuple[Leaving, ...]:
    gate = at.desks.exports._press.gate(
        lambda done, total, what: told.append((done, total, what)), lambda: stop
    )
    with ExitStack() as files:
        return leaving(archive_of(at), *wished(at), gate, files)


def test_every_picture_was_looked_at_afresh(ready: Office) -> None:
    told: list[tuple[int, int, str]] = []
    (one,) = opened(ready, told)
    inside = [pts for pts in one.fresh.pts if one.span.start <= pts < one.span.end]
    assert len(inside) == 10
    assert one.fresh.fields["rule"] == "fresh-look 1"
    assert all(len(regions) == 1 for regions in one.fresh.moving)


def test_how_far_it_is_is_told_and_never_falls(ready: Office) -> None:
    told: list[tuple[int, int, str]] = []
    opened(ready, told)
    assert {(total, what) for _, total, what in told} == {(1000, STAGE)}
    done = [step for step, _, _ in told]
    assert done == sorted(done)
    assert done[-1] <= 1000


def test_it_stops_when_asked(ready: Office) -> None:
    with pytest.raises(Refused, match="EXP-007"):
        opened(ready, [], stop=True)


def test_where_nobody_looked_closely_nothing_leaves(fresh: Office) -> None:
    with pytest.raises(Refused, match="CAS-050"):
        opened(fresh, [])


def test_what_is_no_longer_what_was_admitted_does_not_leave(fresh: Office) -> None:
    path = Path(fresh.footage.path)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(Tampered):
        opened(fresh, [])
