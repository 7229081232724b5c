"""All the desks of one installation, as the two faces of the program receive them."""

from dataclasses import dataclass

from vsa_core.desk.audits import Audits
from vsa_core.desk.cases import Cases
from vsa_core.desk.exports import Exports
from vsa_core.desk.footage import FootageDesk
from vsa_core.desk.health import Health
from vsa_core.desk.indexing import Indexing
from vsa_core.desk.models import Models
from vsa_core.desk.people import People
from vsa_core.desk.playing import Playing
from vsa_core.desk.queries import Queries
from vsa_core.desk.viewing import Viewing


@dataclass(frozen=True, slots=True)
class Desks:
    """Everything a person may ask; arguments and results are plain frozen values."""

    people: People
    cases: Cases
    footage: FootageDesk
    indexing: Indexing
    queries: Queries
    viewing: Viewing
    playing: Playing
    exports: Exports
    audits: Audits
    models: Models
    health: Health
