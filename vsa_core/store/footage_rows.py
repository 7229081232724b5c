"""The admitted footage of a case, kept in the catalogue."""

from fractions import Fraction

from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import ClockClaim, Span
from vsa_core.errors import WrongUsage
from vsa_core.store.catalog_sql import Database, Row, Value

_CHOSEN = """SELECT digest, name, path, size, camera, exhibit,
    clock_shown, clock_offset, clock_uncertainty, clock_author, state, reason FROM footage
    WHERE (?1 IS NULL OR digest = ?1) AND (?2 IS NULL OR camera = ?2) ORDER BY ordinal"""
_STREAMS = """SELECT s.footage, s.codec, s.width, s.height, s.rotation, s.base_top, s.base_bottom,
    s.start, s."end", s.packets, s.pictures, s.keys, s.variable, s.rate_top, s.rate_bottom,
    s.rebuilt FROM streams s JOIN footage f ON f.digest = s.footage
    WHERE (?1 IS NULL OR f.digest = ?1) AND (?2 IS NULL OR f.camera = ?2)"""
_GAPS = """SELECT g.footage, g.start, g."end", g.code
    FROM gaps g JOIN footage f ON f.digest = g.footage
    WHERE (?1 IS NULL OR f.digest = ?1) AND (?2 IS NULL OR f.camera = ?2)
    ORDER BY g.footage, g.ordinal"""


class FootageRows:
    """Footage by digest, in the order admitted."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, footage: Footage) -> None:
        """Record one admitted file, whole or not at all; Bug (STO-010) when it is there already."""
        claim = footage.clock
        values = (footage.digest, _bytes(footage.name), _bytes(footage.path), footage.size)
        clock = _claimed(claim)
        with self._database.transaction():
            self._database.do(
                "INSERT INTO footage (digest, name, path, size, camera, exhibit, clock_shown, "
                "clock_offset, clock_uncertainty, clock_author, state, reason) "
                "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                (*values, footage.camera, footage.exhibit, *clock, footage.state, footage.reason),
            )
            if footage.stream:
                self._add_stream(footage.digest, footage.stream)
            self._add_gaps(footage)

    def _add_stream(self, digest: str, stream: Stream) -> None:
        rate = (stream.rate.numerator, stream.rate.denominator) if stream.rate else (None, None)
        self._database.do(
            "INSERT INTO streams VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                digest,
                *(stream.codec, stream.width, stream.height, stream.rotation),
                *(stream.time_base.numerator, stream.time_base.denominator),
                *(stream.span.start, stream.span.end),
                *(stream.packets, stream.pictures, stream.keys, int(stream.variable)),
                *rate,
                int(stream.rebuilt),
            ),
        )

    def _add_gaps(self, footage: Footage) -> None:
        rows = [
            (footage.digest, number, gap.span.start, gap.span.end, gap.code)
            for number, gap in enumerate(footage.gaps)
        ]
        self._database.do_all("INSERT INTO gaps VALUES (?,?,?,?,?)", rows)

    def all(self) -> tuple[Footage, ...]:
        """Every admitted file, in the order admitted."""
        return self._chosen()

    def of_camera(self, camera: str) -> tuple[Footage, ...]:
        """The files of one camera, in the order admitted."""
        return self._chosen(camera=camera)

    def get(self, digest: str) -> Footage:
        """One file; WrongUsage (STO-015) when it was never admitted to this case."""
        found = self._chosen(digest=digest)
        if not found:
            raise WrongUsage("STO-015", name=digest)
        return found[0]

    def set_clock(self, digest: str, claim: ClockClaim | None) -> None:
        """Replace what is claimed of a recorder's clock; WrongUsage (STO-015)."""
        changed = self._database.do(
            "UPDATE footage SET clock_shown = ?, clock_offset = ?, clock_uncertainty = ?, "
            "clock_author = ? WHERE digest = ?",
            (*_claimed(claim), digest),
        )
        if not changed:
            raise WrongUsage("STO-015", name=digest)

    def _chosen(self, digest: str | None = None, camera: str | None = None) -> tuple[Footage, ...]:
        chosen = (digest, camera)
        rows = self._database.rows(_CHOSEN, chosen)
        streams = {row[0]: _stream(row[1:]) for row in self._database.rows(_STREAMS, chosen)}
        gaps: dict[str, list[Gap]] = {}
        for footage, start, end, code in self._database.rows(_GAPS, chosen):
            gaps.setdefault(footage, []).append(Gap(Span(start, end), code))
        return tuple(_footage(row, streams.get(row[0]), gaps.get(row[0], [])) for row in rows)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # a file name need not be valid Unicode


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _claimed(claim: ClockClaim | None) -> tuple[Value, Value, Value, Value]:
    if claim is None:
        return None, None, None, None
    return claim.shown, claim.offset, claim.uncertainty, claim.author


def _footage(row: Row, stream: Stream | None, gaps: list[Gap]) -> Footage:
    digest, name, path, size, camera, exhibit, shown, offset, doubt, author, state, reason = row
    claim = None if shown is None else ClockClaim(shown, offset, doubt, author)
    return Footage(
        digest=digest,
        name=_text(name),
        path=_text(path),
        size=size,
        camera=camera,
        exhibit=exhibit,
        clock=claim,
        state=FootageState(state),
        reason=reason,
        stream=stream,
        gaps=tuple(gaps),
    )


def _stream(row: Row) -> Stream:
    codec, width, height, rotation, top, bottom, start, end = row[:8]
    packets, pictures, keys, variable, rate_top, rate_bottom, rebuilt = row[8:]
    return Stream(
        codec=codec,
        width=width,
        height=height,
        rotation=rotation,
        time_base=Fraction(top, bottom),
        span=Span(start, end),
        packets=packets,
        pictures=pictures,
        keys=keys,
        variable=bool(variable),
        rate=None if rate_top is None else Fraction(rate_top, rate_bottom),
        rebuilt=bool(rebuilt),
    )
