"""Processes that look as no process should: each is what `python -c` runs."""

import sys

PROLOGUE = """
import os, sys, time
from vsa_core import stint, worker
from vsa_core.pipeline import looker
usual = looker.observe
"""

EPILOGUE = """
worker.main()
"""


def script(middle: str) -> tuple[str, ...]:
    """A worker with something changed in it; `usual` is how it looks at a slice."""
    return (sys.executable, "-P", "-c", PROLOGUE + middle + EPILOGUE)


def dying_at(*starts: int) -> tuple[str, ...]:
    """One that ends without a word when it is to look at a slice that begins there."""
    return script(
        f"""
def observe(source, footage, stream, span, *rest):
    if span.start in {starts!r}:
        os._exit(9)
    return usual(source, footage, stream, span, *rest)
looker.observe = observe
"""
    )


def babbling() -> tuple[str, ...]:
    """One that answers with what makes no sense."""
    return script('stint.outcome_bytes = lambda outcome: b"beep"\n')


def stuck() -> tuple[str, ...]:
    """One that says nothing more once it has an order."""
    return script("looker.observe = lambda *rest: time.sleep(600)\n")


def failing(code: str) -> tuple[str, ...]:
    """One whose source gives no pictures, for a reason with that code."""
    return script(
        f"""
from vsa_core.errors import Unreadable
def observe(source, footage, *rest):
    raise Unreadable({code!r}, name=footage.name)
looker.observe = observe
"""
    )


def refusing() -> tuple[str, ...]:
    """One that cannot open its weights."""
    return script(
        """
from vsa_core.errors import Tampered
class Refusing(stint.Looking):
    def sight(self):
        raise Tampered("MOD-002", name="vigie")
stint.Looking = Refusing
"""
    )


def seeing_otherwise() -> tuple[str, ...]:
    """One with other weights than the program."""
    return script(
        """
from dataclasses import replace
class Other(stint.Looking):
    def sight(self):
        return replace(super().sight(), detector_digest="ab" * 32)
stint.Looking = Other
"""
    )


MISSING = (sys.executable, "-c", "raise SystemExit(3)")
"""One that ends before it has begun."""
