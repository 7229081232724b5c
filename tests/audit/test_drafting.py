"""No record is drafted that our own reader would refuse."""

from dataclasses import replace

import pytest

from tests.audit.world import pen, query, result
from vsa_core.audit.chain import Chain
from vsa_core.audit.drafting import draft
from vsa_core.errors import Bug


def test_a_draft_follows_the_chain_from_its_seat() -> None:
    chain = Chain(time=2**51)
    record = draft(query(1), chain, pen(), 3)
    assert (record["seq"], record["prev"], record["seat"]) == (0, "", 3)
    assert (record["us"], record["app"]) == (2**51, "0.1.0")
    assert draft(replace(query(1), app="2"), chain, pen(), 3)["app"] == "2"


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("AUD-012", replace(query(), sealed="not base64")),
        ("AUD-013", replace(query(), motive=" ")),
        ("AUD-014", result(0, 5)),
    ],
)
def test_what_a_reader_would_refuse_is_a_mistake_of_ours(code: str, entry: object) -> None:
    with pytest.raises(Bug, match=code):
        draft(entry, Chain(), pen(), 0)  # type: ignore[arg-type]  # a table of entries
