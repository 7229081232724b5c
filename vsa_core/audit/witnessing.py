"""What the DPO cosigned is shown to be the journal's own before it is kept."""

from pathlib import Path

from vsa_core.audit.cosignature import Cosigned, Witness, own_part, read_cosigned
from vsa_core.audit.head import read_stated
from vsa_core.audit.inception import read_inception
from vsa_core.audit.notes import cosigned_path
from vsa_core.audit.pen import Pen
from vsa_core.audit.proof import root_at
from vsa_core.audit.shard import Shard, read_small, shards
from vsa_core.errors import Tampered


def check_cosigned(folder: Path, data: bytes, witness: Witness, pen: Pen) -> tuple[Cosigned, Path]:
    """What a cosigned checkpoint says, and where it is to be kept; in one's turn, all read.

    Raises Tampered: AUD-111 when this journal's key did not sign it, AUD-124
    when `witness` did not, AUD-125 when no shard has that root at that size.
    """
    stated = read_stated(own_part(data))
    cosigned = read_cosigned(data, pen.checker(stated.origin), witness)
    shard = _shard_of(folder, stated.origin)
    if shard is None or root_at(shard, stated.size) != stated.root:
        raise Tampered("AUD-125", place=stated.size)
    return cosigned, cosigned_path(shard, stated.size)


def _shard_of(folder: Path, origin: str) -> Shard | None:
    for shard in shards(folder):
        if read_inception(read_small(shard.inception, "AUD-116")).origin == origin:
            return shard
    return None
