"""What was chosen for a question, what it still lacks, and the question it makes."""

from dataclasses import dataclass, replace

from vsa_core.desk.queries import KindSheet
from vsa_core.domain.geometry import Place
from vsa_core.domain.moment import Window
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose so far.

    cameras: chosen ones, in the order of the basis, one at most where the
    kind wants a place; period: first and last corrected microsecond as typed,
    perhaps the wrong way round, None for all that the basis allows; place:
    drawn on the picture of the first camera; values: (name, value) of the
    settings that were moved.
    """

    sheet: KindSheet
    cameras: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    place: Place | None = None
    direction: str = ""
    values: tuple[tuple[str, int], ...] = ()

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

        "camera", "line" or "zone", "order" (ends before it begins), "outside"
        (no instant of it is in the window `allowed` by the basis).
        """
        if not self.cameras:
            return "camera"
        if self.sheet.place and self.place is None:
            return self.sheet.place
        if self.period is None:
            return ""
        start, end = self.period
        if end <= start:
            return "order"
        return "outside" if allowed is not None and not allowed.overlaps(start, end) else ""

    def query(self, every: tuple[str, ...]) -> Query:
        """The question, when nothing is lacking; `every` are the cameras of the basis.

        Cameras are named unless all are asked about together; every setting
        is declared over its slider's whole range.
        """
        together = not self.sheet.place and set(self.cameras) == set(every)
        return Query(
            kind=self.sheet.kind,
            cameras=() if together else self.cameras,
            classes=self.classes,
            window=None if self.period is None else Window(*self.period),
            place=self.place if self.sheet.place else None,
            direction=self.direction,
            settings=tuple(
                Setting(slider.name, self.value(slider.name), slider.low, slider.high)
                for slider in self.sheet.parameters
            ),
        )

    def of_kind(self, sheet: KindSheet) -> "Choice":
        """The same about another kind: its direction and its settings begin anew."""
        cameras = self.cameras[:1] if sheet.place else self.cameras
        return replace(self, sheet=sheet, cameras=cameras, place=None, direction="", values=())

    def on_cameras(self, names: tuple[str, ...], every: tuple[str, ...]) -> "Choice":
        """The same about other cameras; where a place is wanted, the one that is new."""
        chosen = tuple(name for name in every if name in names)
        if self.sheet.place and len(chosen) > 1:
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
        return replace(self, values=tuple(sorted(values.items())))
