"""The way in: founding, signing in, the list of cases."""

from PySide6.QtGui import QPixmap

from app.state.recent_file import Recent, RecentFile
from app.views.cases import CasesView
from app.views.founding import FoundingView
from app.views.sign_in import SignInView
from tests.desk.scene import SECRET
from tests.screens.rooms import ANALYST, DAY, NUMBER, TODAY
from tests.screens.stage import Stage
from vsa_core.domain.case import Role

OTHERS = (("2024/0298", 1), ("2024/0274", 6), ("2023/1104", 41))
"""Other cases of the analyst: their number, and how many days ago they were entered."""


def first_run(stage: Stage) -> QPixmap:
    """Nobody is enrolled."""
    stage.open("empty")
    return stage.window()


def founding(stage: Stage) -> QPixmap:
    """The form of the first person, filled."""
    form = _founding(stage).form
    form.again.setText(SECRET)
    return stage.window()


def founding_complaints(stage: Stage) -> QPixmap:
    """The same form with what it complains about."""
    view = _founding(stage)
    view.form.short.clear()
    view.form.secret.setText("court")
    view.form.again.setText("autre")
    view.enrol.click()
    return stage.window()


def _founding(stage: Stage) -> FoundingView:
    view = stage.open("empty").window.current
    assert isinstance(view, FoundingView)
    form = view.form
    form.begin(Role.ANALYST)
    form.short.setText(ANALYST)
    form.full.setText("Claire Morel")
    form.reference.setText("HAB 2024-112")
    form.secret.setText(SECRET)
    return view


def sign_in(stage: Stage) -> QPixmap:
    """The door."""
    view = stage.open("staffed").window.current
    assert isinstance(view, SignInView)
    view.name.setText(ANALYST)
    return stage.window()


def cases_empty(stage: Stage) -> QPixmap:
    """No case was ever entered."""
    stage.open("staffed")
    stage.sign_in()
    stage.settle()
    return stage.window()


def cases(stage: Stage) -> QPixmap:
    """Recent cases, one of which is no longer in its place."""
    front = stage.open("new")
    recents = [Recent(str(stage.room.case), NUMBER, TODAY - DAY // 4 * 3)]
    for number, days in OTHERS:
        folder = stage.path("affaires", number.replace("/", "-"))
        if number != OTHERS[-1][0]:
            folder.mkdir()
            (folder / "case.json").write_bytes((stage.room.case / "case.json").read_bytes())
        recents.append(Recent(str(folder), number, TODAY - days * DAY))
    RecentFile(stage.room.home / "window").write(ANALYST, recents)
    stage.sign_in()
    stage.until(lambda: len(front.bench.recents.shelves) == len(recents))
    stage.settle()
    return stage.window()


def case_refused(stage: Stage) -> QPixmap:
    """The magistrate was not named in the case."""
    return _entering(stage, "jfabre")


def case_locked(stage: Stage) -> QPixmap:
    """Another program holds the case."""
    return _entering(stage, ANALYST, held=True)


def _entering(stage: Stage, name: str, held: bool = False) -> QPixmap:
    front = stage.open("new")
    other = stage.room.desks()
    if held:
        who = other.people.sign_in("khaddad", SECRET)
        other.cases.enter(who, str(stage.room.case))
    known = [Recent(str(stage.room.case), NUMBER, TODAY - DAY // 4 * 3)]
    RecentFile(stage.room.home / "window").write(name, known)
    stage.sign_in(name)
    stage.settle()
    view = front.window.current
    assert isinstance(view, CasesView)
    front.session.enter(str(stage.room.case))
    stage.until(view.notice.isVisible)
    stage.settle()
    picture = stage.window()
    if held:
        other.people.sign_out(who)
    return picture
