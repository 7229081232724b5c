"""How a journal began: who enrolled this installation, under which assessment, with which keys."""

from dataclasses import asdict, dataclass, fields

from vsa_core.audit.head import check_origin
from vsa_core.audit.lines import strict_object
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered, WrongUsage

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Previous:
    """The shard before: its name, final size and root (hex).

    sha256: of its audit.jsonl as it was found (hex) where it was given up
    because it is damaged, else ""; size and root are then those of what holds.
    """

    shard: str
    size: int
    root: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Inception:
    """The ceremony's facts, kept beside the journal and named by its first record.

    origin: the journal's name, with a random part, never used twice;
    public_key: of the key that seals each record (hex); key_tier: where that
    key lies (tpm, keyring, file); aipd, aipd_digest: reference and SHA-256 of
    the impact assessment; engagement: of the CNIL conformity commitment;
    dpo_key: the DPO's public key (hex) or ""; machines: identifiers;
    previous: the shard that this one follows, None in the first.
    """

    origin: str
    public_key: str
    enrolled_by: str
    key_tier: str = "file"
    aipd: str = ""
    aipd_digest: str = ""
    engagement: str = ""
    dpo_key: str = ""
    machines: tuple[str, ...] = ()
    previous: Previous | None = None

    def __post_init__(self) -> None:
        check_origin(self.origin)
        if not _is_key(self.public_key):
            raise WrongUsage("AUD-016", field="public_key")
        if not self.enrolled_by.strip():
            raise WrongUsage("AUD-016", field="enrolled_by")

    @property
    def document(self) -> bytes:
        """The bytes of inception.json: canonical JSON and a line feed."""
        values: dict[str, Canonical] = {f.name: getattr(self, f.name) for f in fields(self)}
        if self.previous is not None:
            values["previous"] = asdict(self.previous)
        return canonical({"v": SCHEMA, **values}) + b"\n"


def read_inception(data: bytes) -> Inception:
    """The facts in the bytes of an inception.json. Raises Tampered (AUD-116) on anything else."""
    try:
        found = strict_object(data.removesuffix(b"\n"))
        machines = found.pop("machines")
        previous = _previous(found.pop("previous"))
        if found.pop("v") != SCHEMA or not isinstance(machines, list):
            raise ValueError("not an inception")
        texts = {key: value for key, value in found.items() if isinstance(value, str)}
        names = tuple(str(machine) for machine in machines)
        result = Inception(**texts, machines=names, previous=previous)
    except (ValueError, KeyError, TypeError, RecursionError, WrongUsage) as error:
        raise Tampered("AUD-116", file="inception.json") from error
    if result.document != data:
        raise Tampered("AUD-116", file="inception.json")
    return result


def _previous(value: Canonical) -> Previous | None:
    """The shard before, as far as its form is right; the document is compared whole after."""
    if not isinstance(value, dict):
        return None
    size = value["size"]
    if type(size) is not int:
        raise ValueError("not a size")
    shard, root, sha256 = (str(value[name]) for name in ("shard", "root", "sha256"))
    return Previous(shard, size, root, sha256)


def _is_key(text: str) -> bool:
    try:
        return len(bytes.fromhex(text)) == 32 and text == text.lower()
    except ValueError:
        return False
