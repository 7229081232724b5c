"""The folder's installer checks every byte first, and never breaks what was there before."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.wheels import house, install, listed, pin, wheel


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small wheelhouse."""
    return house(tmp_path / "key", "1.0")


def answers(prefix: Path) -> str:
    """What the installed program says."""
    return subprocess.run(
        [str(prefix / "bin" / "relecture")], capture_output=True, text=True, check=True
    ).stdout


LACKING = {
    "app/libraries.py": "def missing(display):\n    return (1,)\n"
    "def apt_line(lacking):\n    return 'sudo apt install libgl1'\n"
}
BROKEN = {"app/__main__.py": "raise ImportError('no')\n"}


def current(prefix: Path) -> Path:
    """The installation in use."""
    return (prefix / "current").resolve()


@pytest.mark.slow
def test_a_folder_installs_and_upgrades_and_one_with_a_wrong_digest_changes_nothing(
    tmp_path: Path,
) -> None:
    prefix = tmp_path / "a place" / "app"
    done = install(house(tmp_path / "key", "1.0", LACKING), prefix)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-4:] == [
        "    sudo apt install libgl1",
        "Next:",
        f"    {prefix}/bin/relecture doctor",
        f"    {prefix}/bin/relecture demo",
    ]
    assert answers(prefix) == "relecture 1.0 answers\n"
    first = current(prefix)

    folder = house(tmp_path / "new", "2.0")
    sound = wheel(folder / "wheels", "tiny", "1.0", {"tiny.py": ""}).read_bytes()
    wheel(folder / "wheels", "tiny", "1.0", {"tiny.py": "x = 1\n"})
    done = install(listed(folder), prefix)  # listed as built, and yet not what is locked
    assert done.returncode != 0
    assert "tiny" in done.stderr
    assert current(prefix) == first
    assert answers(prefix) == "relecture 1.0 answers\n"

    (folder / "wheels" / "tiny-1.0-py3-none-any.whl").write_bytes(sound)
    assert install(listed(folder), prefix).returncode == 0
    assert answers(prefix) == "relecture 2.0 answers\n"
    kept = {path.resolve() for path in (prefix / "versions").iterdir()}
    assert kept == {first, current(prefix)}


@pytest.mark.campaign
def test_the_same_folder_repairs_and_only_the_former_installation_is_kept(
    folder: Path, tmp_path: Path
) -> None:
    seen = []
    for _ in range(3):
        assert install(folder, tmp_path / "app").returncode == 0
        seen.append(current(tmp_path / "app"))
    assert seen[0] != seen[1] != seen[2]
    assert {p.resolve() for p in (tmp_path / "app" / "versions").iterdir()} == set(seen[1:])


@pytest.mark.campaign
def test_a_program_that_does_not_start_is_never_switched_to(folder: Path, tmp_path: Path) -> None:
    assert install(folder, tmp_path / "app").returncode == 0
    assert install(house(tmp_path / "bad", "2.0", BROKEN), tmp_path / "app").returncode != 0
    assert answers(tmp_path / "app") == "relecture 1.0 answers\n"


@pytest.mark.campaign
def test_an_installation_that_is_killed_leaves_the_former_one_working(
    folder: Path, tmp_path: Path
) -> None:
    assert install(folder, tmp_path / "app").returncode == 0
    newer = house(tmp_path / "new", "2.0")
    for seconds in (0.5, 2, 4):
        killed = killed_after(seconds, newer, tmp_path / "app")
        assert answers(tmp_path / "app") == f"relecture {2.0 if killed == 0 else 1.0} answers\n"
    assert install(newer, tmp_path / "app").returncode == 0
    assert answers(tmp_path / "app") == "relecture 2.0 answers\n"


def killed_after(seconds: float, folder: Path, prefix: Path) -> int:
    """Kill an installation with all its children; its status, 0 when it had ended before."""
    child = subprocess.Popen(
        ["/bin/bash", str(folder / "install.sh"), "--prefix", str(prefix)],
        env={"PATH": "/usr/bin:/bin", "HOME": str(prefix.parent), "PYTHON": sys.executable},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        return child.wait()


def altered(folder: Path) -> str:
    name = "wheels/tiny-1.0-py3-none-any.whl"
    data = bytearray((folder / name).read_bytes())
    data[40] ^= 1
    (folder / name).write_bytes(data)
    return name


def missing(folder: Path) -> str:
    (folder / "models" / "manifest.toml").unlink()
    return "models/manifest.toml"


def extra(folder: Path) -> str:
    wheel(folder / "wheels", "stranger", "1.0", {})
    return "wheels/stranger-1.0-py3-none-any.whl"


def hidden(folder: Path) -> str:
    (folder / "models" / ".stranger").touch()
    return "models/.stranger"


def linked(folder: Path) -> str:
    name = "wheels/tiny-1.0-py3-none-any.whl"
    (folder / name).rename(folder.parent / "elsewhere")
    (folder / name).symlink_to(folder.parent / "elsewhere")
    return name


def unlisted(folder: Path) -> str:
    (folder / "SHA256SUMS").unlink()
    return "SHA256SUMS"


@pytest.mark.parametrize("fault", [altered, missing, extra, hidden, linked, unlisted])
def test_a_folder_that_is_not_the_one_that_was_built_is_refused(
    fault: Callable[[Path], str], folder: Path, tmp_path: Path
) -> None:
    name = fault(folder)
    done = install(folder, tmp_path / "app")
    assert (done.returncode, done.stdout) == (1, "")
    assert name in done.stderr
    assert "Nothing was done" in done.stderr
    assert not (tmp_path / "app").exists()


@pytest.mark.campaign
def test_a_folder_that_lacks_what_the_program_needs_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "wheels" / "tiny-1.0-py3-none-any.whl").unlink()
    (own,) = (folder / "wheels").iterdir()
    (folder / "requirements.txt").write_text(pin(own))
    assert install(listed(folder), tmp_path / "app").returncode != 0
    assert not (tmp_path / "app" / "current").exists()


def test_another_python_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "PYTHON").write_text("3.99\n")
    done = install(listed(folder), tmp_path / "app")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Python 3.99 is needed" in done.stderr


def test_french_is_spoken_unless_the_machine_speaks_english(folder: Path, tmp_path: Path) -> None:
    missing(folder)
    done = install(folder, tmp_path / "app", LANG="C.UTF-8")
    assert "Rien n’a été fait" in done.stderr


def test_wrong_words_are_told_the_right_ones(folder: Path) -> None:
    for words in (["--prefix"], ["somewhere"], ["--prefix", "a", "b"]):
        done = subprocess.run(
            ["/bin/bash", str(folder / "install.sh"), *words],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
        )
        assert done.returncode == 1
        assert "bash install.sh [--prefix DOSSIER]" in done.stderr
