import pytest

from tests.app.cli.staffed import staffed
from tests.app.cli.terminal import Terminal

ASK = ("case", "widen", "--as", "sophie", "--decided", "2024-03-05", "--json")


def test_every_term_is_under_the_signature(terminal: Terminal) -> None:
    at = staffed(terminal)
    said = at(
        *ASK,
        *("--decision", "ORD 7", "--expires", "2024-06-15T00:00:00Z"),
        *("--from", "2024-03-05T11:00:00Z", "--to", "2024-03-05T14:00:00Z"),
        *("--erase-by", "2024-07-01T00:00:00Z"),
    )
    (request,) = said.of("request")
    terms = request["terms"]
    assert (terms["decision"], terms["cameras"]) == ("ORD 7", [])
    assert terms["expires_us"] < terms["erase_by_us"]
    assert terms["window_us"][1] - terms["window_us"][0] == 3 * 3600 * 1_000_000


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--decision", "ORD 7"), "LAW-038"),
        (("--decision", "", "--camera", "cour"), "LAW-021"),
    ],
)
def test_what_is_not_to_be_asked_is_refused(
    more: tuple[str, ...], code: str, terminal: Terminal
) -> None:
    said = staffed(terminal)(*ASK, *more)
    assert (said.status, said.code) == (3, code)
