from pathlib import Path

import pytest

from vsa_core.desk import rehearsal
from vsa_core.desk.rehearsal import survives


def test_a_child_that_ends_well_survives() -> None:
    assert survives("pass")
    assert survives("import vsa_core.errors")


@pytest.mark.parametrize(
    "lines", ["raise SystemExit(1)", "import os; os.abort()", "import no_such_thing", "(", "1 / 0"]
)
def test_a_child_that_dies_kills_nobody_else(lines: str) -> None:
    assert not survives(lines)


def test_a_child_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "SECONDS", 0.2)
    assert not survives("import time; time.sleep(60)")


def test_a_child_has_an_empty_home_of_its_own_and_the_variables_it_is_given(
    tmp_path: Path,
) -> None:
    seen = tmp_path / "seen"
    lines = "import os; open(os.environ['SEEN'], 'w').write(os.environ['HOME'])"
    assert survives(lines, SEEN=str(seen))
    home = Path(seen.read_text())
    assert home != Path.home()
    assert not home.exists()


def test_a_python_that_is_not_there_does_not_survive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal.sys, "executable", "/no/such/python")
    assert not survives("pass")
