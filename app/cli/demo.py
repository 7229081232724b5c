"""relecture demo: the whole road on a small rendered archive, with found against truth."""

import secrets
import time
from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import Entered, door
from app.cli.options import WORDS
from app.cli.telling import Teller
from app.cli.trial import Asked, asked_of, scored
from tools.sample.archive import SampleArchive, render
from vsa_core.desk.cases import NewCase
from vsa_core.desk.desks import Desks
from vsa_core.desk.exports import Exported
from vsa_core.desk.footage import Admission
from vsa_core.desk.people import NewPerson
from vsa_core.desk.scope import Wish
from vsa_core.domain.case import Basis, Framework, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.errors import Refused

MOTIVE = "M06"
NUMBER = "DEMO/2024/0001"
DAY = 86_400 * MICROSECONDS
MARGIN = 2 * MICROSECONDS
WHO = "demo"


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help=WORDS.say("cli.demo.out"))] = Path("demo"),
) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused("USE-027", folder=str(out))
    began = time.monotonic()
    teller = door(context).teller(as_json=False)
    teller.say("demo.rendering", folder=str(out / "archive"))
    archive = render(out / "archive")
    desks = door(context).throwaway((out / "installation").absolute())
    at = _opened(desks, archive, out)
    teller.say("demo.opened", number=NUMBER)
    _admit(at, archive)
    teller.say("demo.admitted", files=len(archive.files))
    named = _index(teller, at)
    hits = _ask(teller, at, archive, named)
    exported = _export(at, hits, out)
    teller.say("demo.exporting", folder=exported.folder)
    _verify(teller, desks, exported)
    desks.people.sign_out(at.who)
    teller.say("demo.done", seconds=round(time.monotonic() - began), folder=str(out))


def _opened(desks: Desks, archive: SampleArchive, out: Path) -> Entered:
    passphrase = secrets.token_hex(16)
    desks.people.add(NewPerson(WHO, Role.ANALYST, "Démonstration", "démonstration"), passphrase)
    who = desks.people.sign_in(WHO, passphrase)
    now = desks.health.now()
    times = [file.shown + file.offset for file in archive.files]
    basis = Basis(
        framework=Framework.FLAGRANCE,
        requisition="démonstration",
        magistrate="démonstration",
        authorisation="",
        offence="vol (exemple)",
        cameras=tuple(dict.fromkeys(file.camera for file in archive.files)),
        window=Window(min(times) - DAY, max(times) + DAY),
        expires=now + DAY,
    )
    new = NewCase(NUMBER, basis, (), now + DAY)
    return Entered(desks, who, desks.cases.open(who, str(out / "affaire"), new, MOTIVE))


def _admit(at: Entered, archive: SampleArchive) -> None:
    for file in archive.files:
        claim = ClockClaim(file.shown, file.offset, file.uncertainty, WHO)
        admission = Admission(str(file.path), file.camera, file.exhibit, claim)
        at.desks.footage.admit(at.who, at.where, admission, MOTIVE)


def _index(teller: Teller, at: Entered) -> bool:
    """Look at everything; whether a detector gave names."""
    with teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.demo.indexing"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total)

        indexed = at.desks.indexing.index(
            at.who, at.where, Level.STANDARD, (), MOTIVE, progress, lambda: False
        )
    teller.say(
        "demo.indexed", tracks=indexed.tracks, points=indexed.points, detector=indexed.detector
    )
    if not indexed.named:
        teller.say("demo.motion")
    return indexed.named


def _ask(teller: Teller, at: Entered, archive: SampleArchive, named: bool) -> tuple[Hit, ...]:
    teller.say("demo.asking")
    exported: tuple[Hit, ...] = ()
    for question in asked_of(archive, named):
        hits = _hits(at, question)
        score = scored(question, hits)
        teller.say(
            "demo.question",
            name=WORDS.say(f"cli.demo.{question.name}"),
            found=len(score.matches),
            true=score.seen,
            missed=len(score.missed),
            false=len(score.false_alarms),
        )
        exported = exported or hits[:1]
    return exported


def _hits(at: Entered, question: Asked) -> tuple[Hit, ...]:
    batches = at.desks.queries.ask(at.who, at.where, question.query, MOTIVE)
    return tuple(hit for batch in batches for hit in batch.hits)


def _export(at: Entered, hits: tuple[Hit, ...], out: Path) -> Exported:
    at.desks.viewing.judge(at.who, at.where, hits[0].name, True, MOTIVE)
    wish = Wish(
        hits=tuple(hit.name for hit in hits),
        camera="",
        window=None,
        margin=MARGIN,
        folder=str(out / "export"),
        recipient="démonstration",
        language=WORDS.language,
    )
    return at.desks.exports.export(at.who, at.where, wish, MOTIVE, lambda done, total, what: None)


def _verify(teller: Teller, desks: Desks, exported: Exported) -> None:
    checked = desks.exports.verify(exported.folder)
    whole = desks.audits.verify()
    teller.say("demo.verified", files=checked.files, records=whole.records)
    teller.say("demo.head", head=whole.printed)
