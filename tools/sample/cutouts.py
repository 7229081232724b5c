"""Figures cut out of a known picture with a soft edge, their heads made unrecognisable first."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample import outlines
from tools.sample.outlines import Corner, Outline

Picture = NDArray[np.uint8]
Alpha = NDArray[np.float32]

_EDGE = 5  # pixels either side of the outline within which the true edge is looked for
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Cutout:
    """A figure: picture (h, w, 3) BGR; alpha (h, w) from 0 to 1; its height in metres.

    The last row is where the figure touches the ground, in the middle column.
    """

    name: str
    picture: Picture
    alpha: Alpha
    tall: float


def known_picture() -> Picture | None:
    """The picture that ultralytics installs, (1080, 810, 3) BGR; None where it is another, or none.

    The package is found, never imported.
    """
    spec = find_spec("ultralytics")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "assets" / "bus.jpg"
    if not path.is_file():
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != outlines.PICTURE_DIGEST:
        return None
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    return None if decoded is None else np.asarray(decoded, np.uint8)


def people(picture: Picture) -> tuple[Cutout, ...]:
    """The three walkers of the picture, and two of them in a coat of another colour."""
    beige, dark, navy = (_cut(_headless(picture, one), one) for one in outlines.PEOPLE)
    red = _tinted(beige, "red", (70, 62, 205))
    green = _tinted(beige, "green", (92, 128, 62))
    return (beige, dark, navy, red, green)


def bus(picture: Picture) -> Cutout:
    """The bus of the picture, with what stands before it painted over."""
    whole = _seen_through(_headless(picture, *outlines.PEOPLE))
    return _cut(whole, outlines.BUS)


def _headless(picture: Picture, *figures: Outline) -> Picture:
    """The picture with a coarse smear for each head: no recognisable face goes any further."""
    out = picture.copy()
    for figure in figures:
        if figure.head is None:
            continue
        left, top, right, bottom = figure.head
        head = out[top:bottom, left:right]
        coarse = cv2.resize(head, (4, 5), interpolation=cv2.INTER_AREA)
        smeared = cv2.resize(coarse, head.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        within = np.zeros(head.shape[:2], np.uint8)
        middle = ((right - left) // 2, (bottom - top) // 2)
        cv2.ellipse(within, middle, middle, 0, 0, 360, 255, -1)
        head[within > 0] = smeared[within > 0]
    return out


def _cut(picture: Picture, figure: Outline) -> Cutout:
    left, top, right, bottom = _frame(figure, picture)
    area = np.ascontiguousarray(picture[top:bottom, left:right])
    alpha = _refined(area, _inside(area, figure.corners, (left, top)))
    if figure.mirrored:
        area, alpha = (np.concatenate([side, side[:, ::-1]], axis=1) for side in (area, alpha))
    rows, columns = np.flatnonzero(alpha.max(1) > 0.4), np.flatnonzero(alpha.max(0) > 0.05)
    body = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return Cutout(figure.name, area[body].copy(), alpha[body].copy(), figure.tall)


def _frame(figure: Outline, picture: Picture) -> tuple[int, int, int, int]:
    columns, rows = np.array(figure.corners).T
    height, width = picture.shape[:2]
    return (
        max(0, int(columns.min()) - _MARGIN),
        max(0, int(rows.min()) - _MARGIN),
        min(width, int(columns.max()) + 1 + (0 if figure.mirrored else _MARGIN)),
        min(height, int(rows.max()) + _MARGIN),
    )


def _inside(area: Picture, corners: tuple[Corner, ...], origin: Corner) -> Picture:
    filled = np.zeros(area.shape[:2], np.uint8)
    cv2.fillPoly(filled, [np.array(corners, np.int32) - np.array(origin, np.int32)], 1)
    return filled


def _refined(area: Picture, inside: Picture) -> Alpha:
    """A soft mask: the outline, with its edge settled by GrabCut (Rother et al. 2004)."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _EDGE + 1, 2 * _EDGE + 1))
    core = cv2.erode(inside, disc, borderType=cv2.BORDER_REPLICATE)
    reach = cv2.dilate(inside, disc)
    guess = np.full(inside.shape, cv2.GC_BGD, np.uint8)
    guess[reach > 0] = cv2.GC_PR_BGD
    guess[inside > 0] = cv2.GC_PR_FGD
    guess[core > 0] = cv2.GC_FGD
    cv2.setRNGSeed(1)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(area, guess, (0, 0, 1, 1), *models, 3, cv2.GC_INIT_WITH_MASK)
    chosen = np.isin(guess, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    whole = cv2.medianBlur(chosen * 255, 7)
    soft = cv2.GaussianBlur(whole, (0, 0), 1.4).astype(np.float32) / 255
    return np.asarray(np.clip(soft * 1.35 - 0.3, 0, 1), np.float32)


def _seen_through(picture: Picture) -> Picture:
    """The bus as if nobody stood before it: hidden parts are drawn on from either side."""
    hidden = np.zeros(picture.shape[:2], np.uint8)
    for corners in (*(one.corners for one in outlines.PEOPLE), *outlines.BOLLARDS):
        cv2.fillPoly(hidden, [np.array(corners, np.int32)], 1)
    hidden[outlines.HIDDEN_TOP :, outlines.HIDDEN_SIDE :] = 1
    hidden[540:, :46] = 1  # the arm of a passer-by at the picture's edge
    hidden = np.asarray(cv2.dilate(hidden, np.ones((13, 13), np.uint8)), np.uint8)
    out = picture.copy()
    for row in np.flatnonzero(hidden.any(1)):
        _bridge(out[row], hidden[row] > 0)
    softened = np.asarray(cv2.blur(out, (9, 3)), np.uint8)
    out[hidden > 0] = softened[hidden > 0]
    _copy_wheel(picture, out)
    return out


def _bridge(row: Picture, hidden: NDArray[np.bool_]) -> None:
    """Fill the hidden pixels of one row in place, from its nearest seen pixels on both sides."""
    seen = np.flatnonzero(~hidden)
    gaps = np.flatnonzero(hidden)
    for channel in range(3):
        row[gaps, channel] = np.interp(gaps, seen, row[seen, channel])


def _copy_wheel(source: Picture, out: Picture) -> None:
    x, y, a, b = outlines.REAR_WHEEL
    fx, fy, fa, fb = outlines.FRONT_WHEEL
    seen = source[y - b : y + b, x - a : x + a]
    wheel = np.asarray(cv2.resize(seen, (2 * fa, 2 * fb)), np.uint8)
    disc = np.zeros(wheel.shape[:2], np.uint8)
    cv2.ellipse(disc, (fa, fb), (fa - 1, fb - 1), 0, 0, 360, 255, -1)
    soft = (cv2.GaussianBlur(disc, (0, 0), 2).astype(np.float32) / 255)[..., None]
    place = out[fy - fb : fy + fb, fx - fa : fx + fa]
    place[:] = (wheel * soft + place * (1 - soft)).astype(np.uint8)


def _tinted(figure: Cutout, name: str, colour: tuple[int, int, int]) -> Cutout:
    """The same figure in a coat of `colour` (BGR): the light of the cloth is kept."""
    top, bottom = int(figure.alpha.shape[0] * 0.14), int(figure.alpha.shape[0] * 0.605)
    out = figure.picture.copy()
    cloth = out[top:bottom]
    light = cloth.max(2).astype(np.float32)[..., None] / 215
    pale = np.asarray(cv2.GaussianBlur((_paleness(cloth) > 0).astype(np.float32), (0, 0), 1.5))
    dyed = np.clip(light * np.array(colour, np.float32), 0, 255)
    cloth[:] = (dyed * pale[..., None] + cloth * (1 - pale[..., None])).astype(np.uint8)
    return Cutout(name, out, figure.alpha, figure.tall)


def _paleness(cloth: Picture) -> NDArray[np.bool_]:
    """Where the cloth is neither saturated nor black: the coat, not the scarf nor the trousers."""
    low, high = cloth.min(2).astype(np.int16), cloth.max(2).astype(np.int16)
    return np.asarray((high > 70) & (high - low < 0.45 * high))
