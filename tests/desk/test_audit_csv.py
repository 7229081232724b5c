import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.journalled import SHARD, logged
from vsa_core.desk.audit_csv import COLUMNS, LIVE, LONGEST, harmless, write_csv
from vsa_core.domain.case import Act

NOON = 1_795_600_800_000_000


def table(*records: object) -> list[list[str]]:
    """What a spreadsheet reads."""
    file = StringIO(newline="")
    write_csv(file, records)  # type: ignore[arg-type]
    return list(csv.reader(StringIO(file.getvalue(), newline=""), delimiter=";"))


def full(sequence: int, who: str, text: str) -> object:
    """A record with every field that the table tells."""
    one = logged(sequence, NOON, Act.REMARK, who=who, about={"text": text})
    fields = {**one.fields, "t": "2026-11-25T10:00:00.000Z", "motive": "", "question": ""}
    return type(one)(
        one.sequence,
        one.time,
        one.act,
        who,
        one.case,
        one.entry,
        {**fields, "sealed": "QUJD"},
        SHARD,
    )


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x")',
        "+33612345678",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "  =1",
        "\u00a0=1",
        "\t=1",
        "\r=1",
    ],
)
def test_a_formula_is_text(text: str) -> None:
    assert harmless(text)[0] in "'⟨"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gpj.\u202eexe", "gpj.⟨U+202E⟩exe"),
        ("a\nb", "a⟨U+000A⟩b"),
        ("\x00", "⟨U+0000⟩"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("été n° 1", "été n° 1"),
        ("", ""),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_what_hides_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_cell_is_live_and_no_cell_breaks_its_row(text: str) -> None:
    rows = table(full(0, text, text))
    assert [len(row) for row in rows] == [len(COLUMNS), len(COLUMNS)]
    for cell in rows[1]:
        assert not cell or cell.lstrip(" \u00a0\u202f")[:1] not in LIVE or cell.startswith("'")
        assert all(c.isprintable() or c in "\u00a0\u202f " for c in cell)


def test_a_cell_is_never_longer_than_a_spreadsheet_holds() -> None:
    cell = harmless("=" + "x" * 50_000)
    assert len(cell) == LONGEST + 2
    assert (cell[0], cell[-1]) == ("'", "…")


def test_every_record_is_a_row_under_the_names_of_the_format() -> None:
    rows = table(full(0, "alice", "vu"), full(1, "bob", "=1"))
    assert tuple(rows[0]) == COLUMNS
    assert [row[:6] for row in rows[1:]] == [
        [SHARD, "0", "2026-11-25T10:00:00.000Z", "2026-11-25 11:00:00", "remark", "alice"],
        [SHARD, "1", "2026-11-25T10:00:00.000Z", "2026-11-25 11:00:00", "remark", "bob"],
    ]
    assert rows[1][-1] == "4"
