"""What a picture of the window is: its name, what it shows, how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

if TYPE_CHECKING:
    from tests.screens.stage import Stage

USUAL, LEAST = (1440, 900), (1280, 720)


@dataclass(frozen=True, slots=True)
class Picture:
    """`size` in logical pixels; `scale`: how many real ones each takes, on each side."""

    name: str
    shows: str
    draw: "Callable[[Stage], QPixmap]"
    language: str = "fr"
    look: str = "light"
    size: tuple[int, int] = USUAL
    scale: int = 1
