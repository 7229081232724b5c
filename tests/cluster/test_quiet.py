"""What Dask is told; that it is heard is shown by tests/roads/test_rack.py."""

import dask
import pytest
from distributed import Scheduler, Worker

from cluster.papers import Seat, found, seat
from cluster.quiet import NOT_OF_A_MACHINE, NOT_OF_A_SCHEDULER, SETTINGS, Pageless, enclosed


@pytest.fixture
def rue(tmp_path_factory: pytest.TempPathFactory) -> Seat:
    """The seat of a machine."""
    folder = tmp_path_factory.mktemp("rack") / "papers"
    found(folder, "10.0.0.1", ["rue"], 1_800_000_000_000_000, 30)
    return seat(folder / "rue")


def test_nothing_is_said_in_clear(rue: Seat) -> None:
    with dask.config.set({"distributed.comm.require-encryption": False}):
        security = enclosed(rue)
        assert security.require_encryption is True
        for role in ("client", "scheduler", "worker"):
            told = security.get_tls_config_for_role(role)
            assert (told["ca_file"], told["cert"], told["key"]) == (
                str(rue.authority),
                str(rue.certificate),
                str(rue.key),
            )
        assert dask.config.get("distributed.comm.require-encryption") is True
        assert security.tls_min_version.name == "TLSv1_3"


def test_dask_knows_each_of_these_settings() -> None:
    defaults = dask.config.defaults
    for name in SETTINGS:
        found_in = [table for table in defaults if dask.config.get(name, None, config=table) != ""]
        assert found_in, name


@pytest.mark.parametrize(
    ("part", "blocked"), [(Worker, NOT_OF_A_MACHINE), (Scheduler, NOT_OF_A_SCHEDULER)]
)
def test_what_is_blocked_is_what_dask_would_answer(
    part: type[object], blocked: tuple[str, ...]
) -> None:
    import inspect

    source = inspect.getsource(part)
    assert [name for name in blocked if f'"{name}"' not in source] == []


def test_dask_still_opens_its_pages_where_we_stop_it() -> None:
    for part in (Worker, Scheduler):
        assert hasattr(part, Pageless.start_http_server.__name__)
