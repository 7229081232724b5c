"""The closed list of what may be found in a frame, by name; there is no face in it."""

from collections.abc import Collection, Iterable, Mapping

CLASSES: tuple[str, ...] = (
    "unnamed",
    "person",
    "bicycle",
    "motorcycle",
    "car",
    "bus",
    "truck",
    "bag",
    "animal",
    "vehicle",
    "two-wheeler",
)
"""Index = the class number kept in sightings and segments; 0 is what moves without a name.

A number never changes its name: what comes later comes at the end.
"""

UNNAMED = 0
PERSON = 1

FINER: Mapping[str, frozenset[str]] = {
    "vehicle": frozenset({"car", "bus", "truck"}),
    "two-wheeler": frozenset({"bicycle", "motorcycle"}),
}
"""The coarse names, for detectors that tell no more, each with the finer ones it may stand for."""

TWO_WHEELERS = FINER["two-wheeler"] | {"two-wheeler"}
VEHICLES = FINER["vehicle"] | {"vehicle"} | TWO_WHEELERS
"""Everything on wheels, finely or coarsely named: detectors take the one for the other."""

COLOURS: tuple[str, ...] = (
    "unknown",
    "black",
    "grey",
    "white",
    "red",
    "orange",
    "yellow",
    "green",
    "cyan",
    "blue",
    "purple",
    "pink",
    "brown",
    "beige",
    "silver",
)
"""Index = the colour number kept in segments; 0: no colour can be told (night, infrared)."""


def class_number(name: str) -> int:
    """The number of a class name; ValueError if the name is not in the list."""
    return CLASSES.index(name)


def kinds_asked(names: Iterable[str]) -> frozenset[int]:
    """The class numbers that may answer a question about these names; empty when all may.

    A coarse name asks for its finer ones too. A finer name asks for its
    coarse one too: what is named only so may be it, and nothing that may
    answer is lost. No name at all asks for everything. ValueError for a name
    that is not in the list.
    """
    asked = frozenset(names)
    wanted = {class_number(name) for name in asked}
    for coarse, finer in FINER.items():
        if coarse in asked:
            wanted |= {class_number(name) for name in finer}
        elif asked & finer:
            wanted.add(class_number(coarse))
    return frozenset(wanted) if len(wanted) < len(CLASSES) else frozenset()


def coarsely(asked: Collection[str], name: str) -> bool:
    """Whether what is named `name` answers only because it may be one of the finer names asked."""
    finer = FINER.get(name, frozenset())
    return name not in asked and bool(finer & set(asked)) and not finer <= set(asked)
