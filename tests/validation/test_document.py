import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Refused
from vsa_core.validation.document import json_of, read_at_most


def test_a_file_is_read_to_one_byte_beyond_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "truth.json"
    path.write_bytes(b"0123456789")
    assert read_at_most(path, 100) == read_at_most(path, 10) == b"0123456789"
    assert read_at_most(path, 4) == b"01234"


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path)
    for odd in (tmp_path, tmp_path / "link.json"):
        with pytest.raises(Refused):
            read_at_most(odd, 10)


def test_json_is_read_with_the_numbers_asked_for() -> None:
    data = b'\xef\xbb\xbf{"a": [1, 2.5]}'
    assert json_of(data) == {"a": [1, 2.5]}
    assert json_of(data, Decimal) == {"a": [1, Decimal("2.5")]}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff{}",
        b'{"a": 1, "a": 1}',
        b'[{"b": {"a": 1, "a": 2}}]',
        b"[NaN]",
        b"[-Infinity]",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" + b"9" * 10_000 + b"]",
    ],
)
def test_what_is_no_plain_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own and ours
        json_of(data)


@given(
    st.recursive(
        st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_every_plain_document_is_read(document: object) -> None:
    assert json_of(json.dumps(document).encode()) == document
