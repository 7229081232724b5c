import numpy as np
import pytest

from tests.decode.conftest import Projector
from tests.decode.projection import seated
from vsa_core.decode.frame import PyavFrame
from vsa_core.decode.kept import OWN, Scaled, Size, kept


@pytest.fixture
def frame(film: Projector) -> PyavFrame:
    with seated(film("constant").path) as seat:
        found = seat.source.at(0)
        assert isinstance(found, PyavFrame)
        return found


def test_what_is_kept_in_the_size_of_the_screen_is_what_the_frame_gives(frame: PyavFrame) -> None:
    small = kept(frame, Size(80, 45, 40))
    assert isinstance(small, Scaled)
    assert np.array_equal(small.bgr(80, 45), frame.bgr(80, 45))
    assert np.array_equal(small.luma(40), frame.luma(40))
    assert (small.at, small.key) == (frame.at, frame.key)
    assert small.weight == 80 * 45 * 3 + small.luma(40).size


def test_it_cannot_be_changed_and_is_had_in_no_other_size(frame: PyavFrame) -> None:
    small = kept(frame, Size(80, 45, 40))
    with pytest.raises(ValueError, match="read-only"):
        small.bgr(80, 45)[0, 0] = 0
    for other in (lambda: small.bgr(81, 45), small.bgr, lambda: small.luma(41)):
        with pytest.raises(ValueError, match="kept as"):
            other()


def test_in_its_own_size_a_frame_is_kept_as_it_was_decoded(frame: PyavFrame) -> None:
    assert kept(frame, OWN) is frame
