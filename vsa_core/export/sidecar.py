"""The true times of a clip's frames: one canonical document beside it."""

from fractions import Fraction

from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.export.clip import ClipFacts, FrameFact
from vsa_core.export.shots import Piece


def times(facts: ClipFacts, pieces: tuple[Piece, ...]) -> bytes:
    """The bytes of times.json: for each frame where it lies in the clip and where it came from.

    `ticks` are of the clip's time base, `pts` of that source's; `picture` is
    left, top, width, height of the source's picture among the strips;
    `sha256` is over the drawn picture before encoding, BGR rows from top to
    bottom.
    """
    return canonical(
        {
            "v": 1,
            "kind": "relecture-times",
            "clip": facts.sha256,
            "time_base": _written(facts.time_base),
            "end": facts.end,
            "width": facts.width,
            "height": facts.height,
            "picture": list(facts.inner),
            "sources": [_source(piece) for piece in pieces],
            "frames": [_frame(number, frame) for number, frame in enumerate(facts.frames)],
        }
    )


def _source(piece: Piece) -> Canonical:
    stream = piece.footage.stream
    assert stream is not None  # a clip is made from footage with pictures
    return {"footage": piece.footage.digest, "time_base": _written(stream.time_base)}


def _frame(number: int, frame: FrameFact) -> Canonical:
    return {
        "n": number,
        "ticks": frame.ticks,
        "source": frame.source,
        "pts": frame.pts,
        "corrected_us": frame.corrected,
        "code": frame.code,
        "sha256": frame.digest,
    }


def _written(base: Fraction) -> str:
    return f"{base.numerator}/{base.denominator}"
