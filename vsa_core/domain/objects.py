"""The closed list of what may be found in a frame, by name; there is no face in it."""

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
)
"""Index = the class number kept in sightings and segments; 0 is what moves without a name."""

UNNAMED = 0
PERSON = 1

VEHICLES = frozenset({"bicycle", "motorcycle", "car", "bus", "truck"})
TWO_WHEELERS = frozenset({"bicycle", "motorcycle"})

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
