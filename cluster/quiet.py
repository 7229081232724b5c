"""What Dask is told in each of our processes: encryption or nothing, no pages, nothing on disk."""

from typing import Any

import dask
from distributed import Security

from cluster.papers import Seat

SILENCE_SECONDS = 60
"""A machine that says nothing for so long is taken for gone, and its slices go to others."""

CUT_SECONDS = 20
"""A connection whose other end acknowledges nothing for so long is cut."""

SETTINGS = {
    "distributed.comm.require-encryption": True,
    "distributed.comm.default-scheme": "tls",
    "distributed.comm.tls.min-version": 1.3,
    "distributed.comm.timeouts.connect": "10s",
    "distributed.comm.timeouts.tcp": f"{CUT_SECONDS}s",
    "distributed.scheduler.worker-ttl": f"{SILENCE_SECONDS}s",
    # Whoever kills its machine is told at once: the asker counts the deaths of a slice.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.http.routes": [],
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.preload": [],
    "distributed.worker.preload": [],
    "distributed.client.preload": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.diagnostics.nvml": False,
}
"""Over whatever the machine's own Dask files and environment say."""

NOT_OF_A_MACHINE = (
    *("run", "run_coroutine", "upload_file", "plugin-add", "plugin-remove"),
    *("actor_execute", "actor_attribute", "update_data"),
    *("benchmark_disk", "benchmark_memory", "benchmark_network"),
)
NOT_OF_A_SCHEDULER = (
    *("run_function", "scatter", "proxy", "feed", "restart", "restart_workers"),
    *("register_scheduler_plugin", "register_worker_plugin", "register_nanny_plugin"),
    *("dump_cluster_state_to_url", "benchmark_hardware"),
)
"""What Dask offers to whoever holds a certificate, and nobody here needs."""


class Pageless:
    """A part of Dask that serves no page: without this each opens a port for HTTP, in clear."""

    def start_http_server(self, *told: Any, **named: Any) -> None:
        """Open nothing."""


def enclosed(seat: Seat) -> Security:
    """Dask's settings put in force for this process, and the papers with which it speaks."""
    dask.config.set({**SETTINGS, "temporary-directory": str(seat.key.parent / "scratch")})
    own = {"cert": str(seat.certificate), "key": str(seat.key)}
    roles = ("client", "scheduler", "worker")
    papers = {f"tls_{role}_{part}": path for role in roles for part, path in own.items()}
    return Security(  # type: ignore[no-untyped-call]
        require_encryption=True, tls_ca_file=str(seat.authority), **papers
    )
