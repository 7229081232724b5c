from PySide6.QtCore import Qt

from app.state.audit_records import ABOUT, COLUMNS, REFUSED, REMARKED, Records
from app.words import Words
from vsa_core.desk.audit_records import Noted, Place, Remark
from vsa_core.domain.provenance import Canonical


def noted(sequence: int, act: str = "person_add", *remarks: str, **about: Canonical) -> Noted:
    """A record as the desk gives it."""
    place = Place("2026H2", sequence)
    fields: dict[str, Canonical] = {
        "seq": sequence,
        "us": 1_795_600_800_123_000,
        "act": act,
        "who": "a",
        "case": "",
        "motive": "M01",
        "about": about,
    }
    told = (Remark(Place("2026H2", 90 + n), 1, "dan", text) for n, text in enumerate(remarks))
    return Noted(place, fields, tuple(told))


def shown(table: Records, row: int) -> list[str]:
    """The cells of a row."""
    return [str(table.data(table.index(row, column))) for column in range(table.columnCount())]


def test_the_newest_stands_first_and_each_is_found_by_its_place(words: Words) -> None:
    table = Records(words)
    table.fill([noted(1), noted(2)])
    assert [table.said(row).sequence for row in range(2)] == [2, 1]
    assert (table.row_of("2026H2/1"), table.row_of("2026H2/9")) == (1, -1)
    assert str(table.record(0).place) == "2026H2/2"
    assert all(table.headerData(n, Qt.Orientation.Horizontal) for n in range(COLUMNS))


def test_a_row_tells_the_time_to_the_second_and_the_motive_in_words(words: Words) -> None:
    table = Records(words)
    table.fill([noted(1)])
    cells = shown(table, 0)
    assert cells[1] == "25/11/2026 11:00"
    assert cells[6] == words.say("motives.M01")
    assert "11:00:00,123" in table.whole(0)


def test_remarks_come_first_in_what_a_record_is_about(words: Words) -> None:
    table = Records(words)
    table.fill([noted(1, "query", "vu", "revu\u202e", kind="line_crossing"), noted(2)])
    assert "revu⟨U+202E⟩" in shown(table, 1)[ABOUT]
    assert table.data(table.index(1, 0), REMARKED) == 2
    assert table.data(table.index(0, 0), REMARKED) == 0


def test_a_refusal_is_marked(words: Words) -> None:
    table = Records(words)
    table.fill([noted(1), noted(2, "denied", code="LAW-001")])
    assert [table.data(table.index(row, 0), REFUSED) for row in range(2)] == [True, False]


def test_a_name_in_a_tip_is_never_read_as_rich_text(words: Words) -> None:
    table = Records(words)
    table.fill([noted(1, "person_add", name="<b>nobody</b>")])
    tip = table.data(table.index(0, ABOUT), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert "&lt;b&gt;nobody" in tip
