"""The admitted footage of a case, kept in the catalogue."""

from fractions import Fraction

from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import ClockClaim, Span
from vsa_core.errors import WrongUsage
from vsa_core.store.catalog_sql import Database, Row, Value

_CHOSEN = """SELECT f.ordinal, digest, name, path, size, camera, exhibit,
    clock_shown, clock_offset, clock_uncertainty, clock_author, state, reason FROM footage f
    {where} ORDER BY f.ordinal"""
_STREAMS = """SELECT s.footage, s.codec, s.width, s.height, s.rotation, s.base_top, s.base_bottom,
    s.start, s."end", s.packets, s.pictures, s.keys, s.variable, s.rate_top, s.rate_bottom,
    s.rebuilt FROM streams s JOIN footage f ON f.ordinal = s.footage {where}"""
_GAPS = """SELECT g.footage, g.start, g."end", g.code
    FROM gaps g JOIN footage f ON f.ordinal = g.footage
    {where} ORDER BY g.footage, g.ordinal"""

_OUTDATE = """UPDATE ledgers SET current = 0
    WHERE camera = (SELECT camera FROM footage WHERE digest = ?)"""


class FootageRows:
    """Footage by digest, in the order admitted."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, footage: Footage) -> None:
        """Record one admitted file, whole or not at all; Bug (STO-010) when it is there already."""
        claim = footage.clock
        values = (
            key_of(footage.digest),
            _bytes(footage.name),
            _bytes(footage.path),
            footage.size,
        )
        clock = _claimed(claim)
        with self._database.transaction():
            self._database.do(
                "INSERT INTO footage (digest, name, path, size, camera, exhibit, clock_shown, "
                "clock_offset, clock_uncertainty, clock_author, state, reason) "
                "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                (*values, footage.camera, footage.exhibit, *clock, footage.state, footage.reason),
            )
            row = self._database.one("SELECT last_insert_rowid()")
            ordinal = row[0] if row else 0
            if footage.stream:
                self._add_stream(ordinal, footage.stream)
            self._add_gaps(ordinal, footage)
            self._database.do(_OUTDATE, (key_of(footage.digest),))  # it may join two recordings

    def _add_stream(self, ordinal: int, stream: Stream) -> None:
        rate = (stream.rate.numerator, stream.rate.denominator) if stream.rate else (None, None)
        self._database.do(
            "INSERT INTO streams VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                ordinal,
                *(stream.codec, stream.width, stream.height, stream.rotation),
                *(stream.time_base.numerator, stream.time_base.denominator),
                *(stream.span.start, stream.span.end),
                *(stream.packets, stream.pictures, stream.keys, int(stream.variable)),
                *rate,
                int(stream.rebuilt),
            ),
        )

    def _add_gaps(self, ordinal: int, footage: Footage) -> None:
        rows = [
            (ordinal, number, gap.span.start, gap.span.end, gap.code)
            for number, gap in enumerate(footage.gaps)
        ]
        self._database.do_all("INSERT INTO gaps VALUES (?,?,?,?,?)", rows)

    def all(self) -> tuple[Footage, ...]:
        """Every admitted file, in the order admitted."""
        return self._chosen()

    def of_camera(self, camera: str) -> tuple[Footage, ...]:
        """The files of one camera, in the order admitted."""
        return self._chosen("WHERE f.camera = ?", camera)

    def get(self, digest: str) -> Footage:
        """One file; WrongUsage (STO-015) when it was never admitted to this case."""
        found = self._chosen("WHERE f.digest = ?", key_of(digest))
        if not found:
            raise WrongUsage("STO-015", name=digest)
        return found[0]

    def set_clock(self, digest: str, claim: ClockClaim | None) -> None:
        """Replace what is claimed of a recorder's clock; WrongUsage (STO-015)."""
        changed = self._database.do(
            "UPDATE footage SET clock_shown = ?, clock_offset = ?, clock_uncertainty = ?, "
            "clock_author = ? WHERE digest = ?",
            (*_claimed(claim), key_of(digest)),
        )
        if not changed:
            raise WrongUsage("STO-015", name=digest)
        self._database.do(_OUTDATE, (key_of(digest),))

    def _chosen(self, where: str = "", *values: Value) -> tuple[Footage, ...]:
        """Footage and what hangs on it; `where` is one of this file's own clauses."""
        rows, streamed, gapped = (
            self._database.rows(sql.format(where=where), values)
            for sql in (_CHOSEN, _STREAMS, _GAPS)
        )
        streams = {row[0]: _stream(row[1:]) for row in streamed}
        gaps: dict[int, list[Gap]] = {}
        for footage, start, end, code in gapped:
            gaps.setdefault(footage, []).append(Gap(Span(start, end), code))
        return tuple(_footage(row[1:], streams.get(row[0]), gaps.get(row[0], [])) for row in rows)


def key_of(digest: str) -> bytes:
    """How the catalogue keeps a digest: 32 bytes; none at all for what is no digest."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""


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
        digest=digest.hex(),
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
