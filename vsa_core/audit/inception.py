"""How a journal began: who enrolled this installation, under which assessment, with which keys."""

from dataclasses import dataclass, fields

from vsa_core.audit.head import check_origin
from vsa_core.audit.lines import strict_object
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered, WrongUsage

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Inception:
    """The ceremony's facts, kept beside the journal and named by its first record.

    origin: the journal's name, with a random part, never used twice;
    public_key: of the key that seals each record (hex); key_tier: where that
    key lies (tpm, keyring, file); aipd, aipd_digest: reference and SHA-256 of
    the impact assessment; engagement: of the CNIL conformity commitment;
    dpo_key: the DPO's public key (hex) or ""; machines: identifiers.
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
        return canonical({"v": SCHEMA, **values}) + b"\n"


def read_inception(data: bytes) -> Inception:
    """The facts in the bytes of an inception.json. Raises Tampered (AUD-116) on anything else."""
    try:
        found = strict_object(data.removesuffix(b"\n"))
        machines = found.pop("machines")
        if found.pop("v") != SCHEMA or not isinstance(machines, list):
            raise ValueError("not an inception")
        texts = {key: value for key, value in found.items() if isinstance(value, str)}
        result = Inception(**texts, machines=tuple(str(machine) for machine in machines))
    except (ValueError, KeyError, TypeError, RecursionError, WrongUsage) as error:
        raise Tampered("AUD-116", file="inception.json") from error
    if result.document != data:
        raise Tampered("AUD-116", file="inception.json")
    return result


def _is_key(text: str) -> bool:
    try:
        return len(bytes.fromhex(text)) == 32 and text == text.lower()
    except ValueError:
        return False
