from pathlib import Path

from tests.app.cli.staffed import approved, staffed
from tests.app.cli.terminal import Terminal

ASK = ("destroy", "ask", "--as", "sophie", "--ground", "closure", "--reference", "CLO 3")


def test_a_case_is_destroyed_and_its_certificate_checked(terminal: Terminal) -> None:
    at = staffed(terminal)
    name = approved(at, at(*ASK, "--json"), "marc")
    (erasure,) = at("destroy", "run", name[:16], "--as", "sophie", "--json").of("erasure")
    assert not (at.folder / "case").exists()
    (checked,) = at("destroy", "verify", erasure["certificate"], "--json").of("certificate")
    assert (checked["case"], checked["files"]) == ("2024/17", erasure["files"])
    assert "2024/17" in at("destroy", "verify", erasure["certificate"]).out


def test_an_altered_certificate_is_an_alarm(terminal: Terminal) -> None:
    at = staffed(terminal)
    name = approved(at, at(*ASK, "--json"), "marc")
    told = at("destroy", "run", name, "--as", "sophie", "--json").of("erasure")[0]
    path = Path(told["certificate"])
    path.write_bytes(path.read_bytes().replace(b"CLO 3", b"CLO 4"))
    assert at("destroy", "verify", str(path), "--json").status == 5


def test_without_a_second_person_nothing_goes(terminal: Terminal) -> None:
    at = staffed(terminal)
    name = at(*ASK, "--json").of("request")[0]["name"]
    said = at("destroy", "run", name, "--as", "sophie", "--json")
    assert (said.status, said.code) == (3, "CAS-094")
    assert at("case", "show").status == 0
