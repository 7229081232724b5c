"""Runs the two scripts as their users do: by a bare Python, on a folder."""

import contextlib
import io
from pathlib import Path

from resources.verifier import verify_audit
from tests.architecture.house import ROOT

VERIFIER = ROOT / "resources" / "verifier" / "verify_audit.py"
COSIGNER = VERIFIER.with_name("cosign.py")


def verdict(folder: Path, *options: str) -> tuple[int, str]:
    """Exit status and words of the verifier, in this process: it is quicker."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = verify_audit.main([str(folder), *options])
    return status, said.getvalue()
