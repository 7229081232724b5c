"""A terminal in an installation with one person of each role, and a case of three of them."""

from tests.app.cli.terminal import Said, Terminal
from tests.app.cli.test_cases import opened

ROLES = {"sophie": "supervisor", "marc": "magistrate", "dan": "dpo", "adele": "administrator"}


def staffed(terminal: Terminal) -> Terminal:
    """alice's terminal, in an open case of hers, sophie's and marc's."""
    for name, role in {"alice": "analyst", **ROLES}.items():
        terminal("people", "add", name, "--role", role, "--habilitation", "H-1")
    assert opened(terminal, "--person", "sophie", "--person", "marc").status == 0
    return terminal


def approved(terminal: Terminal, said: Said, by: str) -> str:
    """The name of a request just made, once it was approved."""
    (request,) = said.of("request")
    name = str(request["name"])
    assert terminal("approvals", "approve", name[:16], "--as", by).status == 0
    return name
