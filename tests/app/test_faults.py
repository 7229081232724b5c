import json
from pathlib import Path

import pytest
import typer

from app.faults import bug_reported, told, told_as_json
from app.words import Words, read_words
from vsa_core.errors import Bug, Fault, Refused, Tampered

WORDS = read_words("fr")


def test_a_fault_is_told_in_three_sentences_and_its_code() -> None:
    sentence = told(Refused("CAS-012", name="alice"), WORDS)
    parts = WORDS.explain(Refused("CAS-012", name="alice"))
    assert sentence == " ".join(parts) + " [CAS-012]"
    assert "alice" in sentence


def test_a_fault_without_words_still_has_its_code() -> None:
    assert told(Refused("ABC-001"), Words("fr", {})) == "ABC-001 [ABC-001]"


def test_a_fault_is_one_object_for_programs() -> None:
    text = told_as_json(Tampered("CAS-010", file=Path("people"), place=3), WORDS)
    assert "\n" not in text
    fields = json.loads(text)
    assert set(fields) == {"error", "code", "cause", "consequence", "next", "values"}
    assert (fields["error"], fields["code"]) == ("tampered", "CAS-010")
    assert fields["values"] == {"file": "people", "place": "3"}


def test_accents_reach_programs_as_they_are() -> None:
    assert "signée" in told_as_json(Tampered("CAS-010", file="people"), WORDS)


@pytest.mark.parametrize(
    "error",
    [Refused("CAS-012", name="alice"), Bug("USE-001", key="x"), typer.Abort(), typer.Exit(3),
     typer.BadParameter("no")],
)  # fmt: skip
def test_what_has_its_own_meaning_goes_through(error: Exception, tmp_path: Path) -> None:
    with pytest.raises(type(error)) as caught, bug_reported(tmp_path):
        raise error
    assert caught.value is error
    assert list(tmp_path.iterdir()) == []


def fails(home: Path, error: Exception) -> Fault:
    """What an unforeseen error becomes."""
    with pytest.raises(Bug, match="USE-070") as caught, bug_reported(home):
        raise error
    return caught.value


def test_what_nobody_foresaw_becomes_a_bug_with_a_report_each(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = fails(home, ValueError("frame 7 of nothing"))
    second = fails(home, OSError("disk"))
    assert first.values["error"] == "ValueError"
    one, two = (Path(str(bug.values["path"])) for bug in (first, second))
    assert one != two
    assert one.parent == home / "faults"
    assert "ValueError: frame 7 of nothing" in one.read_text("utf-8")
    assert "OSError: disk" in two.read_text("utf-8")
    assert one.parent.stat().st_mode & 0o077 == 0


def test_a_place_that_takes_no_report_does_not_hide_the_fault(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    bug = fails(tmp_path / "home", ValueError("x"))
    assert bug.values == {"path": "–", "error": "ValueError"}
    assert "[USE-070]" in told(bug, WORDS)


def test_without_an_error_nothing_is_written(tmp_path: Path) -> None:
    with bug_reported(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_alphabet_has_is_reported_all_the_same(tmp_path: Path) -> None:
    fails(tmp_path, ValueError("caf\udce9.mp4"))
    (report,) = (tmp_path / "faults").iterdir()
    assert "caf\\udce9.mp4" in report.read_text(encoding="utf-8")
