"""One picture of the play at one instant, as a cheap camera would have taken it."""

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.sample import acts, street, yard
from tools.sample.acts import Act
from tools.sample.cutouts import bus, known_picture, people
from tools.sample.figures import Figure, paste, vehicle, walker
from tools.sample.silhouettes import drawn_bus, drawn_people
from tools.sample.view import View

Picture = NDArray[np.uint8]

_STRIDE = 1.45  # metres covered by two steps
_GRAINS = 12


@dataclass(frozen=True, slots=True)
class Grade:
    """How the camera sees from `since` seconds on: light (gains of 1/255), colour or not, noise."""

    since: float
    light: Picture | None
    coloured: bool
    noise: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A camera's place, its empty picture, what stands in front, its play and its moods.

    front: the empty picture with the things that stand `front_at` metres away;
    fronts: (360, 640) where they are.
    """

    view: View
    empty: Picture
    front: Picture
    fronts: Picture
    front_at: float
    play: tuple[Act, ...]
    grades: tuple[Grade, ...]
    figures: Mapping[str, tuple[Figure, Figure]]
    grains: tuple[tuple[Picture, ...], ...]

    def picture(self, second: float, ordinal: int) -> Picture:
        """The picture `second` seconds after the beginning, (360, 640, 3) BGR, without a clock."""
        now = second % acts.ROUND
        out = self.empty.copy()
        present = sorted(self._present(now), key=lambda one: -one[2])
        behind = [one for one in present if one[2] > self.front_at]
        for act, x, y in behind:
            self._draw(out, act, now, x, y)
        cv2.copyTo(self.front, self.fronts, out)
        for act, x, y in present[len(behind) :]:
            self._draw(out, act, now, x, y)
        return self._taken(out, now, ordinal)

    def _present(self, now: float) -> list[tuple[Act, float, float]]:
        spots = [(act, *act.at(np.array([now]))[0]) for act in self.play]
        return [(act, float(x), float(y)) for act, x, y in spots if not np.isnan(x)]

    def _draw(self, out: Picture, act: Act, now: float, x: float, y: float) -> None:
        figure = self.figures[act.figure][act.leftwards(now)]
        tall = self.view.tall(x, y, figure.tall)
        paste(out, figure, act.walked(now) / _STRIDE, self.view.pixel(x, y), tall)

    def _taken(self, out: Picture, now: float, ordinal: int) -> Picture:
        """Light, colour, lens and sensor."""
        index = max(i for i, grade in enumerate(self.grades) if grade.since <= now)
        grade = self.grades[index]
        seen = cv2.GaussianBlur(out, (3, 3), 0.55)
        if grade.light is not None:
            seen = cv2.multiply(seen, grade.light, scale=1 / 255)
        if not grade.coloured:
            seen = cv2.cvtColor(cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
        grains = self.grains[index]
        first, second = grains[ordinal * 7 % _GRAINS], grains[(ordinal * 5 + 3) % _GRAINS]
        return np.asarray(cv2.subtract(cv2.add(seen, first), second), np.uint8)


def scenes(seed: int) -> tuple[Scene, Scene, bool]:
    """The two scenes, « rue » and « parking », and whether their figures come from a photograph.

    Without the known photograph people and bus are drawn silhouettes.
    """
    photograph = known_picture()
    if photograph is None:
        walkers, coach = drawn_people(), drawn_bus()
    else:
        walkers, coach = people(photograph), bus(photograph)
    cast = {one.name: walker(one) for one in walkers} | {coach.name: vehicle(coach)}
    # Walkers were photographed facing the right of the picture, the bus facing its left.
    figures = {name: (one, one.mirrored) for name, one in cast.items()}
    figures[coach.name] = (cast[coach.name].mirrored, cast[coach.name])
    rng = np.random.default_rng(seed)
    both = _street(rng, figures), _yard(rng, figures)
    return both[0], both[1], photograph is not None


def _street(rng: np.random.Generator, figures: Mapping[str, tuple[Figure, Figure]]) -> Scene:
    empty = _worn(street.background(rng))
    front = street.curtain(empty)
    grades = (Grade(0.0, None, True, 2.2),)
    fronts = (front != empty).any(2).astype(np.uint8)
    grains = _grains(rng, grades)
    return Scene(
        street.VIEW, empty, front, fronts, street.CURTAIN, acts.STREET, grades, figures, grains
    )


def _yard(rng: np.random.Generator, figures: Mapping[str, tuple[Figure, Figure]]) -> Scene:
    empty = _worn(yard.background(rng, figures["bus"][1]))
    grades = (
        Grade(0.0, yard.dusk(), True, 2.8),
        Grade(acts.NIGHT, yard.infrared(), False, 3.4),
    )
    nowhere = np.zeros(empty.shape[:2], np.uint8)
    grains = _grains(rng, grades)
    return Scene(yard.VIEW, empty, empty, nowhere, 0.0, acts.YARD, grades, figures, grains)


def _worn(picture: Picture) -> Picture:
    """Darker corners, as through a small lens."""
    height, width = picture.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.hypot((columns - width / 2) / (width / 2), (rows - height / 2) / (height / 2))
    return np.asarray(picture * (1 - 0.13 * far**2)[..., None], np.uint8)


def _grains(rng: np.random.Generator, grades: tuple[Grade, ...]) -> tuple[tuple[Picture, ...], ...]:
    """Positive halves of noise for each grade, used in pairs; brightness grain, little colour."""
    return tuple(tuple(_grain(rng, grade.noise) for _ in range(_GRAINS)) for grade in grades)


def _grain(rng: np.random.Generator, deviation: float) -> Picture:
    light = np.abs(rng.standard_normal((360, 640, 1))) * deviation
    tint = rng.standard_normal((360, 640, 3)) * 0.25 * deviation
    return np.asarray(np.clip(light + tint, 0, 40), np.uint8)
