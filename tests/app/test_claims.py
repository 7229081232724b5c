import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.claims import Claims, Statement, instant_in_name, pattern_of
from app.cli.reading import instant
from tests.app.laid import footage
from tests.desk.scene import START
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import WrongUsage

PARIS = "Europe/Paris"


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Paris."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_times_stand_in_names_as_patterns_say(paris: None) -> None:
    noon = instant("2024-03-05T13:00:00+01:00")
    for name, pattern in (
        ("rue_20240305_130000.mp4", "rue_%Y%m%d_%H%M%S"),
        ("CAM 01 05-03-2024 13h00m00.avi", "CAM 01 %d-%m-%Y %Hh%Mm%S"),
        ("ch1_20240305130000_0007.dav", "ch*_%Y%m%d%H%M%S_*"),
        ("a+b.20240305_13.ts", "a+b.%Y%m%d_%H"),
        ("dossier/20240305_130000.mkv", "%Y%m%d_%H%M%S"),
    ):
        assert instant_in_name(name, pattern) == noon


@given(st.datetimes(datetime(1971, 1, 1), datetime(2150, 1, 1)), st.text("ab_.+*[(%", max_size=5))  # noqa: DTZ001
def test_a_name_written_by_a_pattern_is_read_by_it(moment: datetime, prefix: str) -> None:
    assume("*" not in prefix and "%" not in prefix)
    pattern = f"{prefix}%Y-%m-%d %H.%M.%S"
    name = moment.strftime("%Y-%m-%d %H.%M.%S")
    told = instant_in_name(f"{prefix}{name}.mp4", pattern)
    assert told == instant(moment.replace(microsecond=0).isoformat())


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("rue_20240305_130000.mp4", "cour_%Y%m%d_%H%M%S"),
        ("rue_20240305_130000.mp4", "rue_%Y%m%d_%H%M"),
        ("rue_20241305_130000.mp4", "rue_%Y%m%d_%H%M%S"),
        ("rue_20240305_250000.mp4", "rue_%Y%m%d_%H%M%S"),
        ("rue_00000101_000000.mp4", "rue_%Y%m%d_%H%M%S"),
        ("rue.mp4", "rue"),
        ("rue_20240305.mp4", "rue_%Y%m%d"),
        ("130000.mp4", "%H%M%S"),
        ("2024_20240305_130000.mp4", "%Y_%Y%m%d_%H%M%S"),
        ("anything.mp4", "*"),
        ("x" * 50 + ".mp4", ""),
    ],
)
def test_a_name_that_tells_no_time_is_said(name: str, pattern: str) -> None:
    with pytest.raises(WrongUsage, match="USE-012"):
        instant_in_name(name, pattern)


def test_a_name_is_read_in_the_hour_of_a_place_whatever_the_machine() -> None:
    winter = instant_in_name("20240305_130000.mp4", "%Y%m%d_%H%M%S", PARIS)
    summer = instant_in_name("20240705_130000.mp4", "%Y%m%d_%H%M%S", PARIS)
    assert winter == instant("2024-03-05T13:00:00+01:00")
    assert summer == instant("2024-07-05T13:00:00+02:00")


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["", PARIS]))
def test_no_name_and_no_pattern_break_the_reader(name: str, pattern: str, zone: str) -> None:
    with suppress(WrongUsage):
        instant_in_name(name, pattern, zone)


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=8), st.integers(-(10**9), 10**9))
def test_files_with_one_start_follow_each_other_without_a_pause(
    lengths: list[int], offset: int
) -> None:
    claims = Claims(Statement("alice", START, offset=offset, uncertainty=7))
    shown = START
    for number, seconds in enumerate(lengths):
        claim = claims.of(f"{number}.mp4")
        assert claim is not None
        assert (claim.shown, claim.offset, claim.uncertainty) == (shown, offset, 7)
        assert claim.author == "alice"
        claims.after(f"{number}.mp4", footage(f"{number}.mp4", seconds=seconds))
        shown += seconds * MICROSECONDS


def test_a_length_between_two_microseconds_is_floored() -> None:
    claims = Claims(Statement("alice", START))
    file = footage("a.mp4", seconds=1)
    assert file.stream is not None
    assert file.stream.seconds == Fraction(1)
    claims.after("a.mp4", file)
    claim = claims.of("b.mp4")
    assert claim is not None
    assert claim.shown == START + MICROSECONDS


@pytest.mark.parametrize("unread", [None, footage("a.mp4", pictures=False)])
def test_a_time_that_hung_on_an_unread_file_is_never_guessed(unread: object) -> None:
    claims = Claims(Statement("alice", START))
    claims.after("a.mp4", unread)  # type: ignore[arg-type]  # None, or a file
    with pytest.raises(WrongUsage, match="USE-029"):
        claims.of("b.mp4")
    claims.after("b.mp4", footage("b.mp4"))
    with pytest.raises(WrongUsage) as lost:
        claims.of("c.mp4")
    assert lost.value.values == {"name": "c.mp4", "before": "a.mp4"}


def test_times_in_names_hang_on_no_other_file() -> None:
    claims = Claims(Statement("alice", pattern="%Y%m%d_%H%M%S", zone=PARIS))
    claims.after("broken.mp4", None)
    claim = claims.of("20240305_130000.mp4")
    assert claim is not None
    assert claim.shown == instant("2024-03-05T13:00:00+01:00")
    with pytest.raises(WrongUsage, match="USE-012"):
        claims.of("other.mp4")


def test_what_nobody_states_is_not_claimed() -> None:
    claims = Claims(Statement("alice"))
    assert claims.of("a.mp4") is None
    claims.after("a.mp4", None)
    assert claims.of("b.mp4") is None


def test_an_empty_pattern_tells_no_time() -> None:
    with pytest.raises(WrongUsage, match="USE-012"):
        Claims(Statement("alice", pattern="")).of("a.mp4")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("rue_20240305_130000.mp4", "*%Y%m%d_%H%M%S"),
        ("20240305130000.dav", "%Y%m%d%H%M%S"),
        ("cam 2024-03-05 13.00.00 (2).avi", "*%Y-%m-%d %H.%M.%S*"),
        ("rue.mp4", ""),
        ("rue_20241305_130000.mp4", ""),
        ("rue_1234567_20240305.mp4", ""),
        ("rue_220240305130000.mp4", ""),
        ("2024*03*05*13*00*00.mp4", "%Y*%m*%d*%H*%M*%S"),
    ],
)
def test_a_pattern_is_read_off_a_plain_name(name: str, pattern: str) -> None:
    assert pattern_of(name) == pattern


@given(st.from_regex(r"\A[a-z_%*]{0,4}20\d{2}\D?\d{2}\D?\d{2}\D?\d{6}[a-z]{0,3}\Z"))
def test_a_pattern_that_is_offered_reads_the_name_it_came_from(name: str) -> None:
    pattern = pattern_of(name)
    if pattern:
        instant_in_name(name, pattern)
