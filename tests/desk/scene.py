"""A small installation for desk tests: one analyst, one case, one rendered camera."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from vsa_core import engine
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.case import Aipd, Basis, Framework, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.domain.query import Query
from vsa_core.keys.people import Cost
from vsa_core.settings import Settings

REPOSITORY = Path(__file__).resolve().parent.parent.parent
AIPD = Aipd("AIPD 2024-1", "ab" * 32)
"""A made-up impact assessment, told when an installation is founded."""

CHEAP = Cost(memory=64, passes=1, lanes=1)
SECRET = "a passphrase long enough"
START = 1_709_640_000 * MICROSECONDS
HOUR = 3600 * MICROSECONDS
MOTIVE = "M01"
WIDTH, HEIGHT, RATE = 320, 180, 10


@dataclass(slots=True)
class Office:
    """An open desk with a person in a case; `footage` is what was admitted."""

    desks: Desks
    who: SignedIn
    where: InCase
    footage: Footage
    home: Path


class FixedClock:
    """A clock that tests set by hand."""

    def __init__(self) -> None:
        self.time = START + HOUR

    def now(self) -> int:
        self.time += 1000
        return self.time

    def monotonic(self) -> int:
        return self.time - START


def film(path: Path, seconds: int = 12, seed: int = 1) -> Path:
    """A textured street over which a bright upright block walks from left to right."""
    rng = np.random.default_rng(seed)
    ground = rng.integers(60, 120, (HEIGHT, WIDTH, 3), np.uint8)
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options={"threads": "1", "g": "10"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(seconds * RATE):
            picture = ground.copy()
            x = 6 * (number - 2 * RATE)
            if 0 <= x < WIDTH - 24:
                picture[80:150, x : x + 24] = (230, 220, 240)
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def settings(home: Path) -> Settings:
    """Settings of a machine on which motion alone looks, though the program has a model."""
    return Settings(
        home=home,
        resources=REPOSITORY / "resources",
        manifest=REPOSITORY / "models" / "manifest.toml",
        weights=None,
        detector="motion",
        tracker="twostage",
        threads=1,
    )


def basis(**changes: object) -> Basis:
    """A live basis over the camera "rue" from START to an hour later."""
    fields: dict[str, object] = {
        "framework": Framework.FLAGRANCE,
        "requisition": "R1",
        "magistrate": "Mme X",
        "authorisation": "",
        "offence": "vol",
        "cameras": ("rue",),
        "window": Window(START, START + HOUR),
        "expires": START + 48 * HOUR,
    }
    return Basis(**{**fields, **changes})  # type: ignore[arg-type]  # built from a table of fields


def enrolled(home: Path, clock: FixedClock | None = None) -> tuple[Desks, SignedIn]:
    """A new installation with one analyst, signed in."""
    desks = engine.desks(settings(home), CHEAP, clock or FixedClock())
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET, aipd=AIPD)
    return desks, desks.people.sign_in("alice", SECRET)


def office(folder: Path, clock: FixedClock | None = None, **changes: object) -> Office:
    """An analyst in an open case with one film admitted, not indexed yet."""
    desks, who = enrolled(folder / "home", clock)
    new = NewCase("2024/17", basis(**changes), (), START + 100 * HOUR)
    where = desks.cases.open(who, str(folder / "case"), new, MOTIVE)
    path = film(folder / "rue.mp4")
    admission = Admission(str(path), "rue", "S1", ClockClaim(START, 0, 0, "alice"))
    footage = desks.footage.admit(who, where, admission, MOTIVE)
    return Office(desks, who, where, footage, folder / "home")


def indexed(at: Office) -> Office:
    """The same, looked at closely."""
    at.desks.indexing.index(
        at.who, at.where, Level.FULL, (), MOTIVE, lambda done, total, what: None, lambda: False
    )
    return at


def crossing() -> Query:
    """Who crosses the middle of the picture; the answer is one mover."""
    middle = UNITS // 2
    return Query(
        "line_crossing", cameras=("rue",), place=Line(Point(middle, 0), Point(middle, UNITS))
    )


def hits(at: Office, query: Query | None = None) -> tuple[Hit, ...]:
    """The hits of a question."""
    batches = at.desks.queries.ask(at.who, at.where, query or crossing(), MOTIVE)
    return tuple(hit for batch in batches for hit in batch.hits)
