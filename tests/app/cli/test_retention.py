from pathlib import Path

import pytest

from tests.app.cli.staffed import staffed
from tests.app.cli.terminal import Terminal
from tests.desk.staff import NUMBER
from tests.desk.years import MIDDLE, NOW, OLD, years_later


@pytest.fixture
def late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Years later, a case is still there and a volume may go."""
    years_later(tmp_path)
    return Terminal(tmp_path, monkeypatch)


def test_what_is_late_is_told_first_then_each_date(late: Terminal) -> None:
    said = late("retention", "--as", "dan", "--json")
    (alarm,) = said.of("retention")
    assert (alarm["alarm"], alarm["passed"], alarm["shards"]) == (True, 1, 1)
    (case,) = said.of("case")
    assert (case["number"], case["term"]) == (NUMBER, "passed")
    shards = {one["shard"]: one for one in said.of("shard")}
    assert shards[OLD]["held_by"] == [NUMBER]
    assert shards[MIDDLE]["may_go"]
    assert shards[NOW]["until_us"] is None


def test_the_list_is_a_table_in_words(late: Terminal) -> None:
    out = late("retention", "--as", "dan").out
    assert out.index("1") < out.index(NUMBER) < out.index(OLD)
    assert "relecture audit purge" in out
    assert NUMBER not in late("retention", "--as", "adele").out
    assert OLD not in late("retention", "--as", "sophie").out


def test_where_nothing_is_late_it_says_so(terminal: Terminal) -> None:
    at = staffed(terminal)
    at("people", "add", "paul", "--role", "administrator", "--habilitation", "H", "--as", "adele")
    said = at("retention", "--as", "paul", "--json")
    assert said.of("retention")[0]["alarm"] is False
    assert at("retention", "--as", "paul").status == 0
