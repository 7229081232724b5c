"""All commands under one name, in the order of the work."""

import typer

from app.cli import (
    asking,
    bench_index,
    bench_masks,
    bench_search,
    bench_seek,
    bench_trackers,
    calibrating,
    checking,
    demo,
    explaining,
    flowing,
    footage,
    showing,
    validating,
)
from app.cli.approvals import approvals
from app.cli.auditing import audit
from app.cli.benching import bench
from app.cli.capabilities import capabilities
from app.cli.cases import cases
from app.cli.cluster import cluster
from app.cli.destroying import destroying
from app.cli.exporting import exports
from app.cli.models import models
from app.cli.options import WORDS
from app.cli.orders import orders
from app.cli.people import people
from app.cli.retention import retention
from app.cli.reviewing import review
from app.cli.saved import queries

bench.command("index", help=WORDS.say("cli.bench.index.help"))(bench_index.index)
bench.command("masks", help=WORDS.say("cli.bench.masks.help"))(bench_masks.masks)
bench.command("search", help=WORDS.say("cli.bench.search.help"))(bench_search.search)
bench.command("seek", help=WORDS.say("cli.bench.seek.help"))(bench_seek.seeking)
bench.command("trackers", help=WORDS.say("cli.bench.trackers.help"))(bench_trackers.trackers)


def program() -> typer.Typer:
    """The whole command line; the door is handed in as the context's object."""
    root = typer.Typer(
        help=WORDS.say("cli.help"),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    root.command("demo", help=WORDS.say("cli.demo.help"))(demo.demo)
    root.add_typer(people, name="people")
    root.add_typer(cases, name="case")
    root.add_typer(approvals, name="approvals")
    root.add_typer(orders, name="orders")
    root.add_typer(destroying, name="destroy")
    root.command("admit", help=WORDS.say("cli.admit.help"))(footage.admit)
    root.command("clock", help=WORDS.say("cli.clock.help"))(footage.clock)
    root.command("footage", help=WORDS.say("cli.footage.help"))(footage.footage)
    root.command("index", help=WORDS.say("cli.index.help"))(footage.index)
    root.add_typer(cluster, name="cluster")
    root.command("kinds", help=WORDS.say("cli.kinds.help"))(asking.kinds)
    root.command("ask", help=WORDS.say("cli.ask.help"))(asking.ask)
    root.add_typer(queries, name="queries")
    root.command("flow", help=WORDS.say("cli.flow.help"))(flowing.flow)
    root.command("calibrate", help=WORDS.say("cli.calibrate.help"))(calibrating.calibrate)
    root.command("show", help=WORDS.say("cli.show.help"))(showing.show)
    root.command("explain", help=WORDS.say("cli.explain.help"))(explaining.explain)
    root.add_typer(review, name="review")
    root.add_typer(exports, name="export")
    root.add_typer(audit, name="audit")
    root.command("validate", help=WORDS.say("cli.validate.help"))(validating.validate)
    root.add_typer(bench, name="bench")
    root.add_typer(models, name="models")
    root.command("retention", help=WORDS.say("cli.retention.help"))(retention)
    root.command("capabilities", help=WORDS.say("cli.capabilities.help"))(capabilities)
    root.command("doctor", help=WORDS.say("cli.doctor.help"))(checking.doctor)
    return root
