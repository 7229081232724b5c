"""What every test stands on: no network, a headless Qt, reproducible examples, real footage."""

import os
import resource
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.network import refuse_network

REPOSITORY = Path(__file__).resolve().parent.parent

# Read by ultralytics and Qt when they are imported, hence set before any test is collected.
os.environ["YOLO_OFFLINE"] = "1"
os.environ["YOLO_AUTOINSTALL"] = "0"
os.environ["YOLO_VERBOSE"] = "0"
os.environ["ULTRALYTICS_SAFE_LOAD"] = "1"
_YOLO = tempfile.TemporaryDirectory(prefix="relecture-yolo-", ignore_cleanup_errors=True)
os.environ["YOLO_CONFIG_DIR"] = _YOLO.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The program looks by itself, which is quick for a short film; tests of workers ask for some.
os.environ.setdefault("RELECTURE_WORKERS", "0")

sys.addaudithook(refuse_network)

# Offices that tests leave open hold their journals and catalogues until the process ends.
_, MOST_FILES = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")


def _beside(variable: str, folder: str) -> Path:
    """The folder that `variable` names, or the one of that name beside the repository."""
    named = os.environ.get(variable)
    return Path(named) if named else REPOSITORY.parent / "shared" / folder


@pytest.fixture(scope="session")
def footage_dir() -> Path:
    """Real footage with known truth (RELECTURE_FOOTAGE); skips where there is none."""
    folder = _beside("RELECTURE_FOOTAGE", "footage")
    if not folder.is_dir():
        pytest.skip("no real footage here: set RELECTURE_FOOTAGE to a folder that holds some")
    return folder


@pytest.fixture(scope="session")
def weights_dir() -> Path:
    """Public detector weights for tests (RELECTURE_TEST_WEIGHTS); skips where there are none."""
    folder = _beside("RELECTURE_TEST_WEIGHTS", "weights")
    if not folder.is_dir():
        pytest.skip("no test weights here: set RELECTURE_TEST_WEIGHTS to a folder that holds some")
    return folder
