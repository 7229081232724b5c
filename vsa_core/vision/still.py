"""One picture as PNG: the lossless still of the arrêté of 3 August 2007, article 3."""

import cv2

from vsa_core.domain.ports import Picture
from vsa_core.errors import Bug


def png(picture: Picture) -> bytes:
    """The PNG bytes of a (height, width, 3) BGR picture; Bug (MOD-020) when it has no pixels."""
    if not picture.size:
        raise Bug("MOD-020")
    _, data = cv2.imencode(".png", picture)
    return bytes(data)
