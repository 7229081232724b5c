"""The colours of marks on pictures: a picture is the ground there, whatever the scheme is."""

from PySide6.QtGui import QColor

from vsa_core.domain.objects import CLASSES

CASING = "#0b0d10"
"""Under every line, so that it shows on a bright picture too."""

PAPER = "#14181d"
WRITING = "#f4f6f8"
"""Ground and text of what is written on a picture."""

MATCHED = "#6fd394"
EXAMINED = "#f0b354"

BY_CLASS = {
    "unnamed": "#dfe3e8",
    "person": "#6cb8f0",
    "bicycle": "#f0e442",
    "motorcycle": "#ff9d5c",
    "car": "#ee9ad0",
    "bus": "#ff8a7a",
    "truck": "#c3a6f2",
    "bag": "#d9bd92",
    "animal": "#58d0c0",
    "vehicle": "#ff7ad9",
    "two-wheeler": "#d8f05a",
}
"""Bright enough to stand 4.5:1 on PAPER, and told apart by the label beside them."""


def class_colour(kind: int) -> QColor:
    """The colour of a class number."""
    return QColor(BY_CLASS[CLASSES[kind]])


def ink(colour: str, alpha: int = 255) -> QColor:
    """A colour of this file, more or less opaque."""
    mixed = QColor(colour)
    mixed.setAlpha(alpha)
    return mixed
