"""A tool tip shows text as it is written."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocumentFragment

from app.widgets.tip import plain_tip


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_what_qt_reads_in_the_tip_is_what_was_written(text: str) -> None:
    assert QTextDocumentFragment.fromHtml(plain_tip(text)).toPlainText() == text


def test_a_name_that_looks_rich_is_shown_whole() -> None:
    assert "&lt;b&gt;" in plain_tip("<b>beau</b>")


def test_lines_are_kept() -> None:
    shown = QTextDocumentFragment.fromHtml(plain_tip("un\ndeux")).toPlainText()
    assert shown == "un\ndeux"


def test_no_text_gives_no_tip() -> None:
    assert plain_tip("") == ""
