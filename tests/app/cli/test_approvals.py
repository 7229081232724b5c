from tests.app.cli.staffed import approved, staffed
from tests.app.cli.terminal import Terminal

WIDEN = ("case", "widen", "--as", "sophie", "--decision", "ORD 7", "--decided", "2024-03-05")


def test_a_basis_is_widened_by_two_people(terminal: Terminal) -> None:
    at = staffed(terminal)
    name = approved(at, at(*WIDEN, "--camera", "cour", "--json"), "dan")
    (listed,) = at("approvals", "list", "--as", "marc", "--json").of("request")
    assert [one["name"] for one in listed["signatures"]] == ["sophie", "dan"]
    assert at("approvals", "carry-out", name, "--as", "sophie").status == 0
    assert at("case", "show", "--json").of("case")[0]["basis"]["cameras"] == ["rue", "cour"]
    assert at("approvals", "list", "--as", "marc", "--json").of("request") == []
    (done,) = at("approvals", "list", "--all", "--as", "marc", "--json").of("request")
    assert done["done"]


def test_one_person_is_not_two(terminal: Terminal) -> None:
    at = staffed(terminal)
    name = at(*WIDEN, "--camera", "cour", "--json").of("request")[0]["name"]
    said = at("approvals", "approve", name, "--as", "sophie", "--json")
    assert (said.status, said.code) == (3, "LAW-040")
    said = at("approvals", "carry-out", name, "--as", "sophie", "--json")
    assert (said.status, said.code) == (3, "CAS-094")


def test_a_role_is_changed_by_two_people(terminal: Terminal) -> None:
    at = staffed(terminal)
    said = at("people", "role", "alice", "supervisor", "--as", "adele", "--json")
    name = approved(at, said, "dan")
    assert at("approvals", "carry-out", name, "--as", "adele").status == 0
    people = {one["name"]: one["role"] for one in at("people", "list", "--json").of("person")}
    assert people["alice"] == "supervisor"


def test_open_requests_are_a_table_in_words(terminal: Terminal) -> None:
    at = staffed(terminal)
    at(*WIDEN, "--camera", "cour")
    out = at("approvals", "list", "--as", "dan").out
    assert "sophie" in out
    assert "widen_basis" not in out
