"""Tables fit the page, repeat their head, and keep figures in their columns."""

import pytest

from tests.validation.printed import said
from vsa_core.validation.report_pages import WIDTH, name, text
from vsa_core.validation.report_tables import Row, figures, pairs


def test_a_table_is_as_wide_as_the_page_and_repeats_its_head() -> None:
    table = figures("Name|Found", [Row([name("a")], ("1 of 2\n[0 – 1]",))], (20,))
    assert sum(table._colWidths) == pytest.approx(WIDTH)
    assert table.repeatRows == 1
    assert said([table]) == ["Name", "Found", "a", "1 of 2", "[0 – 1]"]


def test_what_adds_up_is_set_apart() -> None:
    rows = [Row([name("a")], ("1",)), Row([name("all")], ("1",), bold=True)]
    table = figures("Name|Found", rows, (20,))
    (plain,), (bold,) = (table._cellvalues[row][1] for row in (1, 2))
    assert (plain.style.name, bold.style.name) == ("number", "bold number")


def test_a_figure_may_be_drawn() -> None:
    drawn = text("drawn", "cell")
    table = figures("Name|Found", [Row([name("a")], ([drawn],))], (20,))
    assert table._cellvalues[1][1] == [drawn]


def test_pairs_name_what_they_say() -> None:
    table = pairs([("Program", [name("relecture")]), ("Level", [name("full")])])
    assert said([table]) == ["Program", "relecture", "Level", "full"]
    assert sum(table._colWidths) == pytest.approx(WIDTH)
