"""Messages come back as they were written, and whatever else comes is one fault."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Span
from vsa_core.pipeline.envelope import (
    FAR,
    MOST,
    Fields,
    Frames,
    Malformed,
    Message,
    framed,
    written,
)

WIDE = np.dtype(np.int64)
DEEP = b"[" * 100_000


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=50), st.text(max_size=50))
def test_a_message_comes_back_as_it_was_written(numbers: list[int], word: str) -> None:
    column = np.array(numbers, np.int64)
    message = Message(written({"word": word, "rows": [len(column)]}, [column]))
    assert message.header.text("word") == word
    assert message.column(WIDE).tolist() == numbers
    message.end()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        b"\xff\xff\xff\xff{}",
        b"\0\0\0\x02[]",
        b"\0\0\0\x02{x",
        len(DEEP).to_bytes(4, "big") + DEEP,
        b"\0\0\x20\0" + b"9" * 0x2000,
    ],
)
def test_what_is_no_message_is_malformed(data: bytes) -> None:
    with pytest.raises(Malformed, match="SYS-014"):
        Message(data)


@pytest.mark.parametrize("rows", [[3], [-1], [True], ["2"], [2**40], [], None, 2])
def test_a_column_has_the_rows_that_are_there(rows: object) -> None:
    head = json.dumps({"rows": rows}).encode()
    message = Message(len(head).to_bytes(4, "big") + head + bytes(16))
    with pytest.raises(Malformed, match="rows"):
        message.column(WIDE)


def test_bytes_that_nobody_asked_for_are_malformed() -> None:
    message = Message(written({}) + b"x")
    with pytest.raises(Malformed, match="length"):
        message.end()


ASKED = [
    (lambda f: f.whole("x"), [None, True, 1.5, "1", FAR + 1, []]),
    (lambda f: f.whole("x", 0, 9), [-1, 10]),
    (lambda f: f.text("x", 3), [None, 1, "four"]),
    (lambda f: f.flag("x"), [None, 0, "true"]),
    (lambda f: f.one_of("x", Level), [None, 1, "LOOKED", [], {}]),
    (lambda f: f.span("x"), [None, [1], [2, 2], [3, 2], [1, 2, 3], ["1", 2], [0, 2**63]]),
    (lambda f: f.fraction("x"), [None, [0, 1], [1, 0], [-1, -1], [1]]),
    (lambda f: f.list("x", 1), [None, {}, "a", [1, 2]]),
    (lambda f: f.inner("x"), [None, [], "a"]),
]


@pytest.mark.parametrize(("ask", "value"), [(a, v) for a, values in ASKED for v in values])
def test_a_field_of_another_kind_is_malformed(ask, value: object) -> None:
    with pytest.raises(Malformed, match="x"):
        ask(Fields({"x": value}) if value is not None else Fields({"y": "x"}))


def test_a_field_of_the_kind_that_is_asked_is_given() -> None:
    fields = Fields({"n": 3, "t": "a", "f": False, "l": "scan", "s": [1, 2], "none": None})
    assert (fields.whole("n", 3, 3), fields.text("t"), fields.flag("f")) == (3, "a", False)
    assert (fields.one_of("l", Level), fields.span("s")) == (Level.SCAN, Span(1, 2))
    assert fields.holds("n")
    assert not fields.holds("none")
    assert not fields.holds("absent")


@given(st.lists(st.binary(max_size=40), max_size=8), st.integers(1, 7))
def test_frames_come_out_of_a_pipe_whole_however_it_is_read(
    messages: list[bytes], step: int
) -> None:
    stream = b"".join(map(framed, messages))
    frames = Frames()
    found = [m for at in range(0, len(stream), step) for m in frames.take(stream[at : at + step])]
    assert found == messages


def test_a_frame_that_is_too_long_is_not_waited_for() -> None:
    with pytest.raises(Malformed, match="length"):
        Frames(most=10).take(framed(bytes(11)))
    with pytest.raises(Malformed, match="length"):
        Frames().take((MOST + 1).to_bytes(4, "big"))
