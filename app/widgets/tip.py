"""Tool tips in plain text: Qt would read a name from outside as rich text there too."""

from html import escape


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is written, its line breaks kept."""
    lines = "<br>".join(escape(line) for line in text.split("\n"))
    return f"<qt>{lines}</qt>" if text else ""
