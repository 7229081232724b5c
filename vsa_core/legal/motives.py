"""The closed list of motives: why a person does an act, by code (dir. 2016/680 art. 25)."""

from vsa_core.errors import Refused
from vsa_core.legal.articles import LOGGING

MOTIVES: tuple[str, ...] = ("M01", "M02", "M03", "M04", "M05", "M06")
"""Words: resources/i18n/<language>/motives.toml. A code is never given another sense."""


def check_motive(code: str) -> None:
    """Raise Refused (LAW-020) unless `code` is in the list."""
    if code not in MOTIVES:
        raise Refused("LAW-020", motive=code, first=MOTIVES[0], last=MOTIVES[-1], article=LOGGING)
