"""Whether a truth is of the film or picture that it is laid over: as many pictures, as large."""

from vsa_core.errors import Unreadable


def check_length(name: str, told: int, found: int) -> None:
    """Unreadable (VAL-010) unless a film has as many pictures as is told."""
    if told != found:
        raise Unreadable("VAL-010", name=name, told=told, found=found)


def check_size(name: str, told: tuple[int, int], found: tuple[int, int]) -> None:
    """Unreadable (VAL-011) unless a film or picture is as wide and high as is told."""
    if told != found:
        spelt = [f"{width} × {height}" for width, height in (told, found)]
        raise Unreadable("VAL-011", name=name, told=spelt[0], found=spelt[1])
