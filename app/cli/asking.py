"""relecture ask: a question to hits and coverage, and the list of what may be asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Protocol

import typer

from app.cli.entering import Entered, door, entered
from app.cli.options import WORDS, AsJson, Cameras, CaseFolder, End, Motive, Start, Who
from app.cli.reading import milliseconds, pairs, place, window
from app.cli.saying import compiled
from app.cli.telling import Teller
from app.times import duration, local, stamp
from vsa_core.desk.counting import Count
from vsa_core.desk.queries import KindSheet, Slider
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.event import Hit
from vsa_core.domain.objects import CLASSES, coarsely
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage


class Unread(Protocol):
    """A recording whose observations could not be read, and the code that says why."""

    @property
    def recording(self) -> str: ...

    @property
    def code(self) -> str: ...


NOWHERE = Path()
"""No case was named."""


def _say(key: str) -> str:
    return WORDS.say(f"cli.ask.{key}")


def ask(
    context: typer.Context,
    who: Who = "",
    folder: CaseFolder = NOWHERE,
    kind: Annotated[str, typer.Argument(help=_say("kind"), show_default=False)] = "",
    camera: Cameras = None,
    line: Annotated[str | None, typer.Option(help=_say("line"))] = None,
    zone: Annotated[str | None, typer.Option(help=_say("zone"))] = None,
    direction: Annotated[str, typer.Option(help=_say("direction"))] = "",
    object_class: Annotated[list[str] | None, typer.Option("--class", help=_say("class"))] = None,
    start: Start = None,
    end: End = None,
    setting: Annotated[list[str] | None, typer.Option("--set", help=_say("set"))] = None,
    text: Annotated[str | None, typer.Option("--say", help=_say("say"))] = None,
    show: Annotated[bool, typer.Option("--show", help=_say("show"))] = False,
    count: Annotated[bool, typer.Option("--count", help=_say("count"))] = False,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    options = (camera, line, zone, direction, object_class, start, end, setting)
    if (
        (text is None) == (not kind)
        or (text is None and show)
        or (text is not None and any(options))
    ):
        raise WrongUsage("USE-033")
    if not show:
        _demand(who, folder)
    if text is not None:
        _ask_in_words(context, (who, folder, motive), text, show=show, count=count, teller=teller)
        return
    with entered(context, who, folder) as at:
        sheet = at.desks.queries.kind(kind)
        cameras = tuple(camera or ())
        geometry = at.desks.footage.geometry(at.who, at.where, cameras)
        query = Query(
            kind=kind,
            cameras=cameras,
            classes=_classes(object_class or ()),
            window=window(start, end),
            place=place(line, zone, geometry.size),
            direction=direction,
            settings=settings(sheet, pairs(setting or ())),
        )
        tell(teller, at, query, motive, geometry.firsts, count=count)


def _demand(who: str, folder: Path) -> None:
    """Only a text that is shown, and not asked, is nobody's and of no case."""
    for given, option, variable in (
        (bool(who), "--as", "RELECTURE_USER"),
        (folder != NOWHERE, "--case", "RELECTURE_CASE"),
    ):
        if not given:
            raise WrongUsage("USE-034", option=option, variable=variable)


def _ask_in_words(
    context: typer.Context,
    asked: tuple[str, Path, str],
    text: str,
    *,
    show: bool,
    count: bool,
    teller: Teller,
) -> None:
    """Compile a text and show it; unless `show`, ask it: who, in which case, with which motive."""
    query = compiled(teller, door(context).desks(), text)
    if show:
        return
    who, folder, motive = asked
    with entered(context, who, folder) as at:
        geometry = at.desks.footage.geometry(at.who, at.where, query.named_cameras())
        tell(teller, at, query, motive, geometry.firsts, count=count)


def tell(
    teller: Teller,
    at: Entered,
    query: Query,
    motive: str,
    firsts: Mapping[str, int],
    *,
    count: bool = False,
) -> None:
    """Ask a question and tell its answer, or only how many hits it has."""
    if count:
        tell_count(teller, at.desks.queries.count(at.who, at.where, query, motive))
        return
    coverage, classes = _tell_answer(teller, at, query, motive, firsts)
    _tell_coarse(teller, query, classes)
    tell_coverage(teller, coverage)


def tell_count(teller: Teller, count: Count) -> None:
    """How many hits there are, on each camera, and what was looked at."""
    for one in count.cameras:
        teller.say("ask.counted", camera=one.camera, hits=one.hits)
    teller.say("ask.total", hits=count.total)
    teller.give(
        "count",
        {
            "answer": count.answer,
            "hits": count.total,
            "cameras": {one.camera: one.hits for one in count.cameras},
        },
    )
    _tell_failures(teller, count.failures)
    tell_coverage(teller, count.coverage)


def kinds(context: typer.Context, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    for sheet in door(context).desks().queries.kinds():
        teller.say(
            "kinds.line",
            kind=sheet.kind,
            name=WORDS.name("kinds.kind", sheet.kind),
            place=_places(sheet) or "–",
            directions=", ".join(sheet.directions) or "–",
        )
        for p in sheet.parameters:
            teller.say(
                "kinds.setting",
                name=p.name,
                meaning=WORDS.name("kinds.setting", p.name),
                default=p.default,
                low=p.low,
                high=p.high,
                unit=p.unit,
            )
        teller.give("kind", _sheet_fields(sheet))


def settings(sheet: KindSheet, typed: dict[str, str]) -> tuple[Setting, ...]:
    """Every parameter of the kind with the value typed, or its default.

    A value in ms may be typed as a duration ("15s"); the declared range is
    the value alone, since a command line has no slider.
    """
    known = {p.name: p for p in sheet.parameters}
    for name in typed:
        if name not in known:
            raise WrongUsage("USE-021", name=name, known=", ".join(known))
    return tuple(_setting(name, known[name], typed.get(name)) for name in known)


def _setting(name: str, slider: Slider, typed: str | None) -> Setting:
    value = slider.default if typed is None else _value(name, slider, typed)
    if not slider.low <= value <= slider.high:
        raise WrongUsage("USE-023", name=name, value=value, low=slider.low, high=slider.high)
    return Setting(name, value, value, value)


def _value(name: str, slider: Slider, typed: str) -> int:
    if typed.removeprefix("-").isdecimal():
        return int(typed)
    if slider.unit == "ms":
        return milliseconds(typed)
    raise WrongUsage("USE-022", name=name, value=typed)


def _classes(names: Sequence[str]) -> tuple[str, ...]:
    for name in names:
        if name not in CLASSES:
            raise WrongUsage("USE-024", name=name, known=", ".join(CLASSES))
    return tuple(dict.fromkeys(names))


def _tell_answer(
    teller: Teller, at: Entered, query: Query, motive: str, firsts: Mapping[str, int]
) -> tuple[Coverage, Counter[str]]:
    """Ask, telling each recorded batch as it comes; the coverage, and the hits of each class."""
    coverage, classes = Coverage(()), Counter[str]()
    asking = at.desks.queries.ask(at.who, at.where, query, motive)
    for batch in asking:
        for hit in batch.hits:
            _tell_hit(teller, hit, firsts)
            classes[hit.event.object_class] += 1
        _tell_failures(teller, batch.failures)
        coverage = batch.coverage or coverage
    teller.say("ask.answer", answer=asking.answer)
    teller.give("answer", {"answer": asking.answer, "hits": classes.total()})
    return coverage, classes


def _tell_failures(teller: Teller, failures: Sequence[Unread]) -> None:
    for failure in failures:
        teller.say("index.failure", name=failure.recording[:16], code=failure.code)
        teller.give("failure", {"recording": failure.recording, "code": failure.code})


def _tell_coarse(teller: Teller, query: Query, classes: Mapping[str, int]) -> None:
    """What has only a coarse name where a finer one was asked for."""
    coarse = {name: n for name, n in classes.items() if coarsely(query.classes, name)}
    for name, count in coarse.items():
        teller.give("coarse", {"class": name, "hits": count})
    if coarse:
        names = ", ".join(
            WORDS.say("cli.ask.coarse_name", name=WORDS.name("cli.classes", name), count=count)
            for name, count in coarse.items()
        )
        teller.say("ask.coarse", names=names)


def _tell_hit(teller: Teller, hit: Hit, firsts: Mapping[str, int]) -> None:
    event = hit.event
    start, end = (stamp(s, firsts[s.footage]) for s in (event.start, event.end))
    corrected = event.start.corrected
    teller.say(
        "ask.hit",
        name=hit.name[:12],
        camera=event.camera,
        when=local(corrected, WORDS.language) if corrected is not None else start["seconds"],
        at=start["seconds"],
        what=WORDS.name("cli.classes", event.object_class),
        track=event.track,
        direction=WORDS.name("kinds.direction", event.direction) if event.direction else "",
        rule=WORDS.name("kinds.rule", event.rule),
    )
    teller.give("hit", {"name": hit.name, **event.fields(), "start": start, "end": end})


def tell_coverage(teller: Teller, coverage: Coverage) -> None:
    # A file that gave no picture has no length: its fate is named all the same.
    fates = {stretch.looked for stretch in coverage.stretches}
    parts = [
        f"{WORDS.name('cli.looked', looked.value)} {duration(coverage.microseconds(looked))}"
        for looked in Looked
        if looked in fates
    ]
    teller.say("ask.coverage", asked=duration(coverage.asked), parts="; ".join(parts))
    if not coverage.complete:
        teller.say("ask.incomplete")
    if Looked.CALM in fates:
        teller.say("ask.calm")
    for stretch in coverage.stretches:
        teller.give("coverage", stretch.fields())


def _places(sheet: KindSheet) -> str:
    return ", ".join(WORDS.name("cli.places", place) for place in sheet.places if place)


def _sheet_fields(sheet: KindSheet) -> dict[str, object]:
    return {
        "kind": sheet.kind,
        "place": sheet.place,
        "places": list(sheet.places),
        "directions": list(sheet.directions),
        "settings": [
            {"name": p.name, "default": p.default, "low": p.low, "high": p.high, "unit": p.unit}
            for p in sheet.parameters
        ],
    }
