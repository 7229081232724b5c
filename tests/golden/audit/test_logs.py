"""The golden journals come out the same, byte for byte, and are judged as they were."""

from pathlib import Path

import pytest

from tests.audit.world import public, verify
from tests.golden.audit.make_logs import HERE, KEPT, NAMES, TAMPERED_AT, make
from vsa_core.audit.review import verify_log


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the three journals, by name."""
    paths = [path for name in NAMES for path in (folder / name).rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_they_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    make(tmp_path)
    assert contents(tmp_path) == contents(HERE)


@pytest.mark.parametrize(
    ("name", "reason", "place"),
    [("valid", "", -1), ("tampered", "AUD-108", TAMPERED_AT), ("truncated", "AUD-112", KEPT)],
)
def test_they_are_judged_as_they_were(name: str, reason: str, place: int) -> None:
    verdict = verify_log(HERE / name, public(), verify)
    assert (verdict.ok, verdict.reason, verdict.place) == (reason == "", reason, place)
