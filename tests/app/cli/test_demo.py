import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import sample
from app.cli.options import WORDS
from tests.app.cli.labelled import small_archive
from tests.app.cli.terminal import Said, Terminal


@dataclass(frozen=True, slots=True)
class Demo:
    """A demonstration that was run: where, what it told, and the passphrase that it made up."""

    out: Path
    said: Said
    passphrase: str


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demonstration on a sample archive that costs a second."""
    folder = tmp_path_factory.mktemp("demo")
    made_up = "f" * 32
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "render", small_archive)
        patch.setattr(sample.secrets, "token_hex", lambda size: made_up)
        said = Terminal(folder, patch)("demo", "--out", str(folder / "demo"))
    return Demo(folder / "demo", said, made_up)


def test_the_whole_road_is_walked_and_told(ran: Demo) -> None:
    assert ran.said.status == 0
    question = WORDS.say(
        "cli.demo.question",
        name=WORDS.say("cli.demo.franchissement"), found=2, true=3, missed=1, false=0,
    )  # fmt: skip
    assert question in ran.said.out
    assert WORDS.say("cli.demo.motion") in ran.said.out
    assert {path.name for path in ran.out.iterdir()} == {
        "archive", "installation", "affaire", "export", "screens",
    }  # fmt: skip


def test_without_a_screen_the_window_is_drawn_and_told_where(ran: Demo) -> None:
    drawn = sorted(path.name for path in (ran.out / "screens").iterdir())
    assert drawn == ["1-footage.png", "2-question.png", "3-results.png"]
    assert str(ran.out / "screens") in ran.said.out


def test_what_the_demo_wrote_can_be_checked_again(ran: Demo, terminal: Terminal) -> None:
    assert terminal("export", "verify", str(ran.out / "export")).status == 0
    terminal.set("HOME", str(ran.out / "installation"))
    (head,) = re.findall(r"\d+ : [0-9a-f]{64}", ran.said.out)
    assert terminal("audit", "verify", "--root", head).status == 0


def test_the_demo_leaves_the_installation_alone(ran: Demo) -> None:
    assert [path.name for path in ran.out.parent.iterdir()] == ["demo"]


def test_the_demos_passphrase_is_nowhere(ran: Demo) -> None:
    assert ran.passphrase not in ran.said.out + ran.said.err
    written = [path for path in ran.out.rglob("*") if path.is_file()]
    assert len(written) > 10
    assert not any(ran.passphrase.encode() in path.read_bytes() for path in written)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_demo_never_writes_among_other_things(
    kind: str, terminal: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "mine"
    if kind == "file":
        out.write_text("mine")
    else:
        out.mkdir()
        (out / "notes.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    said = terminal("demo", "--out", str(out))
    assert said.status == 3
    assert "[USE-027]" in said.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.campaign
def test_the_rendered_sample_is_searched_well(terminal: Terminal) -> None:
    said = terminal("demo", "--out", str(terminal.folder / "demo"))
    assert said.status == 0
    assert "Traceback" not in said.err
