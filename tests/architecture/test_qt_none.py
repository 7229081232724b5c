"""Qt's bindings keep their count of None: PySide6 6.12 lost one a call and aborted Python 3.11."""

import sys

from PySide6.QtGui import QColor

CALLS = 200


def test_void_calls_cost_no_reference_to_none() -> None:
    colour = QColor(1, 2, 3)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        colour.setAlpha(9)
    assert abs(sys.getrefcount(None) - before) < CALLS // 4
