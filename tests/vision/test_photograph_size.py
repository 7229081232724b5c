import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.vision.photograph_size import photograph_size


def encoded(ending: str, width: int, height: int, *options: int) -> bytes:
    rng = np.random.default_rng(1)
    picture = rng.integers(0, 255, (height, width, 3), np.uint8)
    done, data = cv2.imencode(ending, picture, options)
    assert done
    return bytes(data)


@pytest.mark.parametrize(
    ("ending", "options"),
    [
        (".png", ()),
        (".jpg", ()),
        (".jpg", (cv2.IMWRITE_JPEG_PROGRESSIVE, 1)),
        (".webp", (cv2.IMWRITE_WEBP_QUALITY, 80)),
        (".webp", (cv2.IMWRITE_WEBP_QUALITY, 101)),  # without loss
    ],
)
@pytest.mark.parametrize("size", [(1, 1), (37, 300), (640, 17)])
def test_it_is_the_size_that_the_decoder_finds(
    ending: str, options: tuple[int, ...], size: tuple[int, int]
) -> None:
    assert photograph_size(encoded(ending, *size, *options)) == size


def test_an_extended_webp_tells_its_canvas() -> None:
    data = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x7f\x02\x00\xdf\x01\x00"
    assert photograph_size(data) == (640, 480)


def test_what_stands_before_a_jpegs_frame_is_passed_over() -> None:
    data = encoded(".jpg", 40, 30)
    fill = b"\xff\xff\xff\xe1\x00\x08\xff\xc0hide"
    assert photograph_size(data[:2] + fill + data[2:]) == (40, 30)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a\x01\x00\x01\x00",
        b"BM" + bytes(60),
        b"\x89PNG\r\n\x1a\n" + bytes(30),
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8" + b"\xff" * 100_000,
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000,
        b"RIFF\x00\x00\x00\x00WAVEfmt " + bytes(40),
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    ],
)
def test_what_is_no_photograph_has_no_size(data: bytes) -> None:
    assert photograph_size(data) is None


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF"]), st.binary(max_size=80))
def test_no_bytes_make_it_stumble(begins: bytes, data: bytes) -> None:
    size = photograph_size(begins + data)
    assert size is None or all(side >= 0 for side in size)
