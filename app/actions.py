"""Everything a menu or a key can do, as rows: one table for the menus, the keys and their sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenuBar

translate = QCoreApplication.translate

IN_CASE = (
    *("index", "export", "question", "ask", "play", "backwards", "forwards"),
    *("back_picture", "on_picture", "back_pictures", "on_pictures"),
    *("back_second", "on_second", "back_seconds", "on_seconds", "back_minute", "on_minute"),
    *("unmark", "next_track", "previous_track", "closer", "further"),
    *("go", "mark_in", "mark_out", "previous_hit", "next_hit", "accept", "reject", "examine"),
    *("fit", "doubt", "say", "count"),
)
"""The actions, by id, that only an open case can answer."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: its name in the program, its text, keys and icon.

    `keys` are portable names; the first is shown in the menu. `is_switch` is
    on or off; of the actions of one `choice`, one is on.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_switch: bool = False
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu: its actions in their order, in blocks with a line between them."""

    id: str
    text: str
    blocks: tuple[tuple[Action, ...], ...]

    @property
    def rows(self) -> tuple[Action, ...]:
        """All its actions."""
        return tuple(row for block in self.blocks for row in block)


def menus() -> tuple[Menu, ...]:
    """All menus in their order, in the language of the window now."""
    return (
        Menu("case", translate("Actions", "&Case"), _case()),
        Menu("question", translate("Actions", "&Question"), _question()),
        Menu("playing", translate("Actions", "&Playing"), _playing()),
        Menu("results", translate("Actions", "&Results"), _results()),
        Menu("view", translate("Actions", "&View"), _view()),
        Menu("help", translate("Actions", "&Help"), _help()),
    )


def make(parent: QObject, icon: Callable[[str], QIcon]) -> dict[str, QAction]:
    """One QAction a row, by id, with its text, icon and keys; `parent` owns them."""
    choices: dict[str, QActionGroup] = {}
    made = {}
    for menu in menus():
        for row in menu.rows:
            made[row.id] = _made(row, parent, icon)
            if row.choice:
                choices.setdefault(row.choice, QActionGroup(parent)).addAction(made[row.id])
    return made


def fill(bar: QMenuBar, made: Mapping[str, QAction]) -> None:
    """Put the actions of `make` into a menu bar, in the order of the table."""
    for menu in menus():
        drawn = bar.addMenu(menu.text)
        for block in menu.blocks:
            drawn.addSeparator()
            drawn.addActions([made[row.id] for row in block])


def keys_text(row: Action) -> tuple[str, ...]:
    """The keys of a row as the keyboard of this person names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(key).toString(native) for key in row.keys)


def _made(row: Action, parent: QObject, icon: Callable[[str], QIcon]) -> QAction:
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setCheckable(row.is_switch or bool(row.choice))
    if row.icon:
        action.setIcon(icon(row.icon))
    return action


Blocks = tuple[tuple[Action, ...], ...]


def _case() -> Blocks:
    return (
        (
            Action("new_case", translate("Actions", "New case…"), ("Ctrl+N",), "folder-plus"),
            Action("open_case", translate("Actions", "Open a case…"), ("Ctrl+O",), "folder-open"),
        ),
        (
            Action("papers", translate("Actions", "Papers of the case"), ("F6",), "case"),
            Action(
                "approvals", translate("Actions", "Requests to approve"), ("F7",), icon="accept"
            ),
            Action("retention", translate("Actions", "What is to be erased"), icon="eraser"),
        ),
        (
            Action("index", translate("Actions", "Index the footage"), ("F5",), "index"),
            Action("export", translate("Actions", "Export a clip…"), ("Ctrl+Shift+E",), "export"),
        ),
        (
            Action("lock", translate("Actions", "Lock"), ("Ctrl+L",), "lock"),
            Action(
                "sign_out", translate("Actions", "Sign out"), ("Ctrl+Shift+L",), icon="sign-out"
            ),
            Action("quit", translate("Actions", "Quit"), ("Ctrl+Q",), "close"),
        ),
    )


def _question() -> Blocks:
    return (
        (
            Action("question", translate("Actions", "Go to the question"), ("Ctrl+F",), "sliders"),
            Action(
                "ask", translate("Actions", "Ask"), ("Ctrl+Return", "Ctrl+Enter"), icon="search"
            ),
            Action("say", translate("Actions", "Ask in words"), ("Ctrl+Shift+F",), "draw"),
            Action("count", translate("Actions", "Count beforehand"), ("Ctrl+Shift+C",), "sum"),
        ),
    )


def _playing() -> Blocks:
    return (
        (
            Action("play", translate("Actions", "Play or pause"), ("Space", "K"), "play"),
            Action("backwards", translate("Actions", "Backwards, then faster"), ("J",), "rewind"),
            Action(
                "forwards", translate("Actions", "Forwards, then faster"), ("L",), "fast-forward"
            ),
        ),
        (
            Action(
                "back_picture", translate("Actions", "Back 1 picture"), ("Left", ","), "step-back"
            ),
            Action(
                "on_picture",
                translate("Actions", "Forward 1 picture"),
                ("Right", ";", "."),
                "step-forward",
            ),
            Action("back_pictures", translate("Actions", "Back 10 pictures"), ("PgUp",)),
            Action("on_pictures", translate("Actions", "Forward 10 pictures"), ("PgDown",)),
        ),
        (
            Action("back_second", translate("Actions", "Back 1 second"), ("Shift+Left",)),
            Action("on_second", translate("Actions", "Forward 1 second"), ("Shift+Right",)),
            Action("back_seconds", translate("Actions", "Back 10 seconds"), ("Alt+Left",)),
            Action("on_seconds", translate("Actions", "Forward 10 seconds"), ("Alt+Right",)),
            Action("back_minute", translate("Actions", "Back 1 minute"), ("Ctrl+Left",)),
            Action("on_minute", translate("Actions", "Forward 1 minute"), ("Ctrl+Right",)),
            Action("go", translate("Actions", "Go to a time…"), ("Ctrl+G",), "clock"),
        ),
        (
            Action("mark_in", translate("Actions", "Clip begins here"), ("I",), "mark-in"),
            Action("mark_out", translate("Actions", "Clip ends here"), ("O",), "mark-out"),
            Action("unmark", translate("Actions", "Unmark the clip"), ("Alt+I",)),
        ),
        (
            Action("next_track", translate("Actions", "Next track of the picture"), ("T",)),
            Action(
                "previous_track",
                translate("Actions", "Previous track of the picture"),
                ("Shift+T",),
            ),
            Action("closer", translate("Actions", "Enlarge the picture"), ("Z",), "zoom-in"),
            Action("further", translate("Actions", "Reduce the picture"), ("Shift+Z",), "zoom-out"),
        ),
    )


def _results() -> Blocks:
    return (
        (
            Action(
                "previous_hit", translate("Actions", "Previous result"), ("Up",), "previous-hit"
            ),
            Action("next_hit", translate("Actions", "Next result"), ("Down",), "next-hit"),
        ),
        (
            Action("accept", translate("Actions", "Retain…"), ("R",), "accept"),
            Action("reject", translate("Actions", "Reject…"), ("X",), "reject"),
            Action("doubt", translate("Actions", "Doubtful…"), ("D",), "doubt"),
            Action("examine", translate("Actions", "Examine…"), ("E",), "examine"),
        ),
    )


def _view() -> Blocks:
    return (
        (
            Action("fit", translate("Actions", "Whole timeline"), ("Ctrl+0", "Ctrl+À"), "fit"),
            Action("full_screen", translate("Actions", "Full screen"), ("F11",), is_switch=True),
        ),
        (
            Action("light", translate("Actions", "Light colours"), choice="scheme"),
            Action("dark", translate("Actions", "Dark colours"), choice="scheme"),
            Action("contrast", translate("Actions", "High contrast"), choice="scheme"),
        ),
        (
            Action("fr", translate("Actions", "Français"), choice="language"),
            Action("en", translate("Actions", "English"), choice="language"),
        ),
        (
            Action("lock_1", translate("Actions", "Lock after 1 minute"), choice="lock"),
            Action("lock_2", translate("Actions", "Lock after 2 minutes"), choice="lock"),
            Action("lock_5", translate("Actions", "Lock after 5 minutes"), choice="lock"),
            Action("lock_10", translate("Actions", "Lock after 10 minutes"), choice="lock"),
            Action("lock_15", translate("Actions", "Lock after 15 minutes"), choice="lock"),
        ),
    )


def _help() -> Blocks:
    return (
        (
            Action("keys", translate("Actions", "Keys"), ("F1", "?"), "help"),
            Action("validation", translate("Actions", "Validation…"), icon="gauge"),
            Action("capabilities", translate("Actions", "What this program can do"), icon="shield"),
            Action("doctor", translate("Actions", "Check this machine"), icon="gpu"),
        ),
    )
