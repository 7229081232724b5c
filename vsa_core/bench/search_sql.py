"""The bench's questions in SQL, to the same double as ours, for DuckDB and for SQLite."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from vsa_core.bench.search_questions import (
    CLASS,
    DWELL,
    FIRST_ZONE,
    LINE,
    LINE_ASKED,
    SECOND_ZONE,
    STAY,
    WITHIN,
    ZONE,
    Question,
)
from vsa_core.domain.geometry import UNITS, Line, Zone
from vsa_core.domain.objects import kinds_asked
from vsa_core.events.border import EDGE


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the two say differently.

    whole: rounds a double down to an integer; greatest, least: the names of
    the functions; narrowed: the condition on `points` that rules tracks out by
    their box (left, top, right, bottom), for a camera's number or all.
    """

    whole: Callable[[str], str]
    greatest: str
    least: str
    narrowed: Callable[[tuple[int, int, int, int], int | None], str]


def sql(question: Question, camera: int | None, dialect: Dialect) -> str:
    """One statement that gives one number; `camera`: the number of the one asked."""
    where = "" if camera is None else f"cam = {camera} AND "
    if question.sort == CLASS:
        assert question.window is not None
        kinds = ", ".join(map(str, sorted(kinds_asked(question.query.classes))))
        begin, end = question.window.start, question.window.end
        return (
            f"SELECT count(*) FROM tracks WHERE {where} kind IN ({kinds}) "
            f"AND t0 < {end} AND t1 >= {begin}"
        )
    if question.sort == LINE:
        return _line(LINE_ASKED, camera, dialect)
    if question.sort == ZONE:
        points = _inside("p", FIRST_ZONE, camera, dialect)
        return f"WITH {points} SELECT count(*) FROM p WHERE i AND NOT b"
    if question.sort == DWELL:
        return _dwell(FIRST_ZONE, camera, dialect)
    return _sequence(camera, dialect)


def _points(camera: int | None, box: tuple[int, int, int, int], dialect: Dialect) -> str:
    where = [dialect.narrowed(box, camera)]
    where += [] if camera is None else [f"cam = {camera}"]
    return (
        "SELECT cam, track, t, CAST(x AS DOUBLE) AS x, CAST(y AS DOUBLE) AS y FROM points "
        f"WHERE {' AND '.join(filter(None, where)) or '1 = 1'}"
    )


def _line(line: Line, camera: int | None, dialect: Dialect) -> str:
    """Steps from one side to the other whose meeting with the carrier lies on the line."""
    ax, ay, dx, dy = line.a.x, line.a.y, line.b.x - line.a.x, line.b.y - line.a.y
    box = (ax, ay, line.b.x, line.b.y)
    over = "OVER (PARTITION BY track ORDER BY t)"
    side = f"((y - {ay}) * {dx} - (x - {ax}) * {dy}) / {hypot(dx, dy)!r}"
    return f"""WITH p AS ({_points(camera, box, dialect)}),
        q AS (SELECT track, t, x, y, {side} AS s FROM p),
        r AS (SELECT x, y, s, lag(x) {over} AS px, lag(y) {over} AS py, lag(s) {over} AS ps FROM q),
        f AS (SELECT *, abs(ps) / (abs(ps) + abs(s)) AS share FROM r WHERE (s > 0) <> (ps > 0)),
        g AS (SELECT ((px + share * (x - px) - {ax}) * {dx}
            + (py + share * (y - py) - {ay}) * {dy}) / {float(dx * dx + dy * dy)!r} AS place FROM f)
        SELECT count(*) FROM g WHERE place >= 0 AND place <= 1"""


def _inside(name: str, zone: Zone, camera: int | None, dialect: Dialect) -> str:
    """A table `name`: points with whether they, the one before and the one after are inside.

    These are i, b and a; p… and n… are the columns of the one before and after.
    """
    over = "OVER (PARTITION BY track ORDER BY t)"
    xs, ys = [c.x for c in zone.corners], [c.y for c in zone.corners]
    box = (min(xs), min(ys), max(xs), max(ys))
    earlier = ", ".join(f"lag({c}) {over} AS p{c}" for c in "txy")
    later = ", ".join(f"lead({c}) {over} AS n{c}" for c in "txy")
    return f"""{name}p AS ({_points(camera, box, dialect)}),
        {name}i AS (SELECT cam, track, t, x, y, {_within(zone)} AS i FROM {name}p),
        {name} AS (SELECT cam, track, t, x, y, i, coalesce(lag(i) {over}, 1 = 0) AS b,
            coalesce(lead(i) {over}, 1 = 0) AS a, {earlier}, {later} FROM {name}i)"""


def _within(zone: Zone) -> str:
    sides = _sides(zone)
    odd = " + ".join(
        f"CASE WHEN ({y0} > y) <> ({y1} > y) "
        f"AND x < ({x1} - {x0}) * (y - {y0}) / ({y1} - {y0}) + {x0} THEN 1 ELSE 0 END"
        for x0, y0, x1, y1 in sides
        if y0 != y1
    )
    xs, ys = [c.x for c in zone.corners], [c.y for c in zone.corners]
    box = f"x BETWEEN {min(xs)} AND {max(xs)} AND y BETWEEN {min(ys)} AND {max(ys)}"
    return f"({box} AND ({odd}) % 2 = 1)"


def _sides(zone: Zone) -> list[tuple[float, float, float, float]]:
    corners = [(float(c.x), float(c.y)) for c in zone.corners]
    return [(*one, *two) for one, two in pairwise((*corners, corners[0]))]


def _edge(column: str, dialect: Dialect) -> str:
    """A coordinate pulled off the edge of the picture: `events.border.off_edge`."""
    inner = f"{dialect.greatest}({column}, {EDGE})"
    return f"{dialect.least}({inner}, {UNITS - EDGE})"


def _passed(name: str, of: str, zone: Zone, dialect: Dialect) -> str:
    """Tables that end in `name`: steps (sx, sy) to (ex, ey), with where they last pass the border.

    `of` has these and t, st, et, cam, track; share is `events.border.passing`.
    """
    sides = list(enumerate(_sides(zone)))
    ends = ", ".join(f"{_edge(c, dialect)} AS {c}" for c in ("sx", "sy", "ex", "ey"))
    crosses = ", ".join(
        f"dx * {y1 - y0!r} - dy * {x1 - x0!r} AS c{n}" for n, (x0, y0, x1, y1) in sides
    )
    shares = ", ".join(
        f"(({x0!r} - sx) * {y1 - y0!r} - ({y0!r} - sy) * {x1 - x0!r}) / nullif(c{n}, 0) AS s{n}, "
        f"(({x0!r} - sx) * dy - ({y0!r} - sy) * dx) / nullif(c{n}, 0) AS a{n}"
        for n, (x0, y0, x1, y1) in sides
    )
    latest = ", ".join(
        f"CASE WHEN s{n} >= 0 AND s{n} <= 1 AND a{n} >= 0 AND a{n} <= 1 THEN s{n} ELSE -1.0 END"
        for n, _ in sides
    )
    return f"""{name}1 AS (SELECT cam, track, t, st, et, {ends} FROM {of}),
        {name}2 AS (SELECT *, ex - sx AS dx, ey - sy AS dy FROM {name}1),
        {name}3 AS (SELECT *, {crosses} FROM {name}2),
        {name}4 AS (SELECT *, {shares} FROM {name}3),
        {name}5 AS (SELECT cam, track, t, st, et, {dialect.greatest}({latest}) AS far FROM {name}4),
        {name} AS (SELECT cam, track, t, CASE WHEN st IS NULL OR et IS NULL THEN t
            ELSE st + {dialect.whole("CASE WHEN far < 0 THEN 1.0 ELSE far END * (et - st)")}
            END AS moment FROM {name}5)"""


def _entries(name: str, of: str, zone: Zone, dialect: Dialect) -> str:
    """Tables that end in `name`: when each visit began."""
    step = "px AS sx, py AS sy, x AS ex, y AS ey, pt AS st, t AS et"
    rows = f"{name}0 AS (SELECT cam, track, t, {step} FROM {of} WHERE i AND NOT b)"
    return f"{rows}, {_passed(name, name + '0', zone, dialect)}"


def _exits(name: str, of: str, zone: Zone, dialect: Dialect) -> str:
    """Tables that end in `name`: when each visit ended."""
    step = "x AS sx, y AS sy, nx AS ex, ny AS ey, t AS st, nt AS et"
    rows = f"{name}0 AS (SELECT cam, track, t, {step} FROM {of} WHERE i AND NOT a)"
    return f"{rows}, {_passed(name, name + '0', zone, dialect)}"


def _dwell(zone: Zone, camera: int | None, dialect: Dialect) -> str:
    """Visits, joined where the next begins the instant the last ends, of STAY milliseconds."""
    order = "OVER (PARTITION BY track ORDER BY n)"
    number = "row_number() OVER (PARTITION BY track ORDER BY t) AS n"
    return f"""WITH {_inside("p", zone, camera, dialect)},
        {_entries("e", "p", zone, dialect)}, {_exits("l", "p", zone, dialect)},
        en AS (SELECT track, moment AS since, {number} FROM e),
        ln AS (SELECT track, moment AS until, {number} FROM l),
        v AS (SELECT en.track, en.n, since, until FROM en
            JOIN ln ON en.track = ln.track AND en.n = ln.n),
        w AS (SELECT *, CASE WHEN since - lag(until) {order} > 0 THEN 1 ELSE 0 END AS fresh FROM v),
        s AS (SELECT track, until - since AS lasted, sum(fresh) {order} AS run FROM w),
        d AS (SELECT sum(lasted) AS inside FROM s GROUP BY track, run)
        SELECT count(*) FROM d WHERE inside >= {STAY * 1000}"""


def _sequence(camera: int | None, dialect: Dialect) -> str:
    """Entries of the second zone with one of the first, on the same camera, before them."""
    return f"""WITH {_inside("p", FIRST_ZONE, camera, dialect)},
        {_inside("q", SECOND_ZONE, camera, dialect)},
        {_entries("e", "p", FIRST_ZONE, dialect)}, {_entries("f", "q", SECOND_ZONE, dialect)},
        u AS (SELECT cam, moment, 0 AS later FROM e
            UNION ALL SELECT cam, moment - 1, 1 FROM f),
        o AS (SELECT moment, later, max(CASE WHEN later = 0 THEN moment END)
            OVER (PARTITION BY cam ORDER BY moment, later
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS latest FROM u)
        SELECT count(*) FROM o WHERE later = 1 AND latest >= moment + 1 - {WITHIN * 1000}"""
