"""The weights known here: which are listed, which are present, which one looks at footage."""

from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.desk.register import Deed, Register
from vsa_core.domain.case import Act


@dataclass(frozen=True, slots=True)
class ModelSheet:
    """One known model; `digest` is the SHA-256 of its weights."""

    name: str
    digest: str
    licence: str
    source: str
    classes: tuple[str, ...]
    present: bool
    chosen: bool


class Models:
    """The list of known weights, and the one in use."""

    def __init__(self, register: Register, sheets: Callable[[], tuple[ModelSheet, ...]]) -> None:
        """`sheets` reads the list anew and recomputes the digest of every file present."""
        self._register = register
        self._sheets = sheets

    def listed(self) -> tuple[ModelSheet, ...]:
        """Every known model; the reading is recorded."""
        self._register.write(None, Deed(Act.CONSULT, about={"what": "models"}))
        return self._sheets()

    def verify(self) -> tuple[ModelSheet, ...]:
        """The models present, their digests recomputed; raises what opening them raises."""
        self._register.write(None, Deed(Act.CONSULT, about={"what": "models_verify"}))
        return tuple(sheet for sheet in self._sheets() if sheet.present)
