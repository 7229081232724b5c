"""Captions: shown and corrected times in the order's zone, floored, with their doubt."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.export.world import (
    CLOCK,
    StillSource,
    english,
    footage,
    french,
    order_of,
    piece,
)
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import WrongUsage
from vsa_core.export.captions import Captions

ORDER = order_of((piece(StillSource((0,))),))


def plain(items: tuple[str, ...]) -> str:
    return " | ".join(items).replace("\u00a0", " ")


def test_both_times_are_written_in_the_zone_of_the_order() -> None:
    said = plain(Captions(ORDER, french()).at(footage(), 40).header)
    assert "Procédure 2024/001234 | Caméra Entrée" in said
    assert "Heure affichée : 05/03/2024 15:00:00,040 UTC+01:00" in said
    assert "Heure corrigée : 05/03/2024 14:57:50,040 UTC+01:00 ± 0,50 s" in said


def test_english_and_another_zone() -> None:
    said = plain(Captions(replace(ORDER, zone="UTC"), english()).at(footage(), 1999).header)
    assert "Time shown: 2024-03-05 14:00:01.999 UTC+00:00" in said


def test_the_doubt_is_rounded_up() -> None:
    unsure = footage(clock=ClockClaim(CLOCK.shown, 0, 1, "Claire Morel"))
    assert "± 0,01 s" in plain(Captions(ORDER, french()).at(unsure, 0).header)


def test_times_are_floored_never_rounded_up() -> None:
    fine = footage(base=Fraction(1, 100_000), end=200_000)
    said = plain(Captions(ORDER, french()).at(fine, 199_999).header)
    assert "15:00:01,999" in said


def test_without_a_clock_only_elapsed_time_is_told() -> None:
    said = plain(Captions(ORDER, french()).at(footage(clock=None, start=1000), 1500).header)
    assert "Horloge non déclarée ; 0,500 s après la première image" in said
    assert "2024-03" not in said
    assert "1970" not in said


def test_the_notice_is_always_there() -> None:
    assert plain(Captions(ORDER, french()).at(footage(), 0).footer).startswith(
        "Copie annotée — à vérifier"
    )


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "Europe"])
def test_an_unknown_zone_is_wrong_usage(zone: str) -> None:
    with pytest.raises(WrongUsage, match="EXP-008"):
        Captions(replace(ORDER, zone=zone), french()).at(footage(), 0)


@pytest.mark.parametrize("shown", [10**18, -(10**18)])
def test_a_time_beyond_the_calendar_is_named(shown: int) -> None:
    lost = footage(clock=ClockClaim(shown, 0, 0, "x"))
    with pytest.raises(WrongUsage, match="EXP-009"):
        Captions(ORDER, french()).at(lost, 0)
