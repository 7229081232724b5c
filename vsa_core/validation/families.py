"""Under which name a class is scored when truth and detector do not name equally finely."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import CLASSES, FINER, class_number


def shared_names(labelled: frozenset[int], told: frozenset[int]) -> NDArray[np.uint8]:
    """(c,) the class number under which each class is scored.

    `labelled`: the classes that the truth names, `told`: those that the
    detector does. Where one of them tells a coarse name, the finer ones of
    that family are scored under it; every other class keeps its own.
    """
    names = np.arange(len(CLASSES), dtype=np.uint8)
    for coarse, finer in FINER.items():
        family = {class_number(name) for name in finer}
        whole = class_number(coarse)
        if whole in labelled or (whole in told and labelled & family):
            names[sorted(family)] = whole
    return names
