"""What was chosen for a question, what it still lacks, and the question it makes."""

from dataclasses import dataclass, replace

from app.state.narrowing import Filters
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.geometry import Place, shape_of
from vsa_core.domain.moment import Window
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose so far.

    cameras: chosen ones, in the order of the basis, one at most where a place
    is wanted; period: first and last corrected microsecond as typed, perhaps
    the wrong way round, None for all that the basis allows; place: drawn on
    the picture of the first camera; values: (name, value) of the settings
    that were moved; sort: which sort of place, of those that the kind takes,
    None for its usual one; spans: (name, low, high) of the sliders that were
    declared over less than their whole range.
    """

    sheet: KindSheet
    cameras: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    place: Place | None = None
    direction: str = ""
    values: tuple[tuple[str, int], ...] = ()
    sort: str | None = None
    filters: Filters = ()
    spans: tuple[tuple[str, int, int], ...] = ()

    @property
    def shape(self) -> str:
        """The sort of place that is wanted: "line", "zone", "path", "flow", "" for none."""
        return self.sheet.place if self.sort is None else self.sort

    @property
    def ways(self) -> tuple[str, ...]:
        """The directions that may be asked: of a line its sides, of a zone the others."""
        words = self.sheet.directions
        sides = [word for word in words if word.startswith("to_")]
        if not sides or len(sides) == len(words):
            return words
        return tuple(word for word in words if (word in sides) == (self.shape == "line"))

    @property
    def camera(self) -> str:
        """The camera whose picture a place is drawn on, "" while none is chosen."""
        return self.cameras[0] if self.cameras else ""

    def value(self, name: str) -> int:
        """A setting as it stands; KeyError when the kind has none of that name."""
        defaults = {slider.name: slider.default for slider in self.sheet.parameters}
        return dict(self.values).get(name, defaults[name])

    def lacking(self, allowed: Window | None) -> str:
        """The first thing that keeps it from being a question, a word; "" when nothing does.

        "camera", a sort of place ("line", "zone"…), "order" (ends before it
        begins), "outside" (no instant of it is in the window `allowed` by the
        basis).
        """
        if not self.cameras:
            return "camera"
        if self.shape and self.place is None:
            return self.shape
        if self.period is None:
            return ""
        start, end = self.period
        if end <= start:
            return "order"
        return "outside" if allowed is not None and not allowed.overlaps(start, end) else ""

    def query(self, every: tuple[str, ...]) -> Query:
        """The question, when nothing is lacking; `every` are the cameras of the basis.

        Cameras are named unless all are asked about together; every setting
        is declared over its slider's whole range, unless `spans` tell less.
        """
        together = not self.shape and set(self.cameras) == set(every)
        return Query(
            kind=self.sheet.kind,
            cameras=() if together else self.cameras,
            classes=self.classes,
            window=None if self.period is None else Window(*self.period),
            place=self.place if self.shape else None,
            direction=self.direction,
            settings=self._settings(),
            filters=self.filters,
        )

    def of_kind(self, sheet: KindSheet) -> "Choice":
        """The same about another kind: its direction and its settings begin anew."""
        shape = self.shape if self.shape and self.shape in sheet.places else sheet.place
        cameras = self.cameras[:1] if shape else self.cameras
        begun = replace(self, sheet=sheet, cameras=cameras, place=None, direction="")
        return replace(begun, values=(), spans=(), sort=None if shape == sheet.place else shape)

    def of_shape(self, shape: str) -> "Choice":
        """The same with another of the sorts of place that the kind takes."""
        cameras = self.cameras[:1] if shape else self.cameras
        return replace(self, sort=shape, cameras=cameras, place=None, direction="")

    def on_cameras(self, names: tuple[str, ...], every: tuple[str, ...]) -> "Choice":
        """The same about other cameras; where a place is wanted, the one that is new."""
        chosen = tuple(name for name in every if name in names)
        if self.shape and len(chosen) > 1:
            chosen = tuple(name for name in chosen if name not in self.cameras)[:1]
        return replace(self, cameras=chosen)

    def of_classes(self, names: tuple[str, ...]) -> "Choice":
        """The same about other objects, in the order of the closed list."""
        return replace(self, classes=tuple(name for name in CLASSES if name in names))

    def with_value(self, name: str, value: int) -> "Choice":
        """The same with one setting moved, within its slider; back at its default it is as new."""
        slider = next(slider for slider in self.sheet.parameters if slider.name == name)
        values = {**dict(self.values), name: min(max(value, slider.low), slider.high)}
        if values[name] == slider.default:
            del values[name]
        spans = tuple(span for span in self.spans if span[0] != name)
        return replace(self, values=tuple(sorted(values.items())), spans=spans)

    def _settings(self) -> tuple[Setting, ...]:
        spans = {name: (low, high) for name, low, high in self.spans}
        return tuple(
            Setting(slider.name, self.value(slider.name), *spans.get(slider.name, whole))
            for slider in self.sheet.parameters
            for whole in ((slider.low, slider.high),)
        )


def choice_of(query: Query, sheet: KindSheet, every: tuple[str, ...]) -> Choice:
    """What would have been chosen to ask that: the panel shows a question from elsewhere.

    A place without a camera leaves the camera to be chosen: it belongs to one picture.
    """
    sliders = {slider.name: slider for slider in sheet.parameters}
    shape = shape_of(query.place) if query.place else ""
    told = [setting for setting in query.settings if setting.name in sliders]
    return Choice(
        sheet,
        cameras=query.cameras or (every if query.place is None or len(every) == 1 else ()),
        classes=query.classes,
        period=(query.window.start, query.window.end) if query.window else None,
        place=query.place,
        direction=query.direction,
        values=tuple(
            sorted((one.name, one.value) for one in told if one.value != sliders[one.name].default)
        ),
        sort=None if shape == sheet.place else shape,
        filters=query.filters,
        spans=tuple(
            (one.name, one.low, one.high)
            for one in told
            if (one.low, one.high) != (sliders[one.name].low, sliders[one.name].high)
        ),
    )
