import dataclasses

import pytest

from vsa_core.domain.receipt import Receipt


def test_a_receipt_cannot_be_altered() -> None:
    receipt = Receipt(1, "e", "q")
    with pytest.raises(dataclasses.FrozenInstanceError):
        receipt.question = "other"  # type: ignore[misc]  # the very thing under test
