"""Whether this build can hand slices to the machines of a rack, and how that is begun."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from vsa_core.desk.indexing import Sight
from vsa_core.errors import Unreadable
from vsa_core.pipeline.remote import Rack
from vsa_core.pipeline.surroundings import with_one_thread

JOINS = "distributed"
"""The package without which no machine is joined to another: the extra `cluster` brings it."""

CLUSTER = (sys.executable, "-P", "-m", "cluster")
"""What starts a process of the cluster; -P: nothing is imported from the folder one works in."""


def demand_extra() -> None:
    """Raise Unreadable (CLU-001) in a build without the extra; nothing of it is imported here."""
    if find_spec(JOINS) is None:
        raise Unreadable("CLU-001")


def rack(folder: Path, sight: Sight, private: bytes) -> Rack:
    """The machines of the rack whose gateway's papers lie in `folder`, to look with `sight`.

    private: the case's X25519 private key for what they see. Raises CLU-001.
    """
    demand_extra()
    command = (*CLUSTER, "gateway", str(folder))
    return Rack(command, with_one_thread(os.environ), private, sight.names())
