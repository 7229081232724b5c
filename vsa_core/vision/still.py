"""One picture as PNG, the lossless still of the arrêté of 3 August 2007, article 3; or smaller."""

import cv2
import numpy as np

from vsa_core.domain.ports import Picture
from vsa_core.errors import Bug


def png(picture: Picture) -> bytes:
    """The PNG bytes of a (height, width, 3) BGR picture; Bug (MOD-020) when it has no pixels."""
    if not picture.size:
        raise Bug("MOD-020")
    _, data = cv2.imencode(".png", picture)
    return bytes(data)


def shrunk(picture: Picture, width: int, height: int) -> Picture:
    """A (height, width, 3) copy of a larger BGR picture, each pixel the mean of those it covers."""
    return np.asarray(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
