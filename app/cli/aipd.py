"""How a command is told of an impact assessment: its document, or its digest and reference."""

import hashlib
import re
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import WORDS
from vsa_core.domain.case import Aipd
from vsa_core.errors import Unreadable, WrongUsage

AipdFile = Annotated[str, typer.Option("--aipd", help=WORDS.say("cli.aipd.document"))]
AipdOfCase = Annotated[
    str, typer.Option("--aipd", envvar="RELECTURE_AIPD", help=WORDS.say("cli.aipd.document"))
]
AipdReference = Annotated[
    str, typer.Option("--aipd-reference", help=WORDS.say("cli.aipd.reference"))
]

_DIGEST = re.compile(r"[0-9a-fA-F]{64}")


def assessment(document: str, reference: str) -> Aipd | None:
    """The assessment told by a file, which is hashed, or by 64 hexadecimal digits; None for "".

    Its reference is the file's name unless one is given. Raises Unreadable
    (CAS-090) for a file that cannot be read, WrongUsage (USE-031) for a
    digest without a reference: digits alone name no document to a reader.
    """
    if not document:
        return None
    if _DIGEST.fullmatch(document):
        if not reference.strip():
            raise WrongUsage("USE-031", digest=document[:16])
        return Aipd(reference, document.lower())
    path = Path(document)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable("CAS-090", file=path.name, why=error.strerror or "") from error
    return Aipd(reference or path.name, digest)
