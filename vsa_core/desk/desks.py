"""All the desks of one installation, as the two faces of the program receive them."""

from dataclasses import dataclass

from vsa_core.desk.approvals import Approvals
from vsa_core.desk.audit_export import Handover
from vsa_core.desk.audit_replays import Replays
from vsa_core.desk.audit_witness import Witnessing
from vsa_core.desk.audits import Audits
from vsa_core.desk.calibration import Calibration
from vsa_core.desk.capabilities import Capabilities
from vsa_core.desk.cases import Cases
from vsa_core.desk.erasing import Erasing
from vsa_core.desk.exports import Exports
from vsa_core.desk.footage import FootageDesk
from vsa_core.desk.health import Health
from vsa_core.desk.indexing import Indexing
from vsa_core.desk.models import Models
from vsa_core.desk.orders import Orders
from vsa_core.desk.people import People
from vsa_core.desk.phrases import Phrases
from vsa_core.desk.playing import Playing
from vsa_core.desk.queries import Queries
from vsa_core.desk.renewing import Renewing
from vsa_core.desk.retention import Retention
from vsa_core.desk.reviews import Reviews
from vsa_core.desk.roles import Roles
from vsa_core.desk.saved import SavedQueries
from vsa_core.desk.shards import Shards
from vsa_core.desk.viewing import Viewing
from vsa_core.desk.widening import Widening


@dataclass(frozen=True, slots=True)
class Desks:
    """Everything a person may ask; arguments and results are plain frozen values."""

    people: People
    roles: Roles
    approvals: Approvals
    cases: Cases
    widening: Widening
    orders: Orders
    erasing: Erasing
    footage: FootageDesk
    indexing: Indexing
    queries: Queries
    phrases: Phrases
    saved: SavedQueries
    calibration: Calibration
    reviews: Reviews
    viewing: Viewing
    playing: Playing
    exports: Exports
    audits: Audits
    replays: Replays
    witnessing: Witnessing
    handover: Handover
    shards: Shards
    renewing: Renewing
    retention: Retention
    models: Models
    capabilities: Capabilities
    health: Health
