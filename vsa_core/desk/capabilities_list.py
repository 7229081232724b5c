"""The list of what a build can and cannot do: one document, one digest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vsa_core.desk.capabilities_build import Build
from vsa_core.desk.models import ModelSheet
from vsa_core.desk.queries import KindSheet, Slider
from vsa_core.desk.rack import JOINS
from vsa_core.domain.provenance import Canonical, canonical, digest
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import KINDS

WHAT = "relecture capabilities 1"
"""Signed with the list: no other document that the machine signs can stand in its place."""

ROOM = 48 * 1024
"""Bytes that a list may take in a line of the journal."""

NO_MODEL = "motion"
"""The maker that needs no weights: where it is chosen, no model looks, whichever are here."""

MODULES = (
    ("face", "absent"),
    ("plates", "none"),
    ("network", "none"),
    ("live", "none"),
    ("cluster", "none"),
)
"""What other tools have and this one has not; `absent` is for good, `none` is of this build."""

RACK = ("cluster", "extra")
"""Said in the place of `none` by a build that can hand slices to other machines."""


@dataclass(frozen=True, slots=True)
class RedLine:
    """One thing that the program cannot do, and the test that would fail if it could."""

    line: str
    test: str


CANNOT = (
    RedLine("RL1", "tests/redlines/test_rl01_faces.py"),
    RedLine("RL2", "tests/redlines/test_rl02_models.py"),
    RedLine("RL3", "tests/redlines/test_rl03_templates.py"),
    RedLine("RL4", "tests/redlines/test_rl04_canary.py"),
    RedLine("RL5", "tests/redlines/test_rl05_memory.py"),
    RedLine("RL6", "tests/redlines/test_rl06_traits.py"),
    RedLine("RL7", "tests/redlines/test_rl07_live.py"),
    RedLine("RL8", "tests/redlines/test_rl08_tickets.py"),
    RedLine("RL9", "tests/redlines/test_rl09_plates.py"),
    RedLine("RL10", "tests/redlines/test_rl10_cases.py"),
    RedLine("RL11", "tests/redlines/test_rl11_network.py"),
    RedLine("RL12", "tests/redlines/test_rl12_faults.py"),
)
"""The red lines, closed: none is added or taken away without a release."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the settings choose: the maker of the detector, the tracker, experimental classes."""

    detector: str
    tracker: str
    experimental: bool


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One model that is here, and its `count` classes; too long a list counts and names none.

    digest: SHA-256 (hex) of its weights; chosen: whether it is the one that looks.
    """

    name: str
    digest: str
    origin: str
    classes: tuple[str, ...]
    count: int
    experimental: tuple[str, ...]
    chosen: bool

    def fields(self, whole: bool = True) -> dict[str, Canonical]:
        """The model as canonical fields; not `whole`: how many classes, not which."""
        return {
            "name": self.name,
            "sha256": self.digest,
            "origin": self.origin,
            "classes": list(self.classes) if whole else [],
            "classes_count": self.count,
            "experimental": list(self.experimental) if whole else [],
            "chosen": self.chosen,
            "face": False,
        }


@dataclass(frozen=True, slots=True)
class Listing:
    """What one build can do on one installation, and what it cannot.

    fault: the code with which the models could not be told, "" when they
    could; modules: name and state of each.
    """

    build: Build
    looks: Looks
    models: tuple[ModelLine, ...]
    fault: str
    kinds: tuple[KindSheet, ...]
    modules: tuple[tuple[str, str], ...]
    cannot: tuple[RedLine, ...]

    def fields(self) -> dict[str, Canonical]:
        """The document: canonical, and short enough for a line of the journal where it can be."""
        fields = self._fields(whole=True)
        return fields if len(canonical(fields)) <= ROOM else self._fields(whole=False)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical document."""
        return digest(self.fields())

    def _fields(self, whole: bool) -> dict[str, Canonical]:
        return {
            "what": WHAT,
            "program": self.build.program,
            "files": self.build.files,
            "sha256": self.build.digest,
            "python": self.build.python,
            "detector": self.looks.detector,
            "tracker": self.looks.tracker,
            "experimental": self.looks.experimental,
            "models": [model.fields(whole) for model in self.models],
            "models_fault": self.fault,
            "kinds": [_kind_fields(kind) for kind in self.kinds],
            "modules": [list(module) for module in self.modules],
            "third_parties": [list(party) for party in self.build.parties],
            "cannot": [{"line": red.line, "test": red.test} for red in self.cannot],
        }


def listing(build: Build, looks: Looks, sheets: Sequence[ModelSheet], fault: str = "") -> Listing:
    """The list of this build; of the known models, those whose file is here."""
    return Listing(
        build=build,
        looks=looks,
        models=tuple(_line(sheet, looks) for sheet in sheets if sheet.present),
        fault=fault,
        kinds=tuple(_sheet(kind) for kind in KINDS),
        modules=_modules(build),
        cannot=CANNOT,
    )


def _modules(build: Build) -> tuple[tuple[str, str], ...]:
    """The modules of this build: with the extra `cluster` beside it, that too is told."""
    if all(name != JOINS for name, _ in build.parties):
        return MODULES
    return tuple(RACK if name == RACK[0] else (name, state) for name, state in MODULES)


def read_listing(fields: Mapping[str, Any]) -> Listing:
    """The list in a document that a record of the journal holds.

    Raises ValueError, KeyError or TypeError when it is none.
    """
    if fields["what"] != WHAT:
        raise ValueError("not a list of capabilities")
    parties = tuple((str(name), str(version)) for name, version in fields["third_parties"])
    return Listing(
        build=Build(
            str(fields["program"]),
            int(fields["files"]),
            str(fields["sha256"]),
            str(fields["python"]),
            parties,
        ),
        looks=Looks(
            str(fields["detector"]), str(fields["tracker"]), fields["experimental"] is True
        ),
        models=tuple(_read_model(model) for model in fields["models"]),
        fault=str(fields["models_fault"]),
        kinds=tuple(_read_kind(kind) for kind in fields["kinds"]),
        modules=tuple((str(name), str(state)) for name, state in fields["modules"]),
        cannot=tuple(RedLine(str(red["line"]), str(red["test"])) for red in fields["cannot"]),
    )


def _line(sheet: ModelSheet, looks: Looks) -> ModelLine:
    return ModelLine(
        name=sheet.name,
        digest=sheet.digest,
        origin=sheet.origin,
        classes=sheet.classes,
        count=len(sheet.classes),
        experimental=sheet.experimental,
        chosen=sheet.chosen and looks.detector != NO_MODEL,
    )


def _sheet(kind: EventKind) -> KindSheet:
    sliders = tuple(Slider(p.name, p.default, p.low, p.high, p.unit) for p in kind.PARAMETERS)
    return KindSheet(kind.KIND, kind.VERSION, kind.PLACES, kind.DIRECTIONS, sliders)


def _kind_fields(kind: KindSheet) -> dict[str, Canonical]:
    return {
        "name": kind.kind,
        "version": kind.version,
        "places": list(kind.places),
        "directions": list(kind.directions),
        "parameters": [[p.name, p.default, p.low, p.high, p.unit] for p in kind.parameters],
    }


def _read_model(fields: Mapping[str, Any]) -> ModelLine:
    return ModelLine(
        str(fields["name"]),
        str(fields["sha256"]),
        str(fields["origin"]),
        tuple(str(name) for name in fields["classes"]),
        int(fields["classes_count"]),
        tuple(str(name) for name in fields["experimental"]),
        fields["chosen"] is True,
    )


def _read_kind(fields: Mapping[str, Any]) -> KindSheet:
    sliders = tuple(
        Slider(str(name), int(default), int(low), int(high), str(unit))
        for name, default, low, high, unit in fields["parameters"]
    )
    return KindSheet(
        str(fields["name"]),
        int(fields["version"]),
        tuple(str(place) for place in fields["places"]),
        tuple(str(name) for name in fields["directions"]),
        sliders,
    )
