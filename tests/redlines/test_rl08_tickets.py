"""RL8. Nothing fines, alerts or rates anybody, and no picture leaves without a named person."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write
from tests.desk.records import quiet
from tests.desk.scene import MOTIVE, Office, hits, indexed, office
from tests.desk.test_register import WITHOUT_DATA
from tests.redlines.scan import words
from tests.redlines.test_vocabulary import careless
from tests.redlines.walk import calls, types
from vsa_core.desk.scope import Wish
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.event import Event
from vsa_core.errors import Refused
from vsa_core.events.registry import KINDS

JUDGING = frozenset(
    "offence infraction violation fine ticket penalty alert alarm suspect suspicious threat risk"
    " danger guilty wanted blacklist watchlist".split()
)
"""What a rule over observations must never claim to have found."""


def unattended(house: type | None = None) -> list[str]:
    """Calls that reach into a case without a signed-in person."""
    walked = calls(house) if house is not None else calls()
    return sorted(
        name
        for name, call in walked.items()
        if name not in WITHOUT_DATA
        and InCase in types(call).values()
        and SignedIn not in types(call).values()
    )


def judging(names: list[str]) -> list[str]:
    """Names of rules, of their words and of what an event holds that say more than was seen."""
    return sorted({word for name in names for word in words(name)} & JUDGING)


def rules() -> list[str]:
    """Every name that a finding may carry."""
    said = [name for kind in KINDS for name in (kind.KIND, *kind.DIRECTIONS)]
    said += [parameter.name for kind in KINDS for parameter in kind.PARAMETERS]
    return [*said, *Event.__dataclass_fields__]


def leaves(at: Office, who: SignedIn, folder: Path) -> bool:
    """Whether a clip leaves under that ticket."""
    (hit,) = hits(at)
    wish = Wish((hit.name,), "", None, 1_000_000, str(folder), "", "fr")
    try:
        at.desks.exports.export(who, at.where, wish, MOTIVE, quiet, lambda: False)
    except Refused:
        return False
    return folder.exists()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A case that was looked at."""
    return indexed(office(tmp_path_factory.mktemp("office")))


def test_a_clip_leaves_by_a_named_person_alone(case: Office, tmp_path: Path) -> None:
    nobody = replace(case.who, ticket=10**6)
    another = replace(case.who, person=replace(case.who.person, name="machine"))
    assert not leaves(case, nobody, tmp_path / "a")
    assert not leaves(case, another, tmp_path / "b")
    assert leaves(case, case.who, tmp_path / "c")


def test_a_desk_that_asks_no_ticket_is_seen(
    case: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tickets = case.desks.exports._tickets
    archive, keys = tickets.archive(case.who, case.where), tickets.keys(case.who)
    monkeypatch.setattr(type(tickets), "archive", lambda self, who, where: archive)
    monkeypatch.setattr(type(tickets), "keys", lambda self, who: keys)
    assert leaves(case, replace(case.who, ticket=10**6), tmp_path / "a")


def test_no_call_reaches_into_a_case_unattended() -> None:
    assert unattended() == []


class Robot:
    """A desk that must not be."""

    def fine(self, where: InCase, plate: str) -> None: ...


@dataclass
class House:
    """A house with that desk in it."""

    robot: Robot


def test_an_unattended_call_is_seen() -> None:
    assert unattended(House) == ["robot.fine"]


def test_no_rule_finds_an_offence() -> None:
    assert judging(rules()) == []


@pytest.mark.parametrize("name", ["red_light_violation", "suspicious", "alertLevel", "riskScore"])
def test_a_rule_that_judges_is_seen(name: str) -> None:
    assert len(judging([*rules(), name])) >= 1


def test_no_sentence_fines_or_alerts() -> None:
    assert careless(ROOT) == []


def test_a_sentence_that_fines_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "resources/i18n/fr/cli.toml", 'a = "Contravention dressée : verbaliser."\n')
    assert len(careless(tmp_path)) == 1
