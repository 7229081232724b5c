from pathlib import Path

import pytest

from app.cli.options import WORDS
from tests.app.cli.terminal import Said, Terminal
from tests.app.cli.test_cases import opened
from tests.desk.scene import film

WHERE = ("--camera", "rue", "--exhibit", "S1")
NOON = "2024-03-05T12:00:00Z"


@pytest.fixture
def bare(terminal: Terminal) -> Terminal:
    """A case without a file."""
    opened(terminal)
    return terminal


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two films of three seconds, each named by the time at which it begins."""
    folder = tmp_path_factory.mktemp("films")
    first = film(folder / "rue_20240305_130000.mp4", 3, seed=1)
    second = film(folder / "rue_20240305_140000.mp4", 3, seed=2)
    return str(first), str(second)


def admitted(at: Terminal, *words: str) -> Said:
    """Admit files as programs do."""
    return at("admit", *words, *WHERE, "--json")


def starts(said: Said) -> list[str | None]:
    """The corrected times at which files begin."""
    return [footage["start"] for footage in said.of("footage")]


def test_what_was_found_in_a_file_is_told(bare: Terminal, films: tuple[str, str]) -> None:
    said = admitted(bare, films[0], "--start", NOON)
    (footage,) = said.of("footage")
    assert said.status == 0
    assert len(footage["digest"]) == 64
    assert (footage["state"], footage["reason"]) == ("readable", "SRC-000")
    assert (footage["codec"], footage["width"], footage["height"]) == ("h264", 320, 180)
    assert (footage["pictures"], footage["seconds"]) == (30, "3.000000")
    assert (footage["camera"], footage["exhibit"]) == ("rue", "S1")
    assert footage["start"] == "2024-03-05T12:00:00.000000Z"
    assert footage["looked"] == {}


def test_files_with_one_start_follow_each_other(bare: Terminal, films: tuple[str, str]) -> None:
    said = admitted(bare, *films, "--start", NOON, "--offset", "-83s")
    assert starts(said) == ["2024-03-05T11:58:37.000000Z", "2024-03-05T11:58:40.000000Z"]


def test_files_may_carry_their_time_in_their_name(
    bare: Terminal, films: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = admitted(bare, *films, "--start-from-name", "rue_%Y%m%d_%H%M%S")
    one, two = starts(said)
    assert one is not None
    assert two is not None
    assert one[:10] == two[:10] == "2024-03-05"
    assert int(two[11:13]) - int(one[11:13]) == 1  # whatever the machine's time zone is


def test_a_name_without_the_time_admits_nothing(bare: Terminal, films: tuple[str, str]) -> None:
    said = admitted(bare, films[0], "--start-from-name", "cour_%Y%m%d_%H%M%S")
    assert (said.status, said.code) == (2, "USE-012")
    assert bare("footage", "--json").objects == []


def test_a_file_may_be_without_a_time(bare: Terminal, films: tuple[str, str]) -> None:
    assert starts(admitted(bare, films[0], "--no-clock")) == [None]


@pytest.mark.parametrize(
    "words", [(), ("--start", NOON, "--no-clock"), ("--no-clock", "--start-from-name", "%Y")]
)
def test_the_time_is_said_once(
    words: tuple[str, ...], bare: Terminal, films: tuple[str, str]
) -> None:
    said = admitted(bare, films[0], *words)
    assert (said.status, said.code) == (2, "USE-020")


@pytest.mark.parametrize("wrong", [("--uncertainty", "-2s"), ("--offset", "a while")])
def test_a_duration_that_is_none_is_said(
    wrong: tuple[str, str], bare: Terminal, films: tuple[str, str]
) -> None:
    said = admitted(bare, films[0], "--start", NOON, *wrong)
    assert (said.status, said.code) == (2, "USE-013")


def test_a_refused_file_does_not_keep_the_others_out(
    bare: Terminal, films: tuple[str, str], tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone.mp4")
    said = admitted(bare, gone, films[0], films[0], "--no-clock")
    assert said.status == 4
    assert [line.get("code") or line["name"] for line in said.objects] == [
        "SRC-005",
        "rue_20240305_130000.mp4",
        "CAS-040",
    ]


def test_a_time_that_hung_on_an_unread_file_is_never_guessed(
    bare: Terminal, films: tuple[str, str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no film" * 100)
    for unread in (broken, tmp_path / "gone.mp4"):
        said = admitted(bare, str(unread), films[1], "--start", NOON)
        assert (said.status, said.code) == (2, "USE-029")
    held = bare("footage", "--json").of("footage")
    assert [footage["name"] for footage in held] == ["broken.mp4"]


def test_an_unreadable_file_is_told_with_its_reason_in_words(
    bare: Terminal, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no film" * 100)
    said = bare("admit", str(broken), *WHERE, "--no-clock")
    assert said.status == 0
    assert WORDS.say("cli.states.unreadable") in said.out
    (footage,) = bare("footage", "--json").of("footage")
    assert f"[{footage['reason']}]" in said.out
    assert footage["width"] is None


def test_a_spoofed_name_is_shown_as_it_is(bare: Terminal, tmp_path: Path) -> None:
    path = film(tmp_path / "rue\u202e4pm.mp4", 3, seed=3)
    said = bare("admit", str(path), *WHERE, "--no-clock")
    assert "\u202e" not in said.out
    assert "⟨U+202E⟩" in said.out


def test_a_clock_is_changed_by_name_or_digest(bare: Terminal, films: tuple[str, str]) -> None:
    (one, _) = admitted(bare, *films, "--no-clock").of("footage")
    for name in (one["name"], one["digest"][:12]):
        said = bare("clock", name, "--start", NOON, "--offset", "60s", "--json")
        assert said.of("footage")[0]["start"] == "2024-03-05T12:01:00.000000Z"
    for name, count in (("unknown.mp4", 0), ("", 2)):
        said = bare("clock", name, "--start", NOON, "--json")
        assert (said.status, said.code) == (2, "USE-026")
        assert said.objects[0]["values"]["count"] == str(count)


def test_indexing_tells_what_was_done(bare: Terminal, films: tuple[str, str]) -> None:
    admitted(bare, *films, "--start", NOON)
    (first,) = bare("index", "--level", "full", "--json").of("indexed")
    assert (first["files"], first["slices"], first["frames"]) == (2, 2, 60)
    assert (first["level"], first["detector"], first["tracker"]) == ("full", "motion", "twostage")
    assert first["failures"] == []
    (again,) = bare("index", "--level", "full", "--json").of("indexed")
    assert (again["slices"], again["run"]) == (0, first["run"])
    held = bare("footage", "--json").of("footage")
    assert [footage["looked"] for footage in held] == [{"looked": "3.000000"}] * 2


def test_indexing_says_that_motion_alone_looked_and_what_failed(
    bare: Terminal, tmp_path: Path
) -> None:
    path = film(tmp_path / "b.mp4", 3)
    admitted(bare, str(path), "--start", NOON)
    path.unlink()
    said = bare("index")
    assert said.status == 4
    assert WORDS.say("cli.index.motion_only") in said.out
    assert WORDS.say("cli.index.failure", name="b.mp4", code="SRC-005") in said.out


def test_what_became_of_each_file_is_told_in_words(case: Terminal) -> None:
    said = case("footage")
    assert "rue.mp4" in said.out
    assert f"{WORDS.say('cli.looked.looked')} 12.000000 s" in said.out


def test_a_rack_whose_papers_are_not_there_is_told_in_words(case: Terminal) -> None:
    said = case("index", "--level", "full", "--cluster", str(case.folder / "nowhere"))
    assert said.status == 4
    assert "[KEY-005]" in said.err


def test_a_camera_outside_the_basis_is_refused(case: Terminal) -> None:
    assert case("index", "--camera", "cour", "--json").code == "LAW-007"
