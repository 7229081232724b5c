"""Whatever basis a case has and whatever is asked: no answer reaches beyond the basis."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.scene import (
    HOUR,
    MOTIVE,
    START,
    FixedClock,
    Office,
    crossing,
    film,
    indexed,
    office,
)
from vsa_core.desk.footage import Admission
from vsa_core.desk.tickets import InCase
from vsa_core.domain.case import Act, Basis
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.event import Hit, Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.errors import Refused

CAMERAS = ("rue", "cour", "quai")
OFFSET = {"rue": 0, "cour": 5 * MICROSECONDS, "quai": 9 * MICROSECONDS}
SPAN = 40 * MICROSECONDS
REFUSED = {"LAW-005", "LAW-007", "LAW-008"}


@dataclass
class Film:
    """A case with three looked-at cameras, its clock, and all that its index can answer."""

    at: Office
    clock: FixedClock
    files: dict[str, Footage]
    everything: frozenset[str]

    def corrected(self, stamp: Stamp) -> int:
        """Microseconds since 1970 UTC."""
        return self.files[stamp.footage].corrected(stamp.pts)

    def under(self, basis: Basis) -> InCase:
        """The same stay in the case, under another basis."""
        case = replace(self.at.where.case, basis=basis)
        self.at.where = self.at.desks.cases._tickets.amend(self.at.who, self.at.where, case)
        return self.at.where


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Film:
    folder, clock = tmp_path_factory.mktemp("basis"), FixedClock()
    at = office(folder, clock, cameras=CAMERAS)
    files = {at.footage.digest: at.footage}
    for seed, camera in enumerate(CAMERAS[1:], 2):
        path = film(folder / f"{camera}.mp4", seed=seed)
        claim = ClockClaim(START + OFFSET[camera], 0, 0, "alice")
        admission = Admission(str(path), camera, "S1", claim)
        footage = at.desks.footage.admit(at.who, at.where, admission, MOTIVE)
        files[footage.digest] = footage
    made = Film(indexed(at), clock, files, frozenset())
    hits, _ = _asked(made, (), None)
    assert {hit.event.camera for hit in hits} == set(CAMERAS)
    made.everything = frozenset(_named(made, hit) for hit in hits)
    return made


times = st.integers(START - SPAN, START + SPAN)
windows = (
    st.tuples(times, times)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Window(min(pair), max(pair)))
)
bases = st.tuples(
    st.lists(st.sampled_from(CAMERAS), min_size=1, unique=True).map(tuple),
    windows,
    st.booleans(),
)
queries = st.tuples(
    st.lists(st.sampled_from((*CAMERAS, "ailleurs")), max_size=3, unique=True).map(tuple),
    st.none() | windows,
)
Drawn = tuple[tuple[str, ...], Window, bool]
Asked = tuple[tuple[str, ...], Window | None]


def _within(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return settings(
        max_examples=examples, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


@_within(300)
@given(drawn=bases, asked=queries)
def test_no_answer_reaches_beyond_the_basis(archive: Film, drawn: Drawn, asked: Asked) -> None:
    _check(archive, drawn, asked)


@pytest.mark.campaign
@_within(10_000)
@given(drawn=bases, asked=queries)
def test_ten_thousand_answers_stay_within_their_basis(
    archive: Film, drawn: Drawn, asked: Asked
) -> None:
    _check(archive, drawn, asked)


def test_a_case_is_asked_through_its_own_stay_only(archive: Film) -> None:
    _check(archive, (CAMERAS, Window(START, START + SPAN), False), ((), None))
    other = replace(archive.at.where, case=replace(archive.at.where.case, number="2024/99"))
    with pytest.raises(Refused, match="CAS-002"):
        archive.at.desks.queries.ask(archive.at.who, other, crossing(), MOTIVE)


def _check(archive: Film, drawn: Drawn, asked: Asked) -> None:
    """What comes is what the basis lets through of all there is: not one row more, not one less."""
    cameras, window, expired = drawn
    now = archive.clock.now()
    expires = now - HOUR if expired else now + HOUR
    basis = replace(archive.at.where.case.basis, cameras=cameras, window=window, expires=expires)
    archive.under(basis)
    if expired:
        archive.clock.time -= 2 * HOUR  # setting the clock back revives nothing
    try:
        hits, coverage = _asked(archive, *asked)
    except Refused as refusal:
        code = refusal.code
    else:
        code = ""
    archive.clock.time = max(archive.clock.time, now)
    assert code == _foreseen(basis, asked, expired)
    if code:
        assert code in REFUSED
        assert _last_refusal(archive.at.home) == code
        return
    assert {_named(archive, hit) for hit in hits} == _allowed(archive, basis, asked)
    assert all(hit.event.camera in cameras for hit in hits)
    _check_coverage(coverage, basis)


def _last_refusal(home: Path) -> str:
    """The code in the newest record; the whole journal would be too long to read each time."""
    log = max((home / "audit").glob("*/audit.jsonl"))
    with log.open("rb") as file:
        file.seek(-min(log.stat().st_size, 65_536), os.SEEK_END)
        record = json.loads(file.read().splitlines()[-1].split(b"\t")[0])
    assert record["act"] == Act.DENIED
    return str(record["about"]["code"])


def _foreseen(basis: Basis, asked: Asked, expired: bool) -> str:
    cameras, window = asked
    if expired:
        return "LAW-005"
    if set(cameras) - set(basis.cameras):
        return "LAW-007"
    outside = window is not None and not window.overlaps(basis.window.start, basis.window.end)
    return "LAW-008" if outside else ""


def _allowed(archive: Film, basis: Basis, asked: Asked) -> set[str]:
    cameras, window = asked
    allowed = set()
    for name in archive.everything:
        camera, at = name.split()
        instant = int(at)
        inside = basis.window.start <= instant < basis.window.end
        wanted = window is None or window.start <= instant < window.end
        if camera in (cameras or basis.cameras) and inside and wanted:
            allowed.add(name)
    return allowed


def _check_coverage(coverage: Coverage, basis: Basis) -> None:
    for piece in coverage.stretches:
        if piece.looked is Looked.LOOKED:
            assert piece.camera in basis.cameras
            assert basis.window.start <= piece.start
            assert piece.end <= basis.window.end


def _asked(
    archive: Film, cameras: tuple[str, ...], window: Window | None
) -> tuple[list[Hit], Coverage]:
    query = replace(crossing(), cameras=cameras, window=window)
    batches = list(archive.at.desks.queries.ask(archive.at.who, archive.at.where, query, MOTIVE))
    assert all(batch.coverage is None for batch, _ in pairwise(batches))
    coverage = batches[-1].coverage
    assert coverage is not None
    return [hit for batch in batches for hit in batch.hits], coverage


def _named(archive: Film, hit: Hit) -> str:
    return f"{hit.event.camera} {archive.corrected(hit.event.start)}"
