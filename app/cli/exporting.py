"""relecture export: an annotated clip with its paper, and the check that anybody can run."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door, entered
from app.cli.options import WORDS, AsJson, CaseFolder, End, Motive, Start, Who
from app.cli.reading import milliseconds, window
from app.times import duration
from vsa_core.desk.exports import Exported
from vsa_core.desk.scope import Wish

exports = typer.Typer(help=WORDS.say("cli.export.help"), no_args_is_help=True)


def _say(key: str) -> str:
    return WORDS.say(f"cli.export.{key}")


@exports.command("clip", help=_say("clip.help"))
def clip(
    context: typer.Context,
    who: Who,
    folder: CaseFolder,
    hits: Annotated[list[str] | None, typer.Argument(help=_say("hits"), show_default=False)] = None,
    camera: Annotated[str, typer.Option(help=_say("camera"))] = "",
    start: Start = None,
    end: End = None,
    margin: Annotated[str, typer.Option(help=_say("margin"))] = "3s",
    out: Annotated[str, typer.Option(help=_say("out"))] = "",
    recipient: Annotated[str, typer.Option(help=_say("recipient"))] = "",
    motive: Motive = "M01",
    as_json: AsJson = False,
) -> None:
    wish = Wish(
        hits=tuple(hits or ()),
        camera=camera,
        window=window(start, end),
        margin=milliseconds(margin) * 1000,
        folder=out,
        recipient=recipient,
        language=WORDS.language,
    )
    teller = door(context).teller(as_json)
    with entered(context, who, folder) as at, teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.export.writing"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total)

        exported = at.desks.exports.export(at.who, at.where, wish, motive, progress, lambda: False)
    teller.say(
        "export.done",
        folder=exported.folder,
        frames=exported.frames,
        length=duration(exported.microseconds),
        head=exported.head,
    )
    teller.give("export", _fields(exported))


@exports.command("verify", help=_say("verify.help"))
def verify(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=_say("folder"), show_default=False)],
    key: Annotated[str, typer.Option(help=_say("key"))] = "",
    as_json: AsJson = False,
) -> None:
    checked = door(context).desks().exports.verify(str(folder), key)
    teller = door(context).teller(as_json)
    teller.say(
        "export.good", files=checked.files, case=checked.case, signer=checked.signers[0][:16]
    )
    teller.give(
        "checked", {"files": checked.files, "case": checked.case, "signers": list(checked.signers)}
    )


def _fields(exported: Exported) -> dict[str, object]:
    return {
        "folder": exported.folder,
        "clip": exported.clip,
        "manifest": exported.manifest,
        "frames": exported.frames,
        "head": exported.head,
        "receipt": exported.receipt,
    }
