"""The desk as a red line walks it: every public call, by room and name, with its types."""

import inspect
from collections.abc import Callable, Mapping
from typing import get_type_hints

from vsa_core.desk.desks import Desks

Call = Callable[..., object]


def calls(house: type = Desks) -> Mapping[str, Call]:
    """Every public method of every desk of a house."""
    return {
        f"{room}.{name}": call
        for room, kind in get_type_hints(house).items()
        for name, call in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_")
    }


def types(call: Call) -> Mapping[str, object]:
    """The types of what a call takes, by name; without what it gives back."""
    hints = get_type_hints(call)
    return {name: kind for name, kind in hints.items() if name != "return"}
