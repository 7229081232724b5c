"""What a case holds of a camera, as far as a question needs to know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vsa_core.domain.coverage import Stretch
from vsa_core.domain.footage import Footage, Recording
from vsa_core.domain.provenance import Pedigree


@dataclass(frozen=True, slots=True)
class Held:
    """The files of one camera, what became of them, and by which run.

    files: in the order admitted; recordings: the files that were joined, in
    order of time; stretches: what indexing made of each file; pedigrees: of the
    files that somebody looked at; both by footage digest.
    """

    files: tuple[Footage, ...]
    recordings: tuple[Recording, ...]
    stretches: Mapping[str, Sequence[Stretch]]
    pedigrees: Mapping[str, Pedigree]
