"""A dialog as high as its wrapped words need: Qt sizes it as if nothing wrapped."""

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog) -> None:
    """Make it higher where its layout needs more at this width; never lower."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(dialog.height(), needed))
