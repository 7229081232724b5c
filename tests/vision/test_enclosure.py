import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from vsa_core.errors import Bug
from vsa_core.vision.enclosure import QUIET, SETTINGS, enclose, must_be_enclosed


def test_enclosing_says_all_that_must_be_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in (*QUIET, SETTINGS):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(Bug):
        must_be_enclosed()
    enclose(tmp_path / "ultralytics")
    must_be_enclosed()
    assert os.environ[SETTINGS] == str(tmp_path / "ultralytics")


@pytest.mark.parametrize("variable", [*QUIET, SETTINGS])
def test_one_missing_guard_is_a_bug(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in QUIET.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv(SETTINGS, str(tmp_path))
    must_be_enclosed()
    for value in ("wrong", ""):
        monkeypatch.setenv(variable, value)
        with pytest.raises(Bug) as said:
            must_be_enclosed()
        assert said.value.values == {"variable": variable}
    monkeypatch.delenv(variable)
    with pytest.raises(Bug):
        must_be_enclosed()


IMPORT = """
import sys
seen = []
sys.addaudithook(lambda event, args: seen.append(event))
from pathlib import Path
from vsa_core.vision.enclosure import without_telemetry
without_telemetry()
import openvino
openvino.convert_model
spoken = [e for e in seen if e.startswith(("socket.", "os.fork", "subprocess", "os.posix_spawn"))]
print(spoken, "openvino_telemetry.main" in sys.modules)
"""


def alone(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh process with its home in `home`."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_openvino_without_its_telemetry_is_silent(tmp_path: Path) -> None:
    done = alone(IMPORT, tmp_path)
    assert done.stdout.split("\n")[0] == "[] False", done.stderr
    assert list(tmp_path.iterdir()) == []


def test_telemetry_that_is_already_there_is_a_bug(tmp_path: Path) -> None:
    code = (
        "import sys, types\n"
        "sys.modules['openvino_telemetry.main'] = types.ModuleType('m')\n"
        "from vsa_core.vision.enclosure import without_telemetry\n"
        "without_telemetry()\n"
    )
    done = alone(code, tmp_path)
    assert done.returncode == 1
    assert "MOD-009" in done.stderr
