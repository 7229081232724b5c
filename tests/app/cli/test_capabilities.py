import json

import pytest

from app.cli.capabilities import day_or_instant
from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.scene import HOUR, START
from vsa_core.domain.provenance import canonical, digest
from vsa_core.errors import WrongUsage
from vsa_core.keys.signatures import verify


def test_anybody_is_told_before_anybody_is_enrolled(terminal: Terminal) -> None:
    said = terminal("capabilities", "--json")
    (told,) = said.of("capabilities")
    assert said.status == 0
    assert (told["signed"], told["signature"], told["public_key"]) == (False, "", "")
    assert told["sha256"] == digest(told["document"])
    assert not (terminal.folder / "home").exists()


def test_the_list_of_an_installation_can_be_verified_from_what_is_told(case: Terminal) -> None:
    (told,) = case("capabilities", "--json").of("capabilities")
    signature = bytes.fromhex(told["signature"])
    assert verify(told["public_key"], canonical(told["document"]), signature)
    changed = {**told["document"], "experimental": True}
    assert not verify(told["public_key"], canonical(changed), signature)


def test_everything_is_told_in_words(case: Terminal) -> None:
    said = case("capabilities").out
    flat = " ".join(said.split())
    assert WORDS.say("kinds.kind.line_crossing").split()[0] in flat
    for line in ("RL1", "RL12", "test_rl04_canary.py", "vigie", "numpy 2."):
        assert line in flat
    assert WORDS.say("capabilities.module.face").split()[0] in flat
    for word in ("cli.capabilities.models", "cli.capabilities.cannot", "cli.capabilities.modules"):
        assert all(title.strip() in flat for title in WORDS.say(word).split("|"))


def test_what_could_be_done_on_a_day_comes_from_the_journal(case: Terminal) -> None:
    said = case("capabilities", "--on", "2024-03-05", "--json")
    (told,) = said.of("in_force")
    assert said.status == 0
    assert told["sha256"] == digest(told["document"])
    assert (told["changes"], told["record"]) == ([], 1)
    assert START < told["since_us"] < START + 2 * HOUR
    text = case("capabilities", "--on", "2024-03-05").out
    assert told["sha256"] in text.replace("\n", "")


def test_the_journal_is_read_by_somebody(case: Terminal) -> None:
    case.set("USER", "")
    said = case("capabilities", "--on", "2024-03-05", "--json")
    assert (said.status, said.code) == (2, "CAS-124")


@pytest.mark.parametrize(("day", "code"), [("2001-01-01", "CAS-121"), ("2199-01-01", "CAS-122")])
def test_a_day_of_which_nothing_is_known_is_said(day: str, code: str, case: Terminal) -> None:
    said = case("capabilities", "--on", day, "--json")
    assert (said.status, said.code) == (2, code)


def test_a_day_lasts_until_the_next_and_an_instant_no_longer() -> None:
    day = day_or_instant("2024-03-05")
    assert 23 * HOUR <= day.end - day.start <= 25 * HOUR
    instant = day_or_instant("2024-03-05T12:00:00+00:00")
    assert (instant.start, instant.end) == (START, START + 1)


@pytest.mark.parametrize("text", ["yesterday", "2024-13-05", "2024-03-5x", "9999-12-31", ""])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(WrongUsage, match="USE-011"):
        day_or_instant(text)


def test_a_model_added_and_removed_is_told(case: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.cli import capabilities as command
    from vsa_core.desk.capabilities import Change, InForce

    change = Change(START, False, "yolo", "ab" * 32)
    one = InForce(START, 7, "cd" * 32, None, (Change(START, True, "yolo", "ab" * 32), change))
    told: list[str] = []

    class Said:
        words = WORDS

        def say(self, key: str, **values: object) -> None:
            told.append(WORDS.say(f"cli.{key}", **values))

        def give(self, kind: str, fields: object) -> None:
            told.append(json.dumps(fields))

    command._tell_then(Said(), one)  # type: ignore[arg-type]  # speaks into a list
    assert json.loads(told[0])["document"] is None
    assert WORDS.say("cli.capabilities.not_held") in told
    assert sum("yolo" in line for line in told[2:]) == 2
