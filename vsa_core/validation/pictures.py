"""The masked picture of an instant of a labelled film, for whoever judges a mistake."""

import numpy as np

from vsa_core.desk.desks import Desks
from vsa_core.desk.playing import Reel, Shot
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.desk.viewing import Look
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation.private_case import MOTIVE

WIDEST = 640
"""Pixels of width of a picture in a report."""

NOT_LOOKED = "CAS-050"


def picture_at(
    desks: Desks, who: SignedIn, where: InCase, camera: str, footage: Footage, at: int
) -> bytes:
    """PNG of the picture on show `at` microseconds after the first one of `footage`, masked.

    At most WIDEST pixels wide; before the first picture the first is shown,
    after the last the last. Opened and closed as a reel like anyone's: both
    are records. b"" where none can be shown: the file has no picture, nobody
    looked closely there (whom to mask is not known), or the picture is lost.
    Raises what else the desk raises.
    """
    times = desks.footage.picture_times(who, where, footage.digest)
    if not len(times):
        return b""
    place = int(np.searchsorted(times - times[0], at, side="right")) - 1
    instant = int(times[max(place, 0)])
    reel = desks.playing.open(who, where, camera, Window(instant, instant + 1), MOTIVE)
    try:
        pts = next(int(part.pts[0]) for part in reel.parts if part.footage == footage)
        shot = desks.playing.shot(who, where, reel, footage.digest, pts, WIDEST)
        return desks.viewing.png(as_look(reel, shot))
    except Unreadable:
        return b""
    except Refused as refusal:
        if refusal.code != NOT_LOOKED:
            raise
        return b""
    finally:
        desks.playing.close(who, where, reel)


def as_look(reel: Reel, shot: Shot) -> Look:
    """The shot as the desk's one maker of PNG takes it: it refuses a mask lifted to examine."""
    return Look(
        picture=shot.picture,
        camera=reel.camera,
        at=shot.at,
        tracks=(),
        revealed=shot.revealed,
        masked=shot.masked,
        examined=shot.examined,
        receipt=reel.receipt,
    )
