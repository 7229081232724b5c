"""What this program can and cannot do, as anybody may read it."""

from dataclasses import replace

from PySide6.QtGui import QPixmap

from app.views.capabilities import CapabilitiesView
from tests.screens.case import with_desk
from tests.screens.stage import Stage
from vsa_core.desk.capabilities import Capabilities, Signed
from vsa_core.desk.capabilities_build import Build

BUILD = Build(
    "relecture/0.1.0",
    698,
    "7c21f09d5b3ea64480d1c6e2f95a3b8c7c21f09d5b3ea64480d1c6e2f95a3b8c",
    "3.11.2",
    (("av", "18.1.0"), ("numpy", "2.4.6"), ("pyside6-essentials", "6.11.3")),
)
"""Of no build in particular: the picture does not change with every line of code."""


class Steady:
    """The desk's own list, of a build that stays the same from picture to picture."""

    def __init__(self, desk: Capabilities) -> None:
        self._desk = desk

    def listed(self) -> Signed:
        signed = self._desk.listed()
        listing = replace(signed.listing, build=BUILD)
        return Signed(listing, listing.digest, "9d" * 64, "3f" * 32)


def capabilities(stage: Stage) -> QPixmap:
    """The page, with nobody signed in."""
    front = stage.open(
        "staffed", lambda desks: with_desk(capabilities=Steady(desks.capabilities))(desks)
    )
    front.window.acts["capabilities"].trigger()
    page = front.window.current
    assert isinstance(page, CapabilitiesView)
    stage.until(lambda: page.sheet.rows.count() > 0)
    stage.settle()
    return stage.window()
