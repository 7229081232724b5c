"""Pictures are upright, of the size asked, and of the right numbers."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests import films
from tests.decode.projection import seated, seen
from tests.films import HEIGHT, WIDTH, number_in, numbered
from vsa_core.decode.frame import Converters, PyavFrame
from vsa_core.domain.moment import Moment
from vsa_core.errors import Unreadable

SIZE = (WIDTH, HEIGHT)


def frame(index: int = 5, pixels: str = "yuv420p", rotation: int = 0) -> PyavFrame:
    size = SIZE if rotation in (0, 180) else SIZE[::-1]
    lying = np.ascontiguousarray(np.rot90(numbered(index, *size), rotation // 90))
    picture = av.VideoFrame.from_ndarray(lying, format="gray").reformat(format=pixels)
    at = Moment(7, Fraction(1, 1000))
    return PyavFrame(picture, at, True, size, rotation, Converters())


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("pixels", ["yuv420p", "yuvj420p", "nv12", "gray", "yuv420p10le", "rgb24"])
def test_luma_is_upright_in_every_format(pixels: str, rotation: int) -> None:
    turned = frame(1234, pixels, rotation)
    width = turned.bgr().shape[1]
    for asked in (width, width // 2, width * 2):
        luma = turned.luma(asked)
        assert luma.dtype == np.uint8
        assert luma.shape[1] == asked
        assert number_in(luma) == 1234


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_bgr_is_upright_and_of_the_size_asked(rotation: int) -> None:
    turned = frame(77, rotation=rotation)
    own = SIZE if rotation in (0, 180) else SIZE[::-1]
    for asked, shape in (((0, 0), own), ((80, 48), (80, 48)), ((320, 0), (320, own[1]))):
        picture = turned.bgr(*asked)
        assert picture.shape == (shape[1], shape[0], 3)
        assert picture.flags.c_contiguous
        assert number_in(np.ascontiguousarray(picture[:, :, 1])) == 77


def test_channels_are_blue_green_red() -> None:
    red = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    red[:, :, 0] = 255
    picture = av.VideoFrame.from_ndarray(red, format="rgb24").reformat(format="yuv420p")
    shown = PyavFrame(picture, Moment(0, Fraction(1)), False, SIZE, 0, Converters()).bgr()
    blue, green, bright = shown.reshape(-1, 3).mean(axis=0)
    assert blue < 10
    assert green < 10
    assert bright > 245


def test_luma_keeps_the_aspect() -> None:
    assert frame().luma(320).shape == (192, 320)
    assert frame().luma(1).shape == (1, 1)


def test_luma_values_are_those_of_the_file() -> None:
    plane = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
    plane[:HEIGHT] = 97
    picture = av.VideoFrame.from_ndarray(plane, format="yuv420p")
    shown = PyavFrame(picture, Moment(0, Fraction(1)), False, SIZE, 0, Converters())
    assert set(np.unique(shown.luma(40)).tolist()) == {97}


def test_two_conversions_give_the_same_bytes() -> None:
    one = frame()
    assert one.bgr(100, 60).tobytes() == frame().bgr(100, 60).tobytes()
    assert one.bgr(100, 60).tobytes() == one.bgr(100, 60).tobytes()


def test_it_knows_its_moment_its_key_and_its_weight() -> None:
    one = frame()
    assert one.at == Moment(7, Fraction(1, 1000))
    assert one.key
    assert one.weight >= WIDTH * HEIGHT * 3 // 2


@pytest.mark.parametrize("field", ["colorspace", "color_range", "color_trc", "color_primaries"])
@pytest.mark.parametrize("claim", [3, 8, 14, 65, 243])
def test_wild_claims_about_colour_do_not_stop_the_conversion(field: str, claim: int) -> None:
    """A mutated MPEG-2 header once claimed colour space 65 and transfer 243."""
    picture = av.VideoFrame.from_ndarray(numbered(9), format="gray").reformat(format="yuv420p")
    setattr(picture, field, claim)
    shown = PyavFrame(picture, Moment(0, Fraction(1)), False, SIZE, 0, Converters()).bgr()
    assert number_in(np.ascontiguousarray(shown[:, :, 1])) == 9


def test_what_nothing_converts_is_unreadable() -> None:
    picture = av.VideoFrame.from_ndarray(numbered(9), format="gray")
    with pytest.raises(Unreadable, match="SRC-022") as caught:
        Converters("cam.mp4").convert(picture, 8, 8, "vaapi")
    assert caught.value.values["name"] == "cam.mp4"


def test_converters_are_few() -> None:
    converters = Converters()
    shown = av.VideoFrame.from_ndarray(numbered(3), format="gray")
    for width in range(10, 200, 10):
        assert converters.convert(shown, width, 20, "bgr24").shape == (20, width, 3)
    assert len(converters._kept) <= 8


def test_a_picture_of_another_size_is_brought_to_its_streams(tmp_path: Path) -> None:
    """A recorder that changes its definition in midstream: places keep their meaning."""
    small = films.write(tmp_path / "small.ts", films.even(20), form="mpegts", gop=10)
    later = [t + 20 * 3600 for t in films.even(20)]
    large = films.write(
        tmp_path / "large.ts", later, form="mpegts", gop=10, size=(320, 192), first=20
    )
    path = tmp_path / "both.ts"
    path.write_bytes(small.path.read_bytes() + large.path.read_bytes())
    with seated(path) as seat:
        frames, _ = seen(seat.source)
        assert {frame.bgr().shape for frame in frames} == {(HEIGHT, WIDTH, 3)}
        assert [number_in(frame.luma(160)) for frame in frames][-5:] == [35, 36, 37, 38, 39]
