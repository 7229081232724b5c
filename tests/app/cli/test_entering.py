from pathlib import Path

import pytest
import typer

from app.cli.entering import Door, door, entered, passphrase, signed_in
from app.words import read_words
from tests.app.cli.terminal import Terminal
from tests.desk.records import last, records
from tests.desk.scene import CHEAP, SECRET, FixedClock, Office, settings
from vsa_core import engine
from vsa_core.domain.case import Act
from vsa_core.errors import Refused, Unreadable


@pytest.fixture
def context(left: Office, monkeypatch: pytest.MonkeyPatch) -> typer.Context:
    """The context of a command on the shared machine."""
    monkeypatch.setenv("RELECTURE_PASSPHRASE", SECRET)
    desks = engine.desks(settings(left.home), CHEAP, FixedClock())

    def unused(anything: object) -> object:
        raise AssertionError(anything)

    command = typer.main.get_command(typer.Typer(callback=lambda: None, no_args_is_help=False))
    made = Door(read_words("fr"), lambda: desks, *[unused] * 7)  # type: ignore[arg-type]
    return typer.Context(command, obj=made)


def test_the_passphrase_of_a_script_comes_from_its_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: f"typed after {prompt}")
    monkeypatch.setenv("RELECTURE_PASSPHRASE", "from the environment")
    assert passphrase("> ") == "from the environment"
    for empty in ("", None):
        if empty is None:
            monkeypatch.delenv("RELECTURE_PASSPHRASE")
        else:
            monkeypatch.setenv("RELECTURE_PASSPHRASE", empty)
        assert passphrase("> ") == "typed after > "


def test_a_passphrase_is_asked_for_without_being_shown(
    case: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RELECTURE_PASSPHRASE")
    monkeypatch.setattr("getpass.getpass", lambda prompt: SECRET)
    said = case("case", "show")
    assert said.status == 0
    assert SECRET not in said.out + said.err


def test_who_signed_in_is_signed_out_at_the_end(context: typer.Context, left: Office) -> None:
    with signed_in(context, "alice") as (_, who):
        assert last(left.home)["act"] == Act.SESSION_OPEN
    assert last(left.home)["act"] == Act.SESSION_CLOSE
    with pytest.raises(Refused, match="CAS-001"):
        door(context).desks().people.sign_out(who)


def test_who_signed_in_is_signed_out_when_the_command_fails(
    context: typer.Context, left: Office
) -> None:
    with pytest.raises(ValueError, match="halfway"), signed_in(context, "alice"):
        raise ValueError("halfway")
    assert last(left.home)["act"] == Act.SESSION_CLOSE


def test_a_case_is_entered_and_left(context: typer.Context, left: Office) -> None:
    folder = Path(left.where.folder)
    for _ in range(2):  # what was entered was let go of
        with entered(context, "alice", folder) as at:
            assert at.where.case.number == "2024/17"
            assert at.desks is door(context).desks()
    acts = [record["act"] for record in records(left.home)[-3:]]
    assert acts == [Act.SESSION_OPEN, Act.CASE_READ, Act.SESSION_CLOSE]


def test_who_may_not_enter_is_signed_out_too(
    context: typer.Context, left: Office, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match="CAS-023"), entered(context, "alice", tmp_path):
        raise AssertionError
    assert last(left.home)["act"] == Act.SESSION_CLOSE


def test_the_door_hands_out_a_teller(context: typer.Context) -> None:
    assert door(context).teller(as_json=True).as_json
    assert door(context).teller(as_json=False).words is door(context).words
