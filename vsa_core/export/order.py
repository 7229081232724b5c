"""An export as a value: what leaves, of which footage, for whom and why; has a digest."""

from dataclasses import dataclass

from vsa_core.domain.moment import Span
from vsa_core.domain.provenance import Canonical, digest


@dataclass(frozen=True, slots=True)
class Cut:
    """One footage's share of an export: its digest, and the pts that leave."""

    footage: str
    span: Span


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """One clip of one recording, asked for by one person with a motive.

    recording: digest of the recording's first file; cuts: in time order;
    matched: numbers of the recording's tracks that a person accepted, the
    only ones shown unmasked; hits: names of the hits that led here; query:
    digest of their question, "" without one; language: of the words burnt
    in; zone: time zone that burnt times are written in ("Europe/Paris").
    """

    case: str
    person: str
    camera: str
    recording: str
    cuts: tuple[Cut, ...]
    matched: tuple[int, ...]
    hits: tuple[str, ...]
    query: str
    language: str
    zone: str
    motive: str

    def __post_init__(self) -> None:
        if not self.cuts:
            raise ValueError("an export takes something from at least one footage")
        if len({cut.footage for cut in self.cuts}) != len(self.cuts):
            raise ValueError("an export takes one stretch of each footage")

    def fields(self) -> dict[str, Canonical]:
        """The order as canonical fields; matched tracks and hits are sets, written in order."""
        return {
            "v": 1,
            "case": self.case,
            "person": self.person,
            "camera": self.camera,
            "recording": self.recording,
            "cuts": [
                {"footage": cut.footage, "pts": [cut.span.start, cut.span.end]} for cut in self.cuts
            ],
            "matched": sorted(set(self.matched)),
            "hits": sorted(set(self.hits)),
            "query": self.query,
            "language": self.language,
            "zone": self.zone,
            "motive": self.motive,
        }

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical fields: the order's name in the journal."""
        return digest(self.fields())
