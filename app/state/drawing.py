"""The places drawn so far, one of each sort a camera and part, with undo and redo."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from vsa_core.domain.geometry import Place

Key = tuple[str, str, int]
"""Camera, shape ("line", "zone", "path", "flow") and part of the question of a place."""

NUDGE = 1


class Drawing(QObject):
    """Places by camera, shape and part; undo goes over what is on show, and nothing else."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group = QUndoGroup(self)
        self._stacks: dict[Key, QUndoStack] = {}
        self._places: dict[Key, Place] = {}
        self._key: Key = ("", "", 0)

    def turn(self, camera: str, shape: str, part: int = 0) -> None:
        """Show the place of that shape drawn there for that part, if any; emits nothing."""
        self._key = (camera, shape, part)
        self._group.setActiveStack(self._stack())

    @property
    def place(self) -> Place | None:
        """The place on show."""
        return self._places.get(self._key)

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return self._group.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return self._group.canRedo()

    def draw(self, place: Place | None, *, nudged: bool = False) -> None:
        """Put `place` on show, None to clear; a run of nudges is undone as one."""
        if place != self.place:
            self._stack().push(_Redrawn(self, self._key, (self.place, place), nudged))
            self.changed.emit()

    def undo(self) -> None:
        """Take the last change back."""
        self._group.undo()
        self.changed.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._group.redo()
        self.changed.emit()

    def forget(self) -> None:
        """Forget every place and every change."""
        for stack in self._stacks.values():
            self._group.removeStack(stack)
            stack.deleteLater()
        self._stacks.clear()
        self._places.clear()
        self._key = ("", "", 0)
        self.changed.emit()

    def put(self, key: Key, place: Place | None) -> None:
        """Set a place without a trace; the changes on the stack call it, and nobody else."""
        if place is None:
            self._places.pop(key, None)
        else:
            self._places[key] = place

    def _stack(self) -> QUndoStack:
        if self._key not in self._stacks:
            self._stacks[self._key] = QUndoStack(self._group)
        return self._stacks[self._key]


class _Redrawn(QUndoCommand):
    """One change of one place."""

    def __init__(
        self,
        drawing: Drawing,
        key: Key,
        change: tuple[Place | None, Place | None],
        nudged: bool,
    ) -> None:
        super().__init__()
        self._drawing = drawing
        self._key = key
        self._before, self._after = change
        self._nudged = nudged

    def redo(self) -> None:
        self._drawing.put(self._key, self._after)

    def undo(self) -> None:
        self._drawing.put(self._key, self._before)

    def id(self) -> int:
        return NUDGE if self._nudged else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Redrawn) or not other._nudged:
            return False
        self._after = other._after
        return True
