"""Every question that may be asked, drawn at random; and the words of both languages."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from vsa_core.domain.filters import RANGES, WHERE, Colours, Filter, Heading, Hours, Range
from vsa_core.domain.geometry import FLOW_SIDE, UNITS, Flow, Line, Place, Point, Zone
from vsa_core.domain.geometry import Path as Drawn
from vsa_core.domain.moment import Window
from vsa_core.domain.objects import CLASSES, COLOURS
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import ALL, COMBINATIONS, NOT, Combination
from vsa_core.events.interface import EventKind, Parameter
from vsa_core.events.registry import KINDS, checked
from vsa_core.phrases.lexicon import Lexicon, read_lexicon

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
LANGUAGES = ("fr", "en")


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    return read_lexicon(I18N, language)


units = st.integers(0, UNITS)
points = st.builds(Point, units, units)
lines = st.tuples(points, points).filter(lambda two: two[0] != two[1]).map(lambda two: Line(*two))
zones = st.lists(points, min_size=3, max_size=6).map(lambda some: Zone(tuple(some)))
paths = st.lists(points, min_size=2, max_size=6, unique=True).map(lambda some: Drawn(tuple(some)))
cells = st.lists(st.integers(-1, 255), min_size=FLOW_SIDE**2, max_size=FLOW_SIDE**2)
flows = cells.map(lambda some: Flow(tuple(some)))
SHAPES = {"line": lines, "zone": zones, "path": paths, "flow": flows, "": st.none()}

names = st.one_of(
    st.sampled_from(["rue", "3", "cam-12", "Rue du Bac", "rouge", "and", "l’été", "a\u202eb", '"']),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
cameras = st.lists(names, max_size=3).map(tuple)
classes = st.lists(st.sampled_from(CLASSES), max_size=3).map(tuple)

minutes = st.integers(0, 24 * 60)
hours = st.builds(
    Hours,
    minutes,
    minutes,
    st.lists(st.integers(0, 6), max_size=7).map(tuple),
    st.sampled_from(["Europe/Paris", "Europe/London", "UTC"]),
).filter(lambda one: one.start != one.end)
shares = st.just(250) | st.integers(1, 1000)
colours = st.builds(
    Colours,
    st.sampled_from(WHERE),
    st.lists(st.sampled_from(COLOURS), min_size=1, max_size=3).map(tuple),
    shares,
)
headings = st.builds(Heading, st.integers(0, 359), st.just(45) | st.integers(1, 180))
ends = st.integers(0, 100_000) | st.integers(0, 10**8)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range with at least one end."""
    low, high = sorted(draw(st.tuples(ends, ends)))
    open_end = draw(st.sampled_from(["none", "low", "high"]))
    what = draw(st.sampled_from(RANGES))
    return Range(what, None if open_end == "low" else low, None if open_end == "high" else high)


narrowings: st.SearchStrategy[Filter] = colours | headings | ranges()

SECOND = 1_000_000
instants = st.one_of(
    st.integers(0, 4_000_000_000 * SECOND),
    st.integers(0, 60_000_000).map(lambda minute: minute * 60 * SECOND),
    # Around the hour that comes twice, 27 October 2024, and the one that never comes.
    st.integers(1_729_980_000, 1_729_995_000).map(lambda second: second * SECOND),
    st.integers(1_711_840_000, 1_711_855_000).map(lambda second: second * SECOND),
    st.sampled_from([1_709_593_200 * SECOND, 1_709_679_600 * SECOND]),  # midnights of Paris
    st.integers(-(2**62), 2**62),
)
windows = (
    st.tuples(instants, instants)
    .filter(lambda two: two[0] != two[1])
    .map(lambda two: Window(min(two), max(two)))
)


@st.composite
def settings_of(draw: st.DrawFn, parameters: tuple[Parameter, ...]) -> tuple[Setting, ...]:
    """Some of the settings, in any order, with their whole range or another."""
    chosen = (
        draw(st.lists(st.sampled_from(parameters), unique_by=lambda p: p.name, max_size=4))
        if (parameters)
        else []
    )
    return tuple(draw(_setting(parameter)) for parameter in chosen)


@st.composite
def _setting(draw: st.DrawFn, parameter: Parameter) -> Setting:
    low, value, high = sorted(draw(st.tuples(*[st.integers(parameter.low, parameter.high)] * 3)))
    if draw(st.booleans()):
        low, high = parameter.low, parameter.high
    return Setting(parameter.name, value, low, high)


@st.composite
def leaves(draw: st.DrawFn) -> Query:
    """A question of one kind, without times."""
    kind: EventKind = draw(st.sampled_from(KINDS))
    place: Place | None = draw(SHAPES[draw(st.sampled_from(kind.PLACES))])
    return Query(
        kind.KIND,
        cameras=draw(cameras),
        classes=draw(classes),
        place=place,
        direction=draw(st.sampled_from(("", *kind.DIRECTIONS))),
        settings=draw(settings_of(kind.PARAMETERS)),
        filters=tuple(draw(st.lists(narrowings, max_size=2))),
    )


@st.composite
def _combined(draw: st.DrawFn, parts: st.SearchStrategy[Query]) -> Query:
    made: Combination = draw(st.sampled_from([one for one in COMBINATIONS if one.KIND != NOT]))
    count = draw(st.integers(made.least, min(made.most, 3)))
    drawn = [draw(parts) for _ in range(count)]
    if made.KIND == ALL and draw(st.booleans()):
        out = draw(st.integers(0, count - 1))
        drawn[out] = Query(NOT, cameras=draw(st.just(()) | cameras), parts=(drawn[out],))
    return Query(
        made.KIND,
        cameras=draw(cameras) if draw(st.booleans()) else (),
        settings=draw(settings_of(made.PARAMETERS)),
        filters=tuple(draw(st.lists(narrowings, max_size=1))),
        parts=tuple(drawn),
    )


@st.composite
def timed(draw: st.DrawFn, inner: st.SearchStrategy[Query]) -> Query:
    """An outermost question: with a window and with hours, among its filters."""
    query = draw(inner)
    filters = draw(st.permutations([*query.filters, *draw(st.lists(hours, max_size=2))]))
    return Query(
        query.kind,
        query.cameras,
        query.classes,
        draw(st.none() | windows),
        query.place,
        query.direction,
        query.settings,
        tuple(filters),
        query.parts,
    )


def _makes_sense(query: Query) -> bool:
    try:
        checked(query)
    except WrongUsage as fault:
        return fault.code == "EVT-050"  # calibrations are put in later
    return True


single = timed(leaves())
combined = timed(_combined(st.recursive(leaves(), _combined, max_leaves=4))).filter(_makes_sense)
questions = single | combined
