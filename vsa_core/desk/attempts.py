"""Wrong passphrases are counted by name, and after five each costs an ever longer wait."""

from vsa_core.desk.machine import KEYS, Machine
from vsa_core.desk.signed_file import read_signed, write_signed
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import Refused
from vsa_core.keys.private_file import alone

FREE = 5
"""Wrong passphrases that cost no wait."""

FIRST = 30 * MICROSECONDS
LONGEST = 24 * 3600 * MICROSECONDS


def wait_after(failed: int) -> int:
    """Microseconds to wait after that many wrong passphrases: 30 s, doubled each time, a day."""
    if failed < FREE:
        return 0
    return int(min(FIRST * 2 ** min(failed - FREE, 20), LONGEST))


class Attempts:
    """How often each person failed, in a private signed file: starting again forgets nothing.

    Names are those of people enrolled; what an unknown person typed is kept nowhere.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def seconds(self, name: str, now: int) -> int:
        """How long `name` must still wait, in whole seconds; 0 for not at all."""
        failed, at = self._kept().get(name, (0, 0))
        left = at + wait_after(failed) - now
        return max(0, -(-left // MICROSECONDS))

    def begin(self, name: str, now: int) -> None:
        """Count an attempt before it is made: one cut short has failed.

        now: the later of the wall clock and the journal's time, microseconds.
        Raises Refused (KEY-020), which names the seconds, while `name` must
        wait; Tampered (CAS-010) when the file is not as signed.
        """
        with alone(self._machine.home / KEYS):
            seconds = self.seconds(name, now)
            if seconds:
                raise Refused("KEY-020", name=name, seconds=seconds)
            kept = self._kept()
            self._write({**kept, name: (kept.get(name, (0, 0))[0] + 1, now)})

    def forgive(self, name: str) -> None:
        """The passphrase was right: begin counting again."""
        with alone(self._machine.home / KEYS):
            self._write({other: one for other, one in self._kept().items() if other != name})

    def _kept(self) -> dict[str, tuple[int, int]]:
        found = read_signed(self._machine.home / "attempts", self._machine) or {}
        return {name: (failed, at) for name, (failed, at) in found.items()}

    def _write(self, kept: dict[str, tuple[int, int]]) -> None:
        content = {name: [failed, at] for name, (failed, at) in kept.items()}
        write_signed(self._machine.home / "attempts", self._machine, content)
