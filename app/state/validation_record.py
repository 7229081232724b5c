"""What the journal is told of a measurement: what was measured, and counts; no picture, no path."""

from collections.abc import Mapping
from pathlib import PurePath

from app.words import visible
from vsa_core.domain.assessment import ALL, Assessment
from vsa_core.domain.coverage import Level
from vsa_core.domain.provenance import Canonical


def begun(folder: str, level: Level) -> dict[str, Canonical]:
    """A folder is about to be measured at that level."""
    name = visible(PurePath(folder).name)
    return {"what": "validation_begins", "name": name, "level": level.value}


def measured(found: Assessment) -> dict[str, Canonical]:
    """A folder was measured: by which detector and settings, and how many answers were right."""
    return {
        "what": "validation",
        **_subject(found),
        "files": len(found.clips),
        "found": sum(one.matched for one in found.events),
        "missed": sum(one.missed for one in found.events),
        "false_alarms": sum(one.false_alarms for one in found.events),
        "sequences": len(found.tracked),
        "boxes": sum(one.truths for one in found.boxes if one.size == ALL),
    }


def reported(found: Assessment, digests: Mapping[str, str]) -> dict[str, Canonical]:
    """A report of it was written; `digests`: SHA-256 of every file of it, by its name."""
    return {"what": "validation_report", **_subject(found), "sha256": dict(digests)}


def _subject(found: Assessment) -> dict[str, Canonical]:
    subject = found.subject
    return {
        "name": visible(PurePath(found.folder).name),
        "detector": subject.detector,
        "detector_sha256": subject.detector_digest,
        "tracker": subject.tracker,
        "settings": subject.settings,
        "program": subject.program,
        "level": subject.level.value,
        "made_us": found.made,
    }
