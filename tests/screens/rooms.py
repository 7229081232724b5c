"""The installations that pictures are drawn in, each made once and copied for every picture."""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests import films, odd_files
from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from tools.sample.archive import SampleArchive, SampleFile, render
from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Aipd, Basis, Framework, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.errors import Fault

NUMBER = "2024/0317"
CASE = "2024-0317"
ANALYST, DPO, ADMINISTRATOR = "cmorel", "alefort", "pgiraud"
PEOPLE = (
    NewPerson(ANALYST, Role.ANALYST, "Claire Morel", "HAB 2024-112"),
    NewPerson("khaddad", Role.SUPERVISOR, "Karim Haddad", "HAB 2023-048"),
    NewPerson("jfabre", Role.MAGISTRATE, "Jeanne Fabre", "TJ 2024-009"),
    NewPerson(DPO, Role.DPO, "Anne Lefort", "DPO 2023-001"),
    NewPerson(ADMINISTRATOR, Role.ADMINISTRATOR, "Paul Giraud", "SI 2022-017"),
)
ASSESSMENT = Aipd("AIPD 2024-02 (inventée)", "ab" * 32)
FIRST = 1_709_640_000 * MICROSECONDS
"""5 March 2024, 13:00 in Paris: an hour before the first picture of the sample."""

PARTS = ("poste-12", "affaires", "videos", "exports")
"""What a room may hold."""

DAY = 86_400 * MICROSECONDS
TODAY = FIRST + DAY - 4 * 3600 * MICROSECONDS
"""6 March 2024, 9:00 in Paris: when the pictures are drawn."""

WINDOW = Window(FIRST, FIRST + 8 * 3600 * MICROSECONDS)
MOTIVE = "M01"


class Clock(FixedClock):
    """Stands at 9:00 and moves a thousandth of a second at each look."""

    def __init__(self, now: int) -> None:
        super().__init__()
        self.time = now


@dataclass(frozen=True, slots=True)
class Room:
    """An installation in `home`, and the cases that lie beside it."""

    folder: Path

    @property
    def home(self) -> Path:
        """The installation."""
        return self.folder / "poste-12"

    @property
    def case(self) -> Path:
        """The case that the pictures are about."""
        return self.folder / "affaires" / CASE

    def desks(self, now: int = TODAY) -> Desks:
        """The desks of the installation, on a clock that stands still."""
        return engine.desks(settings(self.home), CHEAP, Clock(now))


@dataclass(frozen=True, slots=True)
class Inside:
    """The analyst in the case."""

    desks: Desks
    who: SignedIn
    where: InCase

    def admit(self, path: Path, camera: str, exhibit: str, clock: ClockClaim | None) -> None:
        """Take a file in."""
        admission = Admission(str(path), camera, exhibit, clock)
        self.desks.footage.admit(self.who, self.where, admission, MOTIVE)

    def index(self, *cameras: str) -> None:
        """Look at these cameras, at all when none is named."""
        self.desks.indexing.index(
            self.who, self.where, Level.STANDARD, cameras, MOTIVE, _unheard, _never
        )


class Rooms:
    """Makes rooms by name in `folder`: empty, staffed, new, footage, indexed, partly, odd.

    `here` is where the room of a picture is copied to.
    """

    def __init__(self, folder: Path, here: Path) -> None:
        self.folder = folder
        self.here = here
        self._archive: SampleArchive | None = None

    @property
    def archive(self) -> SampleArchive:
        """The sample archive, rendered once."""
        if self._archive is None:
            folder = self.folder / "videos"
            if not (folder / "case.toml").exists():
                render(folder)
            self._archive = SampleArchive(folder, _files(folder), folder / "case.toml", True)
        return self._archive

    def copy(self, name: str) -> Room:
        """A copy of that room, for one picture; the one before is forgotten."""
        made = self._made(name)
        for part in PARTS:
            shutil.rmtree(self.here / part, ignore_errors=True)
            if (made.folder / part).exists():
                shutil.copytree(made.folder / part, self.here / part)
        return Room(self.here)

    def _made(self, name: str) -> Room:
        room = Room(self.folder / name)
        if not (room.folder / "made").exists():
            shutil.rmtree(room.folder, ignore_errors=True)
            self._makers()[name](room)
            (room.folder / "made").touch()
        return room

    def _makers(self) -> dict[str, Callable[[Room], None]]:
        return {
            "empty": lambda room: room.home.mkdir(parents=True),
            "staffed": _staff,
            "new": lambda room: _leave(_opened(room)),
            "footage": lambda room: _leave(self._filled(room)),
            "indexed": self._indexed,
            "partly": self._partly,
            "odd": lambda room: _leave(self._odd(room)),
        }

    def _filled(self, room: Room) -> Inside:
        at = _opened(room)
        for file in self.archive.files:
            at.admit(file.path, file.camera, file.exhibit, claim(file))
        return at

    def _indexed(self, room: Room) -> None:
        at = self._filled(room)
        at.index()
        _leave(at)

    def _partly(self, room: Room) -> None:
        """The street was looked at; the car park was admitted, and was not."""
        at = self._filled(room)
        at.index("rue")
        _leave(at)

    def _odd(self, room: Room) -> Inside:
        """One file of every state, the readable ones looked at."""
        at = _opened(room)
        videos = room.folder / "videos"
        videos.mkdir()
        shown = FIRST + 3600 * MICROSECONDS
        for number, path in enumerate(odd_ones(videos, self.archive)):
            clock = ClockClaim(shown + number * 300 * MICROSECONDS, 0, MICROSECONDS, ANALYST)
            camera = "parking" if number % 3 == 2 else "rue"
            at.admit(path, camera, "scellé 4", clock if number != 1 else None)
        try:
            at.index()
        except Fault as fault:
            raise AssertionError(fault.code) from fault
        return at


def odd_ones(folder: Path, archive: SampleArchive) -> Iterator[Path]:
    """A readable film, and others that are damaged, rebuilt, encrypted or no film at all."""
    street = next(file.path for file in archive.files if file.camera == "rue")
    yield Path(shutil.copy(street, folder / "ch01_20240305_140000.mp4"))
    yield films.variable(folder).path.rename(folder / "ch01_20240305_140500.mp4")
    yield films.with_pause(folder).path.rename(folder / "ch02_20240305_141000.mp4")
    yield odd_files.backwards(folder).path.rename(folder / "ch01_20240305_141500.ts")
    yield odd_files.truncated(films.constant(folder)).rename(folder / "ch01_20240305_142000.mp4")
    locked = folder / "ch02_20240305_142500.mp4"
    # ISO/IEC 23001-7: the sample entry of an encrypted track.
    locked.write_bytes(films.constant(folder).path.read_bytes().replace(b"avc1", b"encv"))
    yield locked
    yield odd_files.sound_only(folder).rename(folder / "ch01_20240305_143000.mp4")


def claim(file: SampleFile) -> ClockClaim:
    """What the analyst states about the clock of a file of the sample."""
    return ClockClaim(file.shown, file.offset, file.uncertainty, ANALYST)


def basis(**changes: object) -> Basis:
    """The basis of the case."""
    fields: dict[str, object] = {
        "framework": Framework.FLAGRANCE,
        "requisition": "RJ 2024-0117",
        "magistrate": "Mme Fabre, vice-procureure",
        "authorisation": "",
        "offence": "Vol aggravé (NATINF 7151)",
        "cameras": ("rue", "parking"),
        "window": WINDOW,
        "expires": TODAY + 90 * DAY,
    }
    return Basis(**{**fields, **changes})  # type: ignore[arg-type]  # built from a table of fields


def _staff(room: Room) -> None:
    desks = room.desks()
    for person in PEOPLE:
        desks.people.add(person, SECRET, aipd=None if desks.people.founded() else ASSESSMENT)


def _opened(room: Room) -> Inside:
    _staff(room)
    desks = room.desks()
    who = desks.people.sign_in(ANALYST, SECRET)
    room.case.parent.mkdir(parents=True)
    new = NewCase(NUMBER, basis(), ("khaddad",), TODAY + 365 * DAY)
    return Inside(desks, who, desks.cases.open(who, str(room.case), new, MOTIVE))


def _leave(at: Inside) -> None:
    at.desks.people.sign_out(at.who)


def _files(folder: Path) -> tuple[SampleFile, ...]:
    told = tomllib.loads((folder / "case.toml").read_text("utf-8"))["footage"]
    return tuple(
        SampleFile(
            folder / one["file"],
            one["camera"],
            one["exhibit"],
            one["shown_us"],
            one["offset_us"],
            one["uncertainty_us"],
        )
        for one in told
    )


def _unheard(done: int, total: int, what: str) -> None:
    pass


def _never() -> bool:
    return False
