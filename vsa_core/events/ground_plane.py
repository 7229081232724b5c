"""From the picture to the ground and back: metres where an analyst measured four points."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ground import Ground
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import Floats

CLICK = 2.0
"""Pixels by which each coordinate of a click may be wrong (one standard deviation)."""

THIN_SEEN = 2 * CLICK
"""Pixels from a clicked point to the line through two others, under which they are in a line."""

THIN_KNOWN = 0.01
"""The same of the measured points, as a share of the longest side of their triangle."""

TRIPLES = ((0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Plane:
    """A camera's ground plane, fitted: homographies from pixels of its picture to millimetres.

    matrix: (3, 3) of the points as clicked; shaken: (8, 2, 3, 3), fitted again
    with each clicked coordinate moved by -CLICK and by +CLICK; all are scaled
    so that the third coordinate is positive on the side of the horizon where
    the clicked points lie. pixel: (2,) pixels in a frame unit, across and down.
    """

    matrix: Floats
    shaken: Floats
    pixel: tuple[float, float]


@lru_cache(maxsize=1024)
def fitted(ground: Ground) -> Plane:
    """The plane of a calibration: the homography through its four points, exactly.

    Raises WrongUsage: EVT-051 when three of the points, clicked or measured,
    lie in a line (nearer to it than clicks can tell), EVT-052 when no camera
    could see them in that order: two neighbours were taken for each other.
    """
    pixel = (ground.width / UNITS, ground.height / UNITS)
    seen = np.array([(p.x * pixel[0], p.y * pixel[1]) for p in ground.seen], np.float64)
    known = np.array(ground.known, np.float64)
    _check_lines(ground.camera, seen, known)
    matrix = _homography(seen, known)
    if not (_third(matrix, seen[:, 0], seen[:, 1]) > 0).all():
        raise WrongUsage("EVT-052", camera=ground.camera)
    moved = np.repeat(np.repeat(seen[None, None], 8, axis=0), 2, axis=1)
    for place in range(8):
        moved[place, :, place // 2, place % 2] += (-CLICK, CLICK)
    shaken = np.array([[_homography(four, known) for four in pair] for pair in moved])
    return Plane(matrix, shaken, pixel)


def places(plane: Plane, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """(n,) ground coordinates in millimetres of points in frame units; NaN beyond the horizon."""
    return _mapped(plane.matrix, x * plane.pixel[0], y * plane.pixel[1])


def heights(plane: Plane, x: Floats, y: Floats, h: Floats) -> Floats:
    """(n,) heights in millimetres of upright boxes whose feet stand on the ground at x, y.

    Shapes: (n,) each, frame units; NaN beyond the horizon. The scale is that
    of the ground sideways at the foot, which is right for a camera that looks
    level and is not tilted sideways; one that looks down sees people shorter
    than they are, by about the cosine of the angle.
    """
    return _tall(plane.matrix, plane.pixel, x, y, h)


def place_error(plane: Plane, x: float, y: float) -> float:
    """Millimetres by which clicks wrong by CLICK misplace a point on the ground; NaN beyond it.

    First order: each coordinate of each click is moved both ways, the plane
    is fitted again, and half the differences are added in squares.
    """
    px, py = np.array([x * plane.pixel[0]]), np.array([y * plane.pixel[1]])
    found = np.array([[_mapped(m, px, py) for m in pair] for pair in plane.shaken])
    return _squared(found[..., 0])


def speed_error(
    plane: Plane, start: tuple[float, float], end: tuple[float, float], microseconds: int
) -> float:
    """Millimetres a second by which a speed between two points in frame units may be wrong.

    Found like `place_error`, with both points moved by the same fit: they err together.
    """
    xs = np.array([start[0], end[0]]) * plane.pixel[0]
    ys = np.array([start[1], end[1]]) * plane.pixel[1]
    found = np.array([[_length(*_mapped(m, xs, ys)) for m in pair] for pair in plane.shaken])
    return _squared(found[..., None]) * 1_000_000 / max(microseconds, 1)


def height_error(plane: Plane, x: float, y: float, h: float) -> float:
    """Millimetres by which the height of a box may be wrong, found like `place_error`."""
    box = (np.array([x]), np.array([y]), np.array([h]))
    found = np.array([[_tall(m, plane.pixel, *box) for m in pair] for pair in plane.shaken])
    return _squared(found)


def _squared(found: Floats) -> float:
    """Half the differences of (8, 2, k) values, added in squares."""
    halves = (found[:, 1] - found[:, 0]) / 2
    return float(np.sqrt((halves**2).sum()))


def _length(x: Floats, y: Floats) -> float:
    return float(np.hypot(x[1] - x[0], y[1] - y[0]))


def _tall(matrix: Floats, pixel: tuple[float, float], x: Floats, y: Floats, h: Floats) -> Floats:
    px, py = x * pixel[0], y * pixel[1]
    left, right = _mapped(matrix, px - 0.5, py), _mapped(matrix, px + 0.5, py)
    scale: Floats = np.hypot(right[0] - left[0], right[1] - left[1])
    return scale * h * pixel[1]


def _third(matrix: Floats, x: Floats, y: Floats) -> Floats:
    third: Floats = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    return third


def _mapped(matrix: Floats, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    third = _third(matrix, x, y)
    third = np.where(third > 1e-9, third, np.nan)
    across = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / third
    down = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / third
    return across, down


def _homography(seen: Floats, known: Floats) -> Floats:
    """(3, 3) matrix that takes the four seen points to the known ones; (4, 2) each.

    Both are brought to the same size first, or the equations are ill-posed
    (Hartley, In defense of the eight-point algorithm, 1997).
    """
    to_seen, to_known = _normal(seen), _normal(known)
    a, b = (seen - to_seen[:2, 2]) / to_seen[0, 0], (known - to_known[:2, 2]) / to_known[0, 0]
    rows = np.zeros((8, 8))
    rows[0::2, 0:2], rows[0::2, 2] = a, 1.0
    rows[1::2, 3:5], rows[1::2, 5] = a, 1.0
    rows[0::2, 6:8], rows[1::2, 6:8] = -a * b[:, :1], -a * b[:, 1:]
    try:
        solved = np.append(np.linalg.solve(rows, b.ravel()), 1.0).reshape(3, 3)
    except np.linalg.LinAlgError:  # the middle of the points lies on the horizon
        return np.full((3, 3), np.nan)
    raw = to_known @ solved @ np.linalg.inv(to_seen)
    matrix: Floats = raw * np.sign(_third(raw, seen[:1, 0], seen[:1, 1]))[0]
    return matrix


def _normal(points: Floats) -> Floats:
    """(3, 3) matrix from a square of about one unit around 0 to the points."""
    middle = points.mean(axis=0)
    size = float(np.abs(points - middle).max())
    return np.array([[size, 0.0, middle[0]], [0.0, size, middle[1]], [0.0, 0.0, 1.0]])


def _check_lines(camera: str, seen: Floats, known: Floats) -> None:
    if min(_thinness(seen)) < THIN_SEEN or min(_thinness(known, relative=True)) < THIN_KNOWN:
        raise WrongUsage("EVT-051", camera=camera)


def _thinness(points: NDArray[np.float64], relative: bool = False) -> list[float]:
    """Least height of the triangle of each three points, or its share of the longest side."""
    found = []
    for a, b, c in TRIPLES:
        ab, ac = points[b] - points[a], points[c] - points[a]
        longest = max(np.hypot(*ab), np.hypot(*ac), np.hypot(*(points[c] - points[b])))
        height = abs(ab[0] * ac[1] - ab[1] * ac[0]) / max(longest, 1e-9)
        found.append(float(height / max(longest, 1e-9)) if relative else float(height))
    return found
