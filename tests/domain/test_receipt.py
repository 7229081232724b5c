import dataclasses

import pytest

from vsa_core.domain.receipt import Receipt


def test_a_receipt_cannot_be_altered() -> None:
    receipt = Receipt(1, "e", "q")
    with pytest.raises(dataclasses.FrozenInstanceError):
        receipt.question = "other"  # type: ignore[misc]  # the very thing under test


def test_a_number_is_the_sequence_in_the_first_shard_and_grows_with_the_shards() -> None:
    shards = ("", "2026H2", "2026H2-2", "2027H1", "2027H2")
    numbers = [Receipt(n, "e", "q", shard).number for shard in shards for n in (0, 41, 10**8)]
    assert numbers[:3] == [0, 41, 10**8]
    assert sorted(set(numbers)) == numbers
    assert numbers[-1] < 2**53
    assert Receipt(41, "e", "q", "2027H1").number == 202_710_000_000_041
