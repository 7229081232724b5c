"""The calibrations of a case's cameras: the last one of a camera holds, none is forgotten."""

import json

from vsa_core.domain.ground import Ground, ground_of
from vsa_core.domain.provenance import canonical
from vsa_core.store.catalog_sql import Database


class GroundRows:
    """Calibrations by camera."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def add(self, ground: Ground, sequence: int) -> None:
        """Keep a calibration with the number of its record in the journal."""
        self._database.do(
            "INSERT INTO grounds (camera, fields, sequence) VALUES (?,?,?)",
            (ground.camera, canonical(ground.fields()).decode(), sequence),
        )

    def knows(self, ground: Ground) -> bool:
        """Whether this very calibration is, or was, in force."""
        text = canonical(ground.fields()).decode()
        return self._database.one("SELECT 1 FROM grounds WHERE fields = ?", (text,)) is not None

    def of(self, camera: str) -> Ground | None:
        """The calibration in force for a camera, or None."""
        row = self._database.one(
            "SELECT fields FROM grounds WHERE camera = ? ORDER BY ordinal DESC LIMIT 1", (camera,)
        )
        return ground_of(json.loads(row[0])) if row else None
