from tests.app.cli.staffed import staffed
from tests.app.cli.terminal import Terminal


def test_an_order_is_entered_listed_and_carried_out(terminal: Terminal) -> None:
    at = staffed(terminal)
    said = at("orders", "enter", "rectify", "--as", "marc", "--text", "corriger", "--json")
    (order,) = said.of("order")
    assert (order["kind"], order["entered_by"], order["done_us"]) == ("rectify", "marc", None)
    (done,) = at("orders", "done", order["name"], "--what", "corrigé", "--json").of("order")
    assert (done["done_by"], done["what"]) == ("alice", "corrigé")
    assert at("orders", "list", "--json").of("order") == [done]
    out = at("orders", "list").out
    assert "marc" in out


def test_a_supervisor_names_the_reference(terminal: Terminal) -> None:
    at = staffed(terminal)
    enter = ("orders", "enter", "erase", "--origin", "person", "--as", "sophie", "--json")
    assert at(*enter).code == "LAW-051"
    (order,) = at(*enter, "--reference", "REQ 4").of("order")
    assert (order["origin"], order["reference"]) == ("person", "REQ 4")
