"""The paper that travels with a clip: what was asked, of what, by whom, and what was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vsa_core.domain.case import Basis, Person
from vsa_core.domain.coverage import Coverage
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Footage
from vsa_core.domain.provenance import Canonical, Pedigree, canonical
from vsa_core.domain.receipt import Receipt
from vsa_core.export.clip import CODEC, OPTIONS, ClipFacts
from vsa_core.export.order import ExportOrder
from vsa_core.export.seal import Party
from vsa_core.legal.veil import HOLD

KIND = "relecture-export"

CLIP, TIMES, MANIFEST, NOTICE = "clip.mp4", "times.json", "manifest.json", "LISEZMOI.txt"


@dataclass(frozen=True, slots=True)
class Source:
    """One footage that the clip was cut from; blocks: SHA-256 of each block as admitted, or ()."""

    footage: Footage
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalHead:
    """Where the journal stood: its name, its number of records, its root in hexadecimal."""

    origin: str
    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything a manifest says beside the clip itself.

    made: when, in microseconds since 1970 UTC; coverage: of the exported
    span; hits: the events behind the order's hit names; masking: the rule's
    name and version; fresh: with what the pictures were looked at afresh
    before they left; software: name to version.
    """

    made: int
    person: Person
    basis: Basis
    sources: tuple[Source, ...]
    pedigrees: tuple[Pedigree, ...]
    coverage: Coverage
    hits: tuple[Hit, ...]
    journal: JournalHead
    masking: str
    software: Mapping[str, str]
    fresh: Mapping[str, Canonical] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sealed:
    """SHA-256 and size of one file of the package."""

    name: str
    sha256: str
    size: int


def manifest(
    order: ExportOrder,
    receipt: Receipt,
    facts: ClipFacts,
    paper: Paper,
    files: tuple[Sealed, ...],
    signers: tuple[Party, ...],
) -> bytes:
    """The bytes of manifest.json, canonical (RFC 8785)."""
    return canonical(
        {
            "v": 1,
            "kind": KIND,
            "made_us": paper.made,
            "files": {file.name: {"sha256": file.sha256, "size": file.size} for file in files},
            "order": order.fields(),
            "order_digest": order.digest,
            "receipt": {
                "sequence": receipt.sequence,
                "entry": receipt.entry,
                "question": receipt.question,
            },
            "clip": _clip(facts),
            "sources": [_source(source) for source in paper.sources],
            "pedigrees": [pedigree.fields() for pedigree in paper.pedigrees],
            "masking": {
                "rule": paper.masking,
                "hold_us": HOLD,
                "fresh": dict(paper.fresh),
                "unmasked": sorted(set(order.matched)),
            },
            "coverage": [stretch.fields() for stretch in paper.coverage.stretches],
            "hits": [{"name": hit.name, "event": hit.event.fields()} for hit in paper.hits],
            "journal": {
                "origin": paper.journal.origin,
                "head": f"{paper.journal.size}:{paper.journal.root}",
            },
            "mentions": {
                "name": paper.person.full_name,
                "habilitation": paper.person.habilitation,
                "basis": paper.basis.fields(),
            },
            "software": dict(paper.software),
            "signers": [party.fields() for party in signers],
        }
    )


def _clip(facts: ClipFacts) -> Canonical:
    slates = [frame.code for frame in facts.frames if frame.code]
    return {
        "width": facts.width,
        "height": facts.height,
        "frames": len(facts.frames),
        "slates": {code: slates.count(code) for code in sorted(set(slates))},
        "time_base": f"{facts.time_base.numerator}/{facts.time_base.denominator}",
        "end": facts.end,
        "encoder": CODEC,
        "encoder_options": dict(OPTIONS),
    }


def _source(source: Source) -> Canonical:
    footage = source.footage
    clock, stream = footage.clock, footage.stream
    return {
        "sha256": footage.digest,
        "size": footage.size,
        "name": footage.name,
        "camera": footage.camera,
        "exhibit": footage.exhibit,
        "state": footage.state.value,
        "blocks": list(source.blocks),
        "clock": None
        if clock is None
        else {
            "shown_us": clock.shown,
            "offset_us": clock.offset,
            "uncertainty_us": clock.uncertainty,
            "author": clock.author,
        },
        "stream": None
        if stream is None
        else {
            "codec": stream.codec,
            "width": stream.width,
            "height": stream.height,
            "rotation": stream.rotation,
            "time_base": f"{stream.time_base.numerator}/{stream.time_base.denominator}",
            "pts": [stream.span.start, stream.span.end],
            "pictures": stream.pictures,
            "variable": stream.variable,
            "times_rebuilt": stream.rebuilt,
        },
    }
