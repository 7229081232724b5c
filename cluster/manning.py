"""A machine of the rack made ready: what looks on it, where its footage lies, its outbox."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from cluster.copies import Copies
from cluster.outbox import Outbox
from cluster.station import Station
from vsa_core.clock import SystemClock
from vsa_core.domain.footage import Footage
from vsa_core.intake.admit import verify
from vsa_core.intake.opening import open_source
from vsa_core.looking import Looking
from vsa_core.settings import Settings


def manned(name: str, settings: Settings, folders: Sequence[Path], outbox: Path) -> Station:
    """A machine called `name` that looks as `settings` say; what choosing weights raises.

    Films are opened in processes of their own, which end with this one: what
    a hostile film does, it does far from the certificate.
    """
    look = Looking(replace(settings, workers=1))
    sight = look.sight()
    copies = Copies(folders, _check, SystemClock().now)
    return Station(name, sight.names(), partial(look.crew, sight), copies, Outbox(outbox))


def _check(footage: Footage, tell: Callable[[], None]) -> None:
    """The file's bytes are those that were admitted; Tampered (SRC-009) when they are not."""
    with open_source(footage.path) as file:
        verify(footage, file, tell)
