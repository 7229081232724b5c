"""What stands beside the door: which installation this is, what holds here, and the sample case."""

import os

from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.sample_offer import SampleOffer
from app.widgets.side import Side
from app.widgets.tip import plain_tip
from app.words import visible


class Entrance(Side):
    """Shown before anybody has signed in: it names nobody. `offer` is the sample case's."""

    def __init__(
        self, theme: Theme, folder: str, program: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Relecture", parent)
        self.offer = SampleOffer(theme)
        name = visible(os.path.basename(folder.rstrip("/")) or folder)
        self.place = Label(self.tr("Installation: {name}").format(name=name), wraps=True)
        self.place.setToolTip(plain_tip(visible(folder)))
        self.program = Label(program, use="muted")
        self.fact("disk", self.place)
        self.fact("journal", Label(self.tr("Every act is recorded in the journal."), wraps=True))
        self.fact("network-off", Label(self.tr("Offline: no access to the network."), wraps=True))
        self.foot(self.offer)
        self.foot(self.program)
