"""RL10. No question crosses two cases, no key opens two, and no basis is administrative."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from tests.desk.scene import HOUR, MOTIVE, START, Office, basis, hits, indexed, office
from tests.redlines.walk import calls, types
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.tickets import InCase
from vsa_core.domain.case import Framework
from vsa_core.errors import Fault
from vsa_core.keys.subkeys import CaseKeys, subkeys
from vsa_core.store.sealed import unseal

JUDICIAL = {"flagrance", "preliminaire", "commission_rogatoire", "art_74", "art_74_1"}
"""CPP art. 230-20: the inquiries, and nothing else."""


def crossing(house: type | None = None) -> list[str]:
    """Calls of a desk that take more than one case."""
    walked = calls(house) if house is not None else calls()
    return sorted(
        name for name, call in walked.items() if sum(map(_cases, types(call).values())) > 1
    )


def _cases(kind: object) -> int:
    """How many cases a value of this type may hold: one, or in a tuple or list any number."""
    if kind is InCase:
        return 1
    return 2 * sum(_cases(inner) for inner in get_args(kind))


def administrative(frameworks: list[str]) -> list[str]:
    """Frameworks that are no judicial inquiry."""
    return sorted(set(frameworks) - JUDICIAL)


def second(at: Office) -> InCase:
    """Another case of the same analyst, over the same camera, without any footage."""
    folder = str(at.home.parent / "second")
    new = NewCase("2024/18", basis(), (), START + 100 * HOUR)
    return at.desks.cases.open(at.who, folder, new, MOTIVE)


def mixed(at: Office, other: InCase) -> list[str]:
    """What a person gets of the first case while they stand in the other."""
    (hit,) = hits(at)
    d, who = at.desks, at.who
    tries: dict[str, Callable[[], object]] = {
        "look": lambda: d.viewing.look(who, other, hit.name, MOTIVE),
        "thumbnails": lambda: _found(
            [one for one in d.playing.thumbnails(who, other, (hit.name,), MOTIVE) if not one.code]
        ),
        "times": lambda: d.footage.picture_times(who, other, at.footage.digest),
        "hits": lambda: _found(hits(Office(d, who, other, at.footage, at.home))),
        "key": lambda: _opened(at, other),
    }
    got = []
    for name, attempt in tries.items():
        try:
            attempt()
        except Fault:
            continue
        got.append(name)
    return got


def _found(found: Sequence[object]) -> None:
    if not found:
        raise Nothing


class Nothing(Fault):
    """An answer without a hit."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("CAS-000")


def _opened(at: Office, other: InCase) -> None:
    """Open a segment of the first case with the key of the other."""
    key = at.desks.indexing._tickets.archive(at.who, other).keys.segment
    sealed = next(Path(at.where.folder, "segments").glob("*.seg"))
    unseal(sealed.read_bytes(), key, "segment")


def test_no_call_takes_two_cases() -> None:
    assert crossing() == []


def test_every_framework_is_judicial() -> None:
    assert administrative([framework.value for framework in Framework]) == []


def test_nothing_of_a_case_is_got_in_another(tmp_path: Path) -> None:
    at = indexed(office(tmp_path))
    assert mixed(at, second(at)) == []


def test_cases_that_share_a_key_and_a_catalogue_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = subkeys(b"k" * 32)

    def same(case_key: bytes) -> CaseKeys:
        return shared

    monkeypatch.setattr(engine, "subkeys", same)
    at = indexed(office(tmp_path))
    other = second(at)
    assert mixed(at, other) == ["key"]
    tickets = at.desks.indexing._tickets
    archive = tickets.archive(at.who, at.where)
    monkeypatch.setattr(type(tickets), "archive", lambda self, who, where: archive)
    assert {"look", "times", "hits", "key"} <= set(mixed(at, other))


class Crossing:
    """A desk that must not be."""

    def same_car(self, here: InCase, there: InCase) -> None: ...

    def everywhere(self, cases: tuple[InCase, ...]) -> None: ...


@dataclass
class House:
    """A house with that desk in it."""

    crossing: Crossing


def test_a_call_that_takes_two_cases_is_seen() -> None:
    assert crossing(House) == ["crossing.everywhere", "crossing.same_car"]


@pytest.mark.parametrize("name", ["administrative", "police_municipale", "renseignement"])
def test_a_framework_that_is_not_judicial_is_seen(name: str) -> None:
    assert administrative([*JUDICIAL, name]) == [name]
