"""The worst masks of a labelled film as pictures that show nobody: the head itself is filled."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Picture
from vsa_core.legal.masking import Area
from vsa_core.validation.labelled_folder import LabelledSequence
from vsa_core.validation.masks import Bare
from vsa_core.validation.pictures import as_look
from vsa_core.validation.private_case import MOTIVE, PrivateCase

HEAD, MASK, GREY = (40, 40, 255), (255, 255, 255), 128
"""Colours (BGR): outline of the labelled head, outlines of masks, and what fills the head."""

CONTEXT = 8
"""A picture shows so many times the width and height of the head."""


def worst(case: PrivateCase, one: LabelledSequence, bare: Sequence[Bare]) -> list[bytes]:
    """PNG of each uncovered head: masked as on the screen, and the labelled head filled too."""
    return [_picture(case, one, head) for head in bare]


def drawn(picture: Picture, areas: Sequence[Area], head: Area) -> Picture:
    """The surroundings of a head in a picture (h, w, 3) BGR, the head filled, masks outlined."""
    shown = picture.copy()
    left, top, right, bottom = head
    shown[top:bottom, left:right] = GREY
    for area in areas:
        outline(shown, area, MASK)
    outline(shown, head, HEAD)
    wide, high = CONTEXT * (right - left) // 2, CONTEXT * (bottom - top) // 2
    x, y = (left + right) // 2, (top + bottom) // 2
    return shown[max(0, y - high) : y + high, max(0, x - wide) : x + wide].copy()


def outline(picture: Picture, area: Area, colour: tuple[int, int, int]) -> None:
    """Draw the edges of an area, one pixel thick, into a picture."""
    left, top, right, bottom = area
    if left >= right or top >= bottom:
        return
    edge = np.array(colour, np.uint8)
    picture[top:bottom, [left, right - 1]] = edge
    picture[[top, bottom - 1], left:right] = edge


def _picture(case: PrivateCase, one: LabelledSequence, bare: Bare) -> bytes:
    footage, playing = case.films[one.camera], case.desks.playing
    at = footage.corrected(bare.pts)
    reel = playing.open(case.who, case.where, one.camera, Window(at, at + 1), MOTIVE)
    try:
        shot = playing.shot(case.who, case.where, reel, footage.digest, bare.pts)
        picture = drawn(shot.picture, shot.filled, bare.head)
        return case.desks.viewing.png(as_look(reel, replace(shot, picture=picture)))
    finally:
        playing.close(case.who, case.where, reel)
