"""Which machines of the rack are there, and which of them look with what is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cluster.line import Line


@dataclass(slots=True)
class Census:
    """The machines of a rack, each asked once what looks there.

    asked: what must look, as the program would look; fit: the address of each
    machine where exactly that looks; addresses: of every machine, by name.
    """

    line: Line
    asked: Mapping[str, str] = field(default_factory=dict)
    fit: tuple[str, ...] = ()
    addresses: dict[str, str] = field(default_factory=dict)
    _sights: dict[str, object] = field(default_factory=dict)

    async def taken(self) -> tuple[int, tuple[str, ...]]:
        """How many slices the fit machines take at once, and the names of those that do not fit.

        Raises OSError when the scheduler is gone.
        """
        there = await self.line.machines()
        self.addresses = {machine.name: machine.address for machine in there}
        known = {
            address: self._sights[address]
            if address in self._sights
            else await self.line.ask(address, {"op": "relecture_sight"})
            for address in self.addresses.values()
        }
        self._sights = {address: sight for address, sight in known.items() if sight is not None}
        fit = {address for address, sight in self._sights.items() if sight == self.asked}
        self.fit = tuple(sorted(fit))
        others = sorted(machine.name for machine in there if machine.address not in fit)
        return sum(m.slices for m in there if m.address in fit), tuple(others)
