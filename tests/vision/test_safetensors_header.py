import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Refused
from vsa_core.vision.safetensors_header import LONGEST, header_of


def tensors(path: Path, header: object, length: int | None = None) -> Path:
    """A tensor file without tensors, whose header is this."""
    text = json.dumps(header).encode()
    path.write_bytes((len(text) if length is None else length).to_bytes(8, "little") + text)
    return path


def test_its_texts_are_read_and_nothing_else(tmp_path: Path) -> None:
    header = {"__metadata__": {"classes": "person", "size": 640}, "a": {"dtype": "F16"}}
    assert header_of(tensors(tmp_path / "a", header)) == {"classes": "person", "size": "640"}
    assert header_of(tensors(tmp_path / "b", {})) == {}


@pytest.mark.parametrize("header", [[], "text", 7, {"__metadata__": ["x"]}, {"__metadata__": None}])
def test_another_shape_is_no_tensor_file(tmp_path: Path, header: object) -> None:
    with pytest.raises(Refused, match="MOD-007"):
        header_of(tensors(tmp_path / "a", header))


@pytest.mark.parametrize("length", [0, 1, 5, 300, LONGEST + 1, 2**63])
def test_a_length_that_lies_is_refused_and_never_read(tmp_path: Path, length: int) -> None:
    with pytest.raises(Refused, match="MOD-007"):
        header_of(tensors(tmp_path / "a", {"__metadata__": {}}, length))


def test_brackets_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep"
    path.write_bytes((200_000).to_bytes(8, "little") + b"[" * 200_000)
    with pytest.raises(Refused, match="MOD-007"):
        header_of(path)


@given(st.binary(max_size=60))
def test_any_bytes_are_texts_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(len(data).to_bytes(8, "little") + data)
    with contextlib.suppress(Refused):
        assert isinstance(header_of(path), dict)
