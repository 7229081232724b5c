"""The separate keys of one case."""

from vsa_core.keys.subkeys import CaseKeys, commitment, subkeys

KEY = bytes(range(32))


def _all(keys: CaseKeys) -> list[bytes]:
    return [keys.segment, keys.catalogue, keys.log, keys.thumbnail]


def test_the_keys_of_a_case_differ_from_each_other_and_from_another_case() -> None:
    held = [KEY, *_all(subkeys(KEY)), *_all(subkeys(bytes(32)))]
    assert len(set(held)) == 9
    assert {len(key) for key in held} == {32}


def test_the_derivation_never_changes() -> None:
    """A vector of ours: another value would make every case written so far unreadable."""
    assert subkeys(KEY).segment.hex().startswith("295c589e4d0b9aaa")
    assert commitment(KEY).startswith("86af5b81989349f9")


def test_a_key_is_not_printed() -> None:
    assert repr(subkeys(KEY)) == "CaseKeys()"


def test_the_commitment_binds_to_one_key() -> None:
    assert commitment(KEY) != commitment(bytes(32))
