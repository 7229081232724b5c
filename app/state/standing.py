"""How far each camera of the case is ready to be asked about."""

from collections.abc import Iterable
from enum import StrEnum

from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.coverage import Looked


class Standing(StrEnum):
    """What there is of a camera."""

    UNTOLD = "untold"  # the list of files has not come yet
    EMPTY = "empty"  # no file was admitted
    UNREAD = "unread"  # files, and nothing of them was looked at
    READ = "read"  # at least a stretch was looked at


def standing(sheets: Iterable[FootageSheet] | None, cameras: tuple[str, ...]) -> Standing:
    """The best standing among these cameras; UNTOLD while `sheets` is None."""
    if sheets is None:
        return Standing.UNTOLD
    mine = [sheet for sheet in sheets if sheet.footage.camera in cameras]
    if any(s.looked is Looked.LOOKED for sheet in mine for s in sheet.stretches):
        return Standing.READ
    return Standing.UNREAD if mine else Standing.EMPTY
