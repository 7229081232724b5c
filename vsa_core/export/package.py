"""An export as one folder: clip, true times, manifest, signatures, notice; whole, or not there."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Refused, Unreadable
from vsa_core.export import durable
from vsa_core.export.clip import ClipFacts, Watch, write_clip
from vsa_core.export.manifest import CLIP, MANIFEST, NOTICE, TIMES, Paper, Sealed, manifest
from vsa_core.export.notice import notice
from vsa_core.export.order import ExportOrder
from vsa_core.export.seal import FILE as SEAL
from vsa_core.export.seal import Signer, sealed
from vsa_core.export.shots import Piece
from vsa_core.export.sidecar import times
from vsa_core.export.words import Words


@dataclass(frozen=True, slots=True)
class Request:
    """What is to leave: the order, the receipt that opens it, and what it is made from.

    tracks: all tracks of the order's recording, for masks and marks.
    """

    order: ExportOrder
    receipt: Receipt
    pieces: tuple[Piece, ...]
    tracks: Tracks


@dataclass(frozen=True, slots=True)
class Package:
    """A written package; `manifest` is the SHA-256 (hex) of manifest.json."""

    folder: Path
    facts: ClipFacts
    manifest: str


def write_package(
    folder: Path,
    request: Request,
    paper: Paper,
    languages: tuple[Words, ...],
    signers: tuple[Signer, ...],
    watch: Watch | None = None,
) -> Package:
    """Write the package as `folder`, which must not exist; nothing remains of it on failure.

    languages: of the notice, in that order; the clip is in the order's own,
    which must be among them (Bug EXP-012). Raises what `write_clip` raises, and Refused
    (EXP-006) when the folder exists.
    """
    if folder.exists():
        raise Refused("EXP-006", file=folder.name)
    partial = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)  # what a power cut may have left
        partial.mkdir()
        facts, digest = _fill(partial, request, paper, languages, signers, watch)
        durable.settle_folder(partial)
        partial.rename(folder)
        durable.settle_folder(folder.parent)
    except OSError as error:
        raise Unreadable(
            "EXP-005", file=folder.name, reason=error.strerror or str(error)
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return Package(folder, facts, digest)


def _fill(
    partial: Path,
    request: Request,
    paper: Paper,
    languages: tuple[Words, ...],
    signers: tuple[Signer, ...],
    watch: Watch | None,
) -> tuple[ClipFacts, str]:
    order = request.order
    spoken = {words.language: words for words in languages}
    if order.language not in spoken:
        raise Bug("EXP-012", language=order.language, missing="export.toml")
    parties = tuple(signer.party for signer in signers)
    facts = write_clip(
        partial / CLIP,
        order,
        request.receipt,
        request.pieces,
        request.tracks,
        spoken[order.language],
        watch,
    )
    beside = {
        TIMES: times(facts, request.pieces),
        NOTICE: notice(order, facts, paper, parties, languages),
    }
    files = (
        Sealed(CLIP, facts.sha256, facts.size),
        *(Sealed(name, _sha256(data), len(data)) for name, data in beside.items()),
    )
    body = manifest(order, request.receipt, facts, paper, files, parties)
    for name, data in (*beside.items(), (MANIFEST, body), (SEAL, sealed(body, signers))):
        durable.write(partial / name, data)
    return facts, _sha256(body)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
