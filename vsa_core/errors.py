"""Every way the house can say no: Refused, Unreadable, Tampered, Bug, and WrongUsage."""

from typing import ClassVar


class Fault(Exception):
    """A failure that explains itself by a code and values, never by prose.

    `code` (for example ``SRC-012``) is the key of three sentences (cause,
    consequence, next step) in ``resources/i18n/<language>/<PREFIX>.toml``;
    `values` fill their placeholders. The branch says whose fault it is and
    who must be told.
    """

    exit_status: ClassVar[int] = 70

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code} ({told})" if told else self.code


class WrongUsage(Fault):
    """The words of the request make no sense; nothing was done (exit 2)."""

    exit_status = 2


class Refused(Fault):
    """The law, the basis or the role says no: shown, and logged (exit 3)."""

    exit_status = 3


class Unreadable(Fault):
    """The evidence or a file of ours is damaged or absent: becomes coverage (exit 4)."""

    exit_status = 4


class Tampered(Fault):
    """A digest, a tag or a signature disagrees: stop and alarm (exit 5)."""

    exit_status = 5


class Bug(Fault):
    """Our own mistake (exit 70)."""
