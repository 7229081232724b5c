"""The set-up scripts ask for what is missing, in one line, and fetch nothing that is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

SCRIPTS = ROOT / "installer" / "linux"


def command(folder: Path, name: str, script: str) -> Path:
    """Put a small command of that name into a folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def run(script: str, *arguments: str, path: str, **names: str) -> subprocess.CompletedProcess[str]:
    """Run one set-up script with this PATH."""
    return subprocess.run(
        ["/bin/bash", str(SCRIPTS / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": path, **names},
    )


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder of commands: an apt-get that writes down what it is asked, and a plain user."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command(folder, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    command(folder, "id", "echo 1000")
    return folder


def _bare_python(folder: Path) -> Path:
    """A Python as Debian splits it: it runs, and has no ensurepip."""
    refuse = f'case "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"'
    return command(folder, "bare-python", refuse)


def _path(folder: Path) -> str:
    return f"{folder}:/usr/bin:/bin"


def test_nothing_is_fetched_when_all_is_there(bin_folder: Path, tmp_path: Path) -> None:
    whole = command(bin_folder, "whole-python", "exit 0")
    done = run("system_packages.sh", str(whole), path=_path(bin_folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "asked").exists()


def _broken_python(folder: Path) -> Path:
    """A Python that says its version, and finds no library at all."""
    version = 'case "$2" in *print*) echo python3.11-venv; exit;; esac; exit 1'
    return command(folder, "broken-python", version)


def test_a_plain_user_is_told_one_exact_line(bin_folder: Path, tmp_path: Path) -> None:
    broken = _broken_python(bin_folder)
    done = run("system_packages.sh", str(broken), path=_path(bin_folder))
    lines = [line.strip() for line in done.stderr.splitlines() if "apt-get" in line]
    assert done.returncode == 1
    assert lines == [
        "sudo apt-get install --yes --no-install-recommends libdbus-1-3 libegl1 libfontconfig1"
        " libgl1 libglib2.0-0 libxkbcommon0 python3.11-venv"
    ]
    assert not (tmp_path / "asked").exists()


def test_where_there_is_a_screen_a_windows_libraries_are_asked_for_too(
    bin_folder: Path,
) -> None:
    broken = _broken_python(bin_folder)
    done = run("system_packages.sh", str(broken), path=_path(bin_folder), DISPLAY=":0")
    assert "libxcb-cursor0" in done.stderr
    assert "libxkbcommon-x11-0" in done.stderr


def test_no_target_but_the_tests_is_kept_from_the_screen() -> None:
    probe = 'probe: ; @echo "[$${QT_QPA_PLATFORM-}]"'
    environment = {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["make", "--silent", "--eval", probe, "probe"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout == "[]\n"


def test_root_installs_what_is_missing_and_no_more(bin_folder: Path, tmp_path: Path) -> None:
    command(bin_folder, "id", "echo 0")
    done = run("system_packages.sh", str(_bare_python(bin_folder)), path=_path(bin_folder))
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "asked").read_text().splitlines() == [
        "update --quiet",
        f"install --yes --no-install-recommends {version}",
    ]


def test_a_python_that_does_not_answer_is_passed_over(tmp_path: Path) -> None:
    command(tmp_path, "python3.11", "exit 127")
    good = command(tmp_path, "python3.12", "exit 0")
    done = run("find_python.sh", path=f"{tmp_path}:{os.defpath}")
    assert done.stdout.strip() == str(good)


def test_no_python_is_said_plainly(tmp_path: Path) -> None:
    for name in ("python3.11", "python3.12", "python3"):
        command(tmp_path, name, "exit 1")
    done = run("find_python.sh", path=f"{tmp_path}:{os.defpath}")
    assert done.returncode == 1
    assert "needs Python 3.11 or 3.12" in done.stderr


def test_a_named_python_comes_first(tmp_path: Path) -> None:
    mine = command(tmp_path, "mine", "exit 0")
    done = run("find_python.sh", path=f"{tmp_path}:{os.defpath}", PYTHON=str(mine))
    assert done.stdout.strip() == str(mine)


def test_a_kernel_that_refuses_is_said_plainly(tmp_path: Path) -> None:
    command(tmp_path, "unshare", "exit 1")
    done = run("without_network.sh", "true", path=f"{tmp_path}:{os.defpath}")
    assert done.returncode == 3
    assert "refuses network namespaces" in done.stderr


def test_who_may_not_install_a_screen_is_told_the_line_and_not_stopped(
    bin_folder: Path, tmp_path: Path
) -> None:
    lacking = command(bin_folder, "lacking-python", "echo libxcb-cursor0")
    done = run("screen_packages.sh", str(lacking), path=f"{bin_folder}:{_commands(tmp_path)}")
    assert done.returncode == 0, done.stderr
    assert "sudo apt-get install" in done.stderr
    assert done.stderr.strip().endswith("libxcb-cursor0 xdotool xvfb")
    assert not (tmp_path / "asked").exists()


def test_root_gets_the_screen_of_the_tests(bin_folder: Path, tmp_path: Path) -> None:
    command(bin_folder, "id", "echo 0")
    lacking = command(bin_folder, "lacking-python", "echo libxcb-cursor0")
    done = run("screen_packages.sh", str(lacking), path=f"{bin_folder}:{_commands(tmp_path)}")
    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "asked").read_text("utf-8")
    assert "--no-install-recommends libxcb-cursor0 xdotool xvfb" in asked


def _commands(tmp_path: Path) -> Path:
    """The few commands of a machine that has no screen."""
    folder = tmp_path / "few"
    folder.mkdir()
    for name in ("bash", "dirname", "sed", "sort", "env"):
        (folder / name).symlink_to(shutil.which(name) or "")
    return folder
