"""Admitted footage in the catalogue."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import footage, stream
from vsa_core.domain.footage import FootageState, Gap
from vsa_core.domain.moment import ClockClaim, Span
from vsa_core.errors import Bug, WrongUsage
from vsa_core.store.catalog import Catalog

CHANGES = [
    {},
    {"clock": None},
    {"stream": None, "gaps": (), "state": FootageState.ENCRYPTED, "reason": "SRC-020"},
    {"stream": replace(stream(), rate=None, variable=True, rebuilt=True, rotation=270)},
    {"stream": replace(stream(), time_base=Fraction(1001, 30_000), rate=Fraction(30_000, 1001))},
    {"stream": stream(start=-(2**62)), "gaps": (Gap(Span(-(2**62), 2**62), "SRC-022"),) * 3},
    {"name": "cam \udcff\u202e<b>.mp4", "path": "/mnt/\udc80/'; DROP TABLE footage; --"},
    {"size": 2**62, "exhibit": "", "camera": "Ça, « là »"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_field_comes_back(catalog: Catalog, change: dict[str, object]) -> None:
    file = replace(footage(1), **change)  # type: ignore[arg-type]  # fields by name
    catalog.footage.add(file)
    assert catalog.footage.get(file.digest) == file
    assert catalog.footage.all() == (file,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(), path=st.text())
def test_any_name_a_disk_can_hold_comes_back(catalog: Catalog, name: str, path: str) -> None:
    file = replace(footage(len(catalog.footage.all())), name=name, path=path)
    file = replace(file, digest=f"{len(catalog.footage.all()):064x}")
    catalog.footage.add(file)
    assert catalog.footage.get(file.digest) == file


def test_files_stand_in_the_order_admitted_each_with_its_own(catalog: Catalog) -> None:
    files = (footage(3), footage(1, "Porte sud"), footage(2))
    for file in files:
        catalog.footage.add(file)
    assert catalog.footage.all() == files
    assert catalog.footage.of_camera("Porte nord") == (files[0], files[2])
    assert catalog.footage.of_camera("Nulle part") == ()


def test_a_file_is_admitted_once_whole_or_not_at_all(catalog: Catalog) -> None:
    catalog.footage.add(footage(1))
    with pytest.raises(Bug, match="STO-010"):
        catalog.footage.add(footage(1))
    broken = replace(footage(2), gaps=(Gap(Span(0, 1), None),))  # type: ignore[arg-type]  # refused
    with pytest.raises(Bug, match="STO-010"):
        catalog.footage.add(broken)
    assert catalog.footage.all() == (footage(1),)


def test_a_clock_is_claimed_anew_and_withdrawn(catalog: Catalog) -> None:
    catalog.footage.add(footage(1))
    claim = ClockClaim(1, -2, 3, "anne")
    catalog.footage.set_clock(footage(1).digest, claim)
    assert catalog.footage.get(footage(1).digest) == replace(footage(1), clock=claim)
    catalog.footage.set_clock(footage(1).digest, None)
    assert catalog.footage.get(footage(1).digest).clock is None


def test_an_unknown_file_is_told(catalog: Catalog) -> None:
    with pytest.raises(WrongUsage, match="STO-015"):
        catalog.footage.get("0" * 64)
    with pytest.raises(WrongUsage, match="STO-015"):
        catalog.footage.set_clock("0" * 64, None)
