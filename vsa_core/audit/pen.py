"""What a program brings to write the journal: the machine's key, a clock, its own name."""

from dataclasses import dataclass, field

from vsa_core.audit.disk import Disk, PosixDisk
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import Checker, Sign, Verify
from vsa_core.domain.ports import Clock
from vsa_core.domain.provenance import Canonical


@dataclass(frozen=True, slots=True)
class Pen:
    """The means of writing.

    public_key: hex of the key behind `sign`; boot: identifier of this boot of
    the machine, beside which monotonic times have a meaning; app: version of
    the program; mode: "single" for one process.
    """

    public_key: str
    sign: Sign
    verify: Verify
    clock: Clock
    boot: str
    app: str
    mode: str = "single"
    disk: Disk = field(default_factory=PosixDisk)

    def checker(self, origin: str) -> Checker:
        """Tells the seals of this key on the journal of that name."""
        return Checker(origin, self.public_key, self.verify)

    def record(
        self, entry: Entry, sequence: int, prev: str, last: int, seat: int
    ) -> dict[str, Canonical]:
        """The record of an entry now, or at `last` when the wall clock was set back before it."""
        now = self.clock.now()
        t = max(now, last)
        mono = self.clock.monotonic()
        return entry.fields(sequence, prev, t, self.boot, mono, self.mode, seat, t - now)
