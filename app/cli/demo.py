"""relecture demo: the whole road on a small rendered archive, with found against truth."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from app.cli.entering import door
from app.cli.options import WORDS
from app.cli.telling import Teller
from app.cli.trial import Asked, asked_of, scored
from app.libraries import screens as seen
from app.sample import MOTIVE, NUMBER, Sample, admit_sample, index_sample, open_sample
from vsa_core.desk.desks import Desks
from vsa_core.desk.exports import Exported
from vsa_core.desk.scope import Wish
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused

MARGIN = 2 * MICROSECONDS


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help=WORDS.say("cli.demo.out"))] = Path("demo"),
) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused("USE-027", folder=str(out))
    began = time.monotonic()
    teller = door(context).teller(as_json=False)
    teller.say("demo.rendering", folder=str(out / "archive"))
    sample = open_sample(out, door(context).throwaway)
    teller.say("demo.opened", number=NUMBER)
    admit_sample(sample)
    teller.say("demo.admitted", files=len(sample.archive.files))
    named = _index(teller, sample)
    hits = _ask(teller, sample, named)
    exported = _export(sample, hits, out)
    teller.say("demo.exporting", folder=exported.folder)
    _verify(teller, sample.desks, exported)
    teller.say("demo.done", seconds=round(time.monotonic() - began), folder=str(out))
    screens = out / "screens"
    teller.say("demo.window" if seen(os.environ) else "demo.screens", folder=str(screens))
    door(context).present(sample, screens)


def _index(teller: Teller, sample: Sample) -> bool:
    """Look at everything; whether a detector gave names."""
    with teller.progress() as bar:
        task = bar.add_task(WORDS.say("cli.demo.indexing"), total=None)

        def progress(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total)

        indexed = index_sample(sample, progress, lambda: False)
    teller.say(
        "demo.indexed", tracks=indexed.tracks, points=indexed.points, detector=indexed.detector
    )
    if not indexed.named:
        teller.say("demo.motion")
    return indexed.named


def _ask(teller: Teller, sample: Sample, named: bool) -> tuple[Hit, ...]:
    teller.say("demo.asking")
    exported: tuple[Hit, ...] = ()
    for question in asked_of(sample.archive, named):
        hits = _hits(sample, question)
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


def _hits(at: Sample, question: Asked) -> tuple[Hit, ...]:
    batches = at.desks.queries.ask(at.who, at.where, question.query, MOTIVE)
    return tuple(hit for batch in batches for hit in batch.hits)


def _export(at: Sample, hits: tuple[Hit, ...], out: Path) -> Exported:
    at.desks.reviews.judge(at.who, at.where, hits[0].name, Verdict.MATCH, MOTIVE)
    wish = Wish(
        hits=tuple(hit.name for hit in hits),
        camera="",
        window=None,
        margin=MARGIN,
        folder=str(out / "export"),
        recipient="démonstration",
        language=WORDS.language,
    )
    return at.desks.exports.export(
        at.who, at.where, wish, MOTIVE, lambda done, total, what: None, lambda: False
    )


def _verify(teller: Teller, desks: Desks, exported: Exported) -> None:
    checked = desks.exports.verify(exported.folder)
    whole = desks.audits.verify()
    teller.say("demo.verified", files=checked.files, records=whole.records)
    teller.say("demo.head", head=whole.printed)
