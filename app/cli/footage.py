"""relecture admit, index, footage: from files to observations."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from app.claims import Claims, Statement
from app.cli.entering import Entered, door, entered
from app.cli.options import WORDS, AsJson, Cameras, CaseFolder, Motive, Who
from app.cli.reading import instant, milliseconds, signed_microseconds
from app.cli.telling import Teller
from app.times import duration, iso, seconds
from vsa_core.desk.footage import Admission, FootageSheet
from vsa_core.desk.indexing import Indexed
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.domain.moment import MICROSECONDS, ClockClaim
from vsa_core.errors import Fault, Refused, Unreadable, WrongUsage


def _say(key: str) -> str:
    return WORDS.say(f"cli.admit.{key}")


def admit(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    files: Annotated[list[Path], typer.Argument(help=_say("files"), show_default=False)],
    camera: Annotated[str, typer.Option(help=_say("camera"))],
    exhibit: Annotated[str, typer.Option(help=_say("exhibit"))],
    start: Annotated[str | None, typer.Option(help=_say("start"))] = None,
    start_from_name: Annotated[str | None, typer.Option(help=_say("start_from_name"))] = None,
    no_clock: Annotated[bool, typer.Option("--no-clock", help=_say("no_clock"))] = False,
    offset: Annotated[str, typer.Option(help=_say("offset"))] = "0s",
    uncertainty: Annotated[str, typer.Option(help=_say("uncertainty"))] = "2s",
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    """Several files with --start follow each other without a pause, in the order given.

    One that is refused is told, and does not keep the others out, unless
    their time hangs on its length.
    """
    if sum((start is not None, start_from_name is not None, no_clock)) != 1:
        raise WrongUsage("USE-020")
    claims = Claims(
        Statement(
            who,
            instant(start) if start is not None else None,
            start_from_name,
            signed_microseconds(offset),
            milliseconds(uncertainty) * 1000,
        )
    )
    teller = door(context).teller(as_json)
    refused: list[Fault] = []
    with entered(context, who, folder) as at:
        for path in files:
            try:
                admission = Admission(str(path), camera, exhibit, claims.of(path.name))
                footage = at.desks.footage.admit(at.who, at.where, admission, motive)
            except (Refused, Unreadable) as fault:
                refused.append(fault)
                teller.fault(fault)
                claims.after(path.name, None)
                continue
            claims.after(path.name, footage)
            _tell_footage(teller, FootageSheet(footage, ()))
    if refused:
        raise typer.Exit(max(fault.exit_status for fault in refused))


def clock(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    name: Annotated[str, typer.Argument(help=WORDS.say("cli.clock.footage"))],
    start: Annotated[str, typer.Option(help=_say("start"))],
    offset: Annotated[str, typer.Option(help=_say("offset"))] = "0s",
    uncertainty: Annotated[str, typer.Option(help=_say("uncertainty"))] = "2s",
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    claim = ClockClaim(
        instant(start), signed_microseconds(offset), milliseconds(uncertainty) * 1000, who
    )
    with entered(context, who, folder) as at:
        known = [s.footage for s in at.desks.footage.listed(at.who, at.where)]
        chosen = [f for f in known if name == f.name or f.digest.startswith(name)]
        if len(chosen) != 1:
            raise WrongUsage("USE-026", name=name, count=len(chosen))
        changed = at.desks.footage.claim_clock(at.who, at.where, chosen[0].digest, claim, motive)
    _tell_footage(door(context).teller(as_json), FootageSheet(changed, ()))


def index(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    level: Annotated[Level, typer.Option(help=WORDS.say("cli.index.level"))] = Level.STANDARD,
    camera: Cameras = None,
    cluster: Annotated[
        Path | None, typer.Option(help=WORDS.say("cli.index.cluster"), show_default=False)
    ] = None,
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at, teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.index.starting"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        indexed = at.desks.indexing.index(
            at.who, at.where, level, tuple(camera or ()), motive, progress, lambda: False, cluster
        )
    _tell_indexed(teller, indexed)
    if indexed.failures:
        raise typer.Exit(Unreadable.exit_status)


def footage(context: typer.Context, who: Who, folder: CaseFolder, as_json: AsJson = False) -> None:
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at:
        for sheet in _sheets(at):
            _tell_footage(teller, sheet)


def _sheets(at: Entered) -> Iterator[FootageSheet]:
    yield from at.desks.footage.listed(at.who, at.where)


def _tell_footage(teller: Teller, sheet: FootageSheet) -> None:
    item = sheet.footage
    teller.give("footage", {**_fields(item), "looked": _looked(sheet)})
    stream = item.stream
    key = "footage.line" if stream else "footage.line_without_pictures"
    teller.say(
        key,
        name=item.name,
        camera=item.camera,
        state=teller.words.name("cli.states", item.state.value),
        digest=item.digest[:16],
        length=duration(round(stream.seconds * MICROSECONDS)) if stream else "",
        size=f"{stream.width}×{stream.height}" if stream else "",
    )
    if item.state is not FootageState.READABLE:
        teller.say("footage.reason", reason=_reason(teller, item))
    if sheet.stretches:
        teller.say("footage.looked", looked=_shares(teller, _looked(sheet)))


def _reason(teller: Teller, item: Footage) -> str:
    parts = teller.words.explain_code(item.reason, {"name": item.name})
    return f"{' '.join(parts)} [{item.reason}]"


def _looked(sheet: FootageSheet) -> dict[str, str]:
    stream = sheet.footage.stream
    if stream is None:
        return {}
    totals: dict[Looked, Fraction] = {}
    for stretch in sheet.stretches:
        length = (stretch.span.end - stretch.span.start) * stream.time_base
        totals[stretch.looked] = totals.get(stretch.looked, Fraction(0)) + length
    return {looked.value: seconds(total) for looked, total in totals.items()}


def _shares(teller: Teller, totals: dict[str, str]) -> str:
    named = [f"{teller.words.name('cli.looked', k)} {v} s" for k, v in totals.items()]
    return ", ".join(named)


def _fields(item: Footage) -> dict[str, object]:
    stream = item.stream
    return {
        "digest": item.digest,
        "name": item.name,
        "camera": item.camera,
        "exhibit": item.exhibit,
        "state": item.state.value,
        "reason": item.reason,
        "size": item.size,
        "codec": stream.codec if stream else None,
        "width": stream.width if stream else None,
        "height": stream.height if stream else None,
        "pictures": stream.pictures if stream else 0,
        "seconds": seconds(stream.seconds) if stream else None,
        "variable_rate": stream.variable if stream else None,
        "times_rebuilt": stream.rebuilt if stream else None,
        "first_pts": stream.span.start if stream else None,
        "time_base": str(stream.time_base) if stream else None,
        "start": iso(item.corrected(stream.span.start)) if stream and item.clock else None,
        "gaps": len(item.gaps),
    }


def _tell_indexed(teller: Teller, indexed: Indexed) -> None:
    teller.say(
        "index.done",
        files=indexed.files,
        tracks=indexed.tracks,
        points=indexed.points,
        frames=indexed.frames,
        level=teller.words.name("cli.levels", indexed.level.value),
        detector=indexed.detector,
    )
    if indexed.firsts:
        teller.say("index.firsts", count=indexed.firsts)
    if indexed.quarantined:
        teller.say("index.quarantined", count=indexed.quarantined)
    if not indexed.named:
        teller.say("index.motion_only")
    _tell_refused(teller, indexed.failures)
    teller.give(
        "indexed",
        {
            "files": indexed.files,
            "slices": indexed.slices,
            "tracks": indexed.tracks,
            "points": indexed.points,
            "frames": indexed.frames,
            "level": indexed.level.value,
            "detector": indexed.detector,
            "tracker": indexed.tracker,
            "run": indexed.run,
            "first_slices": indexed.firsts,
            "quarantined": indexed.quarantined,
            "failures": [list(failure) for failure in indexed.failures],
        },
    )


def _tell_refused(teller: Teller, failures: Sequence[tuple[str, str]]) -> None:
    for name, code in failures:
        teller.say("index.failure", name=name, code=code)
