"""A case as it is being written down, and what it still lacks before the desk is asked."""

import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.case import Aipd, Basis, Framework
from vsa_core.domain.moment import Window

_DIGEST = re.compile(r"[0-9a-f]{64}")

DEEMED_GIVEN = frozenset({Framework.FLAGRANCE})
"""Where the magistrate's authorisation is deemed given (CPP art. R. 40-40)."""

WITHOUT_OFFENCE = frozenset({Framework.ARTICLE_74, Framework.ARTICLE_74_1})
"""Where the search looks for a cause of death or a person, not for an offence."""


class Asked(StrEnum):
    """What is asked for, in the order in which it is asked."""

    NUMBER = "number"
    FRAMEWORK = "framework"
    REQUISITION = "requisition"
    MAGISTRATE = "magistrate"
    AUTHORISATION = "authorisation"
    OFFENCE = "offence"
    CAMERAS = "cameras"
    WINDOW = "window"
    MODULES = "modules"
    EXPIRES = "expires"
    ERASE_BY = "erase_by"
    PEOPLE = "people"
    AIPD = "aipd"
    FOLDER = "folder"
    MOTIVE = "motive"


class Lack(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    TWICE = "twice"
    BACKWARDS = "backwards"
    PAST = "past"
    NOT_DIGEST = "not_digest"  # of an impact assessment
    NOT_WHOLE = "not_whole"  # a path that does not say where it begins


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed; times are microseconds since 1970 UTC, `start` to `end` corrected."""

    number: str
    framework: Framework
    requisition: str
    magistrate: str
    authorisation: str
    offence: str
    cameras: tuple[str, ...]
    start: int
    end: int
    expires: int
    erase_by: int
    people: tuple[str, ...]
    folder: str
    motive: str
    aipd: Aipd

    def basis(self) -> Basis:
        """The basis, without an authorisation where it is deemed given; needs a whole window."""
        deemed = self.framework in DEEMED_GIVEN
        return Basis(
            framework=self.framework,
            requisition=self.requisition.strip(),
            magistrate=self.magistrate.strip(),
            authorisation="" if deemed else self.authorisation.strip(),
            offence=self.offence.strip(),
            cameras=tuple(camera.strip() for camera in self.cameras),
            window=Window(self.start, self.end),
            expires=self.expires,
        )

    def lacks(self, now: int) -> Mapping[Asked, Lack]:
        """What keeps the case from being opened at `now`, by field, in the order of the fields.

        The desk decides: this only spares a person a refusal that can be foreseen.
        """
        found = {
            **dict.fromkeys(self._missing(), Lack.MISSING),
            **self._of_cameras(),
            **self._of_times(now),
        }
        if not _DIGEST.fullmatch(self.aipd.digest) and self.aipd.digest:
            found[Asked.AIPD] = Lack.NOT_DIGEST
        if self.folder.strip() and not os.path.isabs(self.folder.strip()):
            found[Asked.FOLDER] = Lack.NOT_WHOLE
        return {field: found[field] for field in Asked if field in found}

    def _missing(self) -> tuple[Asked, ...]:
        texts = {
            Asked.NUMBER: self.number,
            Asked.REQUISITION: self.requisition,
            Asked.MAGISTRATE: self.magistrate,
            Asked.FOLDER: self.folder,
            Asked.AIPD: self.aipd.reference.strip() and self.aipd.digest,
            Asked.MOTIVE: self.motive,
        }
        if self.framework not in DEEMED_GIVEN:
            texts[Asked.AUTHORISATION] = self.authorisation
        if self.framework not in WITHOUT_OFFENCE:
            texts[Asked.OFFENCE] = self.offence
        return tuple(field for field, text in texts.items() if not text.strip())

    def _of_cameras(self) -> dict[Asked, Lack]:
        names = [camera.strip() for camera in self.cameras]
        if not names or not all(names):
            return {Asked.CAMERAS: Lack.MISSING}
        if max(Counter(names).values()) > 1:
            return {Asked.CAMERAS: Lack.TWICE}
        return {}

    def _of_times(self, now: int) -> dict[Asked, Lack]:
        found = {}
        if self.end <= self.start:
            found[Asked.WINDOW] = Lack.BACKWARDS
        for field, instant in ((Asked.EXPIRES, self.expires), (Asked.ERASE_BY, self.erase_by)):
            if instant <= now:
                found[field] = Lack.PAST
        return found
