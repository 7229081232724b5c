"""What is told beside a drawing: what is wrong with it, or what can be done next."""

from PySide6.QtCore import QCoreApplication

from app.widgets.outline import Flaw
from app.widgets.pencil import Pencil

translate = QCoreApplication.translate


def wrong(flaw: Flaw, shape: str) -> str:
    """Why what is drawn is refused."""
    if flaw is Flaw.CROSSED:
        return translate("SketchView", "The zone crosses itself.")
    if flaw is Flaw.FEW and shape == "path":
        return translate("SketchView", "A path has at least two points.")
    if flaw is Flaw.FEW:
        return translate("SketchView", "A zone has at least three corners, a line has two ends.")
    if shape == "path":
        return translate("SketchView", "The path is too short.")
    if shape == "line":
        return translate("SketchView", "The line is too short.")
    return translate("SketchView", "The zone is too small.")


def hint(pencil: Pencil, *, as_arrow: bool) -> str:
    """What the next gesture can do."""
    if pencil.shape == "line" and as_arrow and pencil.drawing:
        return translate(
            "SketchView", "Draw an arrow the way that is allowed. Keys: arrows, Space, Esc."
        )
    if pencil.shape == "line":
        return _of_line(pencil)
    if pencil.shape == "path":
        return _of_path(pencil)
    if pencil.stroke is not None:
        return translate(
            "SketchView",
            "Click each corner, then the first one again, or Enter. Backspace: one less.",
        )
    if pencil.place is None:
        return translate(
            "SketchView", "Click the corners of the zone. Keys: arrows, Space, Enter, Esc."
        )
    return translate(
        "SketchView",
        "Drag a corner or the zone; double-click an edge to add one. Delete: one less.",
    )


def _of_line(pencil: Pencil) -> str:
    if pencil.drawing:
        return translate(
            "SketchView", "Press and drag, or click both ends. Keys: arrows, Space, Esc."
        )
    return translate("SketchView", "Drag an end or the line. Keys: Page Up and Down, arrows.")


def _of_path(pencil: Pencil) -> str:
    if pencil.drawing:
        return translate(
            "SketchView",
            "Draw the path in one stroke, or click its points and press Enter. "
            "Keys: arrows, Space, Enter, Esc.",
        )
    return translate(
        "SketchView",
        "Drag a point or the path; double-click to add a point. Delete: one less.",
    )
