import struct
import zlib

import cv2
import numpy as np
import pytest

from vsa_core.errors import Unreadable
from vsa_core.vision import photograph as module
from vsa_core.vision.photograph import photograph

RNG = np.random.default_rng(3)
PICTURE = RNG.integers(0, 255, (48, 64, 3), np.uint8)


def encoded(ending: str, picture: np.ndarray = PICTURE) -> bytes:
    done, data = cv2.imencode(ending, picture)
    assert done
    return bytes(data)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be large."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_png_is_read_as_it_is() -> None:
    frame = photograph(encoded(".png"), "a.png")
    assert frame.size == (64, 48)
    assert np.array_equal(frame.bgr(), PICTURE)
    assert (frame.at.pts, frame.key) == (0, True)


@pytest.mark.parametrize("ending", [".jpg", ".webp"])
def test_jpeg_and_webp_are_read(ending: str) -> None:
    assert photograph(encoded(ending), "a").bgr().shape == (48, 64, 3)


def test_a_grey_picture_has_three_colours_too() -> None:
    frame = photograph(encoded(".png", PICTURE[:, :, 0]), "a.png")
    assert frame.bgr().shape == (48, 64, 3)


def test_it_is_scaled_to_any_size() -> None:
    frame = photograph(encoded(".png"), "a.png")
    assert frame.bgr(32, 24).shape == (24, 32, 3)
    assert frame.bgr(128, 96).shape == (96, 128, 3)
    assert frame.luma(16).shape == (12, 16)
    assert abs(int(frame.bgr(1, 1).mean()) - int(PICTURE.mean())) <= 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"GIF89a" + bytes(40),
        encoded(".bmp"),
        encoded(".tiff"),
        encoded(".png")[:40],
        bomb(1, 1),
        bomb(0, 5),
        bomb(60_000, 10),
        bomb(30_000, 30_000),
    ],
)
def test_what_is_no_sound_photograph_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="VAL-027") as caught:
        photograph(data, "odd")
    assert caught.value.values == {"name": "odd"}


def test_a_large_claim_is_refused_before_anything_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module.cv2, "imdecode", lambda *_: pytest.fail("decoded"))
    with pytest.raises(Unreadable, match="VAL-027"):
        photograph(bomb(20_000, 20_000), "bomb.png")


def test_changed_bytes_give_a_picture_or_a_refusal() -> None:
    for ending in (".png", ".jpg", ".webp"):
        sound = encoded(ending)
        for _ in range(150):
            data = bytearray(sound)
            for place in RNG.integers(0, len(data), 4):
                data[place] = RNG.integers(0, 256)
            try:
                frame = photograph(bytes(data), "odd")
            except Unreadable:
                continue
            assert frame.bgr().shape[:2] == frame.size[::-1]
