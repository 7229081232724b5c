"""From the names a model was trained on to the closed list of what may be found in footage."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import CLASSES, UNNAMED, VEHICLES, class_number

DROPPED = -1
"""In a table of kinds: what the model calls so is not kept."""

COCO80: tuple[str, ...] = tuple(
    name.replace("_", " ")
    for name in (
        "person bicycle car motorcycle airplane bus train truck boat traffic_light fire_hydrant"
        " stop_sign parking_meter bench bird cat dog horse sheep cow elephant bear zebra giraffe"
        " backpack umbrella handbag tie suitcase frisbee skis snowboard sports_ball kite"
        " baseball_bat baseball_glove skateboard surfboard tennis_racket bottle wine_glass cup"
        " fork knife spoon bowl banana apple sandwich orange broccoli carrot hot_dog pizza donut"
        " cake chair couch potted_plant bed dining_table toilet tv laptop mouse remote keyboard"
        " cell_phone microwave oven toaster sink refrigerator book clock vase scissors teddy_bear"
        " hair_drier toothbrush"
    ).split()
)
"""The 80 names of COCO 2017 (Lin et al. 2014), in the order in which stock models number them."""

SYNONYMS = {
    "backpack": "bag",
    "handbag": "bag",
    "suitcase": "bag",
    **dict.fromkeys("bird cat dog horse sheep cow elephant bear zebra giraffe".split(), "animal"),
}
"""Names that mean one of ours."""

FIXTURES = frozenset(
    {
        "traffic light",
        "fire hydrant",
        "stop sign",
        "parking meter",
        "bench",
        "potted plant",
        "dining table",
        "bed",
        "couch",
        "sink",
        "refrigerator",
        "oven",
        "tie",
    }
)
"""What stands still for good, or is worn: motion over it belongs to somebody else.

A light that changes or a plant in the wind is not an object of interest, and
whoever sits on the bench is found as a person. Should such a name be wrong,
nothing is lost: what really moves there is found again as a moving region.
Every other name that is not of our list makes no sense in footage, but the
thing may well move (stock models call a car seen from above a cell phone, a
cart a chair): it is kept as unnamed, and counts only where motion covers it.
"""

FORBIDDEN = frozenset(
    "face faces facial visage head heads eye eyes nose mouth iris pose keypoint keypoints landmark"
    " landmarks gait plate plates licence license man woman boy girl child gender age identity"
    " emotion".split()
)
"""Words that no class of a model may contain: no face, no body template, no plate, no trait."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def forbidden(name: str) -> bool:
    """Whether a class name speaks of what this program never looks for."""
    words = {word.lower() for word in _WORD.findall(name)}
    return bool(words & FORBIDDEN) or any(word.startswith("face") for word in words)


def kind_of(name: str) -> int:
    """Our class number for a model's class name, UNNAMED, or DROPPED."""
    known = SYNONYMS.get(name, name)
    if known in CLASSES:
        return class_number(known)
    return DROPPED if name in FIXTURES else UNNAMED


def kinds_of(names: Sequence[str]) -> NDArray[np.int16]:
    """(n,) our class number, UNNAMED or DROPPED for each of a model's n class names."""
    return np.array([kind_of(name) for name in names], np.int16)


VEHICLE_KINDS = frozenset(class_number(name) for name in VEHICLES)
"""Numbers of the classes that are names for one and the same thing when their boxes agree."""
