"""What narrows a question down: colours, size, speed, duration, score, way and hours."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.state.narrowed import between, told, way_of
from app.state.narrowing import Filters, found
from app.theme import Theme
from app.widgets.colour_box import ColourBox
from app.widgets.heading_box import HeadingBox
from app.widgets.hours_box import HoursBox
from app.widgets.label import Label
from app.widgets.range_row import RangeRow
from app.widgets.stops import stops
from app.words import Words
from vsa_core.domain.filters import METRIC, WHERE, Colours, Heading, Hours, Range

HOUR = 3_600_000
SCALES: Mapping[str, tuple[int, ...]] = {
    "size": tuple(range(0, 1001, 10)),
    "speed": (*range(0, 500, 25), *range(500, 5001, 100)),
    "duration": stops(0, HOUR, "ms"),
    "score": tuple(range(0, 1001, 10)),
    "metres": tuple(range(0, 4001, 50)),
    "metric_speed": tuple(
        round(n / 3.6) for n in (*range(0, 20_000, 500), *range(20_000, 130_001, 5000))
    ),
}
"""The stops of each range: small steps where a person would tell two values apart."""


class NarrowingPane(QWidget):
    """`put` carries a filter, `dropped` the sort of one given up; `calibrate_wanted` the wish
    to measure in metres."""

    put = Signal(object)  # Filter
    dropped = Signal(str)
    calibrate_wanted = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.colours = ColourBox(words, theme)
        self.ranges = {what: self._range(theme, what) for what in SCALES}
        self.relative = Label(wraps=True, use="muted")
        self.calibrate = QPushButton(theme.icon("ruler"), "")
        self.heading = HeadingBox(theme, lambda heading: self._way(heading))
        self.hours = HoursBox(words)
        self._lay_out()
        self._connect()
        self.show_filters((), (), calibrated=None)

    def show_filters(
        self, filters: Filters, classes: tuple[str, ...], *, calibrated: bool | None
    ) -> None:
        """Show these filters of a question about these classes.

        calibrated: whether the cameras asked about have a known ground; None
        while no single camera is chosen.
        """
        asked = {one.where: one for one in filters if isinstance(one, Colours)}
        self.colours.show_colours(asked, parts_of(classes, asked))
        for what, row in self.ranges.items():
            held = found(filters, what)
            row.show_range(held if isinstance(held, Range) else None)
            row.setVisible(what not in METRIC or bool(calibrated) or held is not None)
        self._tell_ground(calibrated)
        heading, hours = found(filters, "heading"), found(filters, "hours")
        self.heading.show_heading(heading if isinstance(heading, Heading) else None)
        self.hours.show_hours(hours if isinstance(hours, Hours) else None)

    def _tell_ground(self, calibrated: bool | None) -> None:
        if calibrated:
            self.relative.setText(self.tr("Metres and km/h hold on the calibrated ground."))
            self.calibrate.setText(self.tr("Calibrate again…"))
        else:
            self.relative.setText(
                self.tr(
                    "Size and speed are relative to the picture and to the object: this "
                    "camera’s ground is not calibrated."
                )
            )
            self.calibrate.setText(self.tr("Calibrate for metres and km/h…"))
        self.calibrate.setEnabled(calibrated is not None)

    def _way(self, heading: Heading) -> str:
        way = self._words.name("question.way", str(way_of(heading.towards)))
        return f"{way[:1].upper()}{way[1:]} ({heading.towards}°)"

    def _range(self, theme: Theme, what: str) -> RangeRow:
        names = {
            "size": self.tr("Height in the picture"),
            "speed": self.tr("Speed, in its own heights"),
            "duration": self.tr("Time in sight"),
            "score": self.tr("Score of the detector"),
            "metres": self.tr("Height in metres"),
            "metric_speed": self.tr("Speed in km/h"),
        }
        return RangeRow(
            theme, what, names[what], SCALES[what], lambda asked: between(asked, self._words)
        )

    def _connect(self) -> None:
        self.colours.changed.connect(self.put)
        self.colours.dropped.connect(self.dropped)
        for what, row in self.ranges.items():
            row.changed.connect(self.put)
            row.dropped.connect(lambda what=what: self.dropped.emit(what))
        self.heading.changed.connect(self.put)
        self.heading.dropped.connect(lambda: self.dropped.emit("heading"))
        self.hours.changed.connect(self.put)
        self.hours.dropped.connect(lambda: self.dropped.emit("hours"))
        self.calibrate.clicked.connect(self.calibrate_wanted)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(8)
        rows.addWidget(Label(self.tr("Colours"), use="strong"))
        rows.addWidget(self.colours)
        rows.addWidget(Label(self.tr("Measures"), use="strong"))
        for row in self.ranges.values():
            rows.addWidget(row)
        rows.addWidget(self.relative)
        rows.addWidget(self.calibrate)
        rows.addWidget(Label(self.tr("Way"), use="strong"))
        rows.addWidget(self.heading)
        rows.addWidget(Label(self.tr("Hours"), use="strong"))
        rows.addWidget(self.hours)


def parts_of(classes: tuple[str, ...], asked: Mapping[str, Colours]) -> tuple[str, ...]:
    """The parts that the objects asked about can have colours on, and those asked already."""
    clothed = not classes or "person" in classes
    whole = not classes or set(classes) != {"person"}
    having = {"any": clothed, "upper": clothed, "lower": clothed, "whole": whole}
    return tuple(part for part in WHERE if having[part] or part in asked)


def summary(filters: Filters, words: Words) -> str:
    """Every filter in a few words, for the title of a folded pane."""
    return ", ".join(told(one, words) for one in filters)
