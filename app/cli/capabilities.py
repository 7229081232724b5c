"""relecture capabilities: what this program can and cannot do, now or on a date of the past."""

from datetime import date, timedelta
from typing import Annotated

import typer

from app.cli.entering import door, signed_in
from app.cli.options import WORDS, AsJson
from app.cli.reading import instant
from app.cli.telling import Teller
from app.times import iso, local
from vsa_core.desk.capabilities import Change, InForce, Signed
from vsa_core.desk.capabilities_list import Listing, ModelLine
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.moment import Window
from vsa_core.errors import WrongUsage

DAY = len("2026-11-21")


def _say(key: str) -> str:
    return WORDS.say(f"cli.capabilities.{key}")


def capabilities(
    context: typer.Context,
    on: Annotated[str | None, typer.Option("--on", help=_say("on"), show_default=False)] = None,
    who: Annotated[str, typer.Option("--as", envvar="RELECTURE_USER", help=_say("as"))] = "",
    as_json: AsJson = False,
) -> None:
    """Nobody need sign in for the list of now; the journal is read by somebody, who is recorded."""
    teller = door(context).teller(as_json)
    if on is None:
        _tell_now(teller, door(context).desks().capabilities.listed())
        return
    period = day_or_instant(on)
    if not who:
        raise WrongUsage("CAS-124")
    with signed_in(context, who) as (desks, person):
        found = desks.capabilities.on(person, period)
    for one in found:
        _tell_then(teller, one)


def day_or_instant(text: str) -> Window:
    """The day that a date means, in the machine's own zone, or the one instant of a time."""
    if len(text) != DAY:
        return Window(instant(text), instant(text) + 1)
    start = instant(text)  # raises for what is no date
    try:
        following = date.fromisoformat(text) + timedelta(1)
    except (ValueError, OverflowError):
        raise WrongUsage("USE-011", text=text) from None
    return Window(start, instant(following.isoformat()))


def _tell_now(teller: Teller, signed: Signed) -> None:
    teller.give(
        "capabilities",
        {
            "document": signed.listing.fields(),
            "sha256": signed.digest,
            "signed": bool(signed.signature),
            "signature": signed.signature,
            "public_key": signed.public_key,
        },
    )
    _tell(teller, signed.listing)
    teller.say("capabilities.list", digest=signed.digest)
    if signed.signature:
        teller.say("capabilities.signed", signature=signed.signature, public=signed.public_key)
    else:
        teller.say("capabilities.unsigned")


def _tell_then(teller: Teller, one: InForce) -> None:
    teller.give(
        "in_force",
        {
            "since": iso(one.since),
            "since_us": one.since,
            "record": one.sequence,
            "sha256": one.digest,
            "document": one.listing.fields() if one.listing else None,
            "changes": [_change_fields(change) for change in one.changes],
        },
    )
    when = local(one.since, teller.words.language)
    teller.say("capabilities.since", when=when, record=one.sequence, digest=one.digest)
    if one.listing is None:
        teller.say("capabilities.not_held")
    else:
        _tell(teller, one.listing)
    for change in one.changes:
        how = "capabilities.added" if change.added else "capabilities.removed"
        when = local(change.at, teller.words.language)
        teller.say(how, when=when, name=change.name, digest=change.digest)


def _tell(teller: Teller, listing: Listing) -> None:
    build, words = listing.build, teller.words
    teller.say(
        "capabilities.program", program=build.program, python=build.python, files=build.files
    )
    teller.say("capabilities.files", digest=build.digest)
    teller.say("capabilities.looks", detector=listing.looks.detector, tracker=listing.looks.tracker)
    if listing.looks.experimental:
        teller.say("capabilities.experimental")
    if listing.fault:
        teller.say("capabilities.fault", code=listing.fault)
    teller.table("capabilities.models", [_model(model) for model in listing.models])
    teller.table("capabilities.kinds", [_kind(kind) for kind in listing.kinds])
    teller.table(
        "capabilities.modules",
        [
            [words.name("capabilities.module", name), words.name("capabilities.state", state)]
            for name, state in listing.modules
        ],
    )
    teller.table(
        "capabilities.cannot",
        [
            [red.line, words.name("capabilities.cannot", red.line), red.test]
            for red in listing.cannot
        ],
    )
    parties = ", ".join(f"{name} {version}" for name, version in build.parties)
    teller.say("capabilities.parties", parties=parties)


def _model(model: ModelLine) -> list[str]:
    return [
        model.name,
        model.digest[:16],
        WORDS.name("cli.models.origins", model.origin),
        ", ".join(model.classes) or str(model.count),
        WORDS.say("cli.models.chosen") if model.chosen else "",
    ]


def _kind(kind: KindSheet) -> list[str]:
    sliders = "; ".join(
        f"{WORDS.name('kinds.setting', p.name)} {p.low}–{p.high} {WORDS.name('kinds.unit', p.unit)}"
        for p in kind.parameters
    )
    return [WORDS.name("kinds.kind", kind.kind), str(kind.version), sliders]


def _change_fields(change: Change) -> dict[str, object]:
    return {
        "at": iso(change.at),
        "at_us": change.at,
        "added": change.added,
        "name": change.name,
        "sha256": change.digest,
    }
