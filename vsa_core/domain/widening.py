"""What a basis is to be widened by, under which decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical


@dataclass(frozen=True, slots=True)
class Wider:
    """Cameras to add, a wider window, later ends (microseconds); empty and None change nothing.

    decision: reference of the magistrate's decision; decided: its date, in
    microseconds since 1970 UTC.
    """

    decision: str
    decided: int
    cameras: tuple[str, ...] = ()
    window: Window | None = None
    expires: int | None = None
    erase_by: int | None = None

    def fields(self) -> dict[str, Canonical]:
        """The terms of the request, canonical."""
        return {
            "decision": self.decision,
            "decided_us": self.decided,
            "cameras": list(self.cameras),
            "window_us": [self.window.start, self.window.end] if self.window else None,
            "expires_us": self.expires,
            "erase_by_us": self.erase_by,
        }


def wider_of(terms: Mapping[str, Canonical]) -> Wider:
    """The widening that a request's terms tell; they are signed, hence trusted in shape."""
    window, cameras = terms["window_us"], terms["cameras"]
    decided = terms["decided_us"]
    assert isinstance(cameras, list | tuple)
    assert isinstance(decided, int)
    return Wider(
        decision=str(terms["decision"]),
        decided=decided,
        cameras=tuple(str(camera) for camera in cameras),
        window=Window(_whole(window[0]), _whole(window[1])) if isinstance(window, list) else None,
        expires=_optional(terms["expires_us"]),
        erase_by=_optional(terms["erase_by_us"]),
    )


def _whole(value: Canonical) -> int:
    assert isinstance(value, int)
    return value


def _optional(value: Canonical) -> int | None:
    return None if value is None else _whole(value)
