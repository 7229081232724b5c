import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.exporting import Exporting, Leaving, Paper, Step
from app.tasks import Tasks
from tests.app.answers import Office, close, enter, hit, office
from tests.app.state.stage import seated, street
from tests.desk.records import acts, count, records
from tests.desk.scene import MOTIVE, START, crossing
from vsa_core.desk.reviews import Judged
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault, Refused, Tampered

SECOND = 1_000_000
PAPER = Paper(SECOND, "", "tribunal de Lille", "fr", "M04")
BEFORE = (
    Judged("a", 7, "rue", Verdict.MATCH),
    Judged("b", 3, "rue", Verdict.MATCH),
    Judged("c", 4, "rue", Verdict.REJECT),
    Judged("d", 5, "cour", Verdict.MATCH),
)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst in a case with decisions on two cameras."""
    desk = office(tasks, BEFORE)
    enter(desk)
    yield desk
    close(desk)


@pytest.fixture
def exporting(at: Office) -> Exporting:
    """One hit of the street, offered."""
    state = Exporting(at.session)
    state.offer(Leaving((hit(2000),)))
    return state


def test_the_stretch_of_hits_goes_from_the_first_to_the_last_with_its_margin() -> None:
    leaving = Leaving((hit(5000), hit(2000, lasting=1500)))
    window = leaving.span(SECOND)
    assert window == Window(START + 1 * SECOND, START + 6 * SECOND)
    assert leaving.cameras == ("rue",)


def test_an_instant_gets_half_a_second_at_least() -> None:
    window = Leaving((hit(2000),)).span(0)
    assert window == Window(START + 1_500_000, START + 2_500_000)


def test_without_a_clock_no_stretch_is_known() -> None:
    assert Leaving((hit(2000), hit(None))).span(SECOND) is None
    assert Leaving().span(SECOND) is None


def test_a_window_of_the_player_has_no_margin() -> None:
    window = Window(START, START + SECOND)
    leaving = Leaving((), "cour", window)
    assert leaving.span(SECOND) == window
    assert leaving.cameras == ("cour",)


def test_who_will_be_unmasked_is_read_when_it_is_offered(
    qtbot: QtBot, exporting: Exporting
) -> None:
    qtbot.waitUntil(lambda: exporting.unmasked == (3, 7))
    exporting.again()
    assert exporting.unmasked is None
    qtbot.waitUntil(lambda: exporting.unmasked == (3, 7))


def test_a_decision_taken_meanwhile_is_read_on_demand(
    qtbot: QtBot, at: Office, exporting: Exporting
) -> None:
    qtbot.waitUntil(lambda: exporting.unmasked is not None)
    at.decisions.before = ()
    exporting.review()
    qtbot.waitUntil(lambda: exporting.unmasked == ())


def test_what_was_read_for_another_offer_is_not_kept(qtbot: QtBot, exporting: Exporting) -> None:
    exporting.offer(Leaving((hit(2000, camera="cour"),)))
    qtbot.waitUntil(lambda: exporting.unmasked is not None)
    assert exporting.unmasked == (5,)


def test_an_export_tells_how_far_it_is_and_what_it_wrote(
    qtbot: QtBot, at: Office, exporting: Exporting
) -> None:
    at.exports.gate.clear()
    exporting.export(PAPER)
    assert exporting.busy
    qtbot.waitUntil(lambda: exporting.total == 10)
    assert exporting.done == 1
    at.exports.gate.set()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    assert exporting.exported is not None
    assert exporting.exported.frames == 10
    ((wish, motive),) = at.exports.wishes
    assert (wish.hits, wish.margin, wish.language) == ((hit(2000).name,), SECOND, "fr")
    assert (wish.recipient, wish.folder, motive) == ("tribunal de Lille", "", "M04")


def test_while_one_is_written_another_is_not_offered(
    qtbot: QtBot, at: Office, exporting: Exporting
) -> None:
    at.exports.gate.clear()
    exporting.export(PAPER)
    exporting.offer(Leaving((), "cour", Window(START, START + SECOND)))
    assert exporting.leaving.cameras == ("rue",)
    exporting.export(PAPER)  # a second click
    at.exports.gate.set()
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    assert len(at.exports.wishes) == 1


def test_a_stopped_export_is_told_as_stopped_and_not_as_a_failure(
    qtbot: QtBot, at: Office, exporting: Exporting
) -> None:
    told: list[Fault] = []
    exporting.failed.connect(told.append)
    at.exports.gate.clear()
    exporting.export(PAPER)
    qtbot.waitUntil(lambda: exporting.total == 10)
    exporting.cancel()
    assert exporting.step is Step.STOPPING
    qtbot.waitUntil(lambda: exporting.step is Step.STOPPED)
    assert exporting.fault is not None
    assert exporting.fault.code == "EXP-007"
    assert told == []
    exporting.cancel()
    assert exporting.step is Step.STOPPED


def test_an_export_that_still_waits_is_stopped_at_once_and_never_begins(
    qtbot: QtBot, at: Office, exporting: Exporting, tasks: Tasks
) -> None:
    gate = threading.Event()
    tasks.errand(lambda progress, cancel: gate.wait(), lambda _: None)
    exporting.export(PAPER)
    exporting.cancel()
    assert exporting.step is Step.STOPPED
    assert exporting.fault is None
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert at.exports.wishes == []


def test_a_refused_export_is_told(qtbot: QtBot, at: Office, exporting: Exporting) -> None:
    at.exports.fault = Refused("CAS-064", camera="rue")
    with qtbot.waitSignal(exporting.failed):
        exporting.export(PAPER)
    assert exporting.step is Step.FAILED
    assert exporting.fault is at.exports.fault


def test_a_package_is_verified_and_a_broken_one_is_told(
    qtbot: QtBot, at: Office, exporting: Exporting
) -> None:
    exporting.verify()
    assert exporting.checked is None
    exporting.export(PAPER)
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    exporting.verify()
    qtbot.waitUntil(lambda: exporting.checked is not None)
    at.exports.checking = Tampered("EXP-101", file="clip.mp4")
    with qtbot.waitSignal(exporting.failed):
        exporting.verify()
    assert exporting.checked is None
    assert exporting.step is Step.WRITTEN


def test_from_an_outcome_one_goes_back_to_the_same_offer(
    qtbot: QtBot, exporting: Exporting
) -> None:
    exporting.export(PAPER)
    qtbot.waitUntil(lambda: exporting.step is Step.WRITTEN)
    exporting.again()
    assert (exporting.step, exporting.exported) == (Step.CHOOSING, None)
    assert exporting.leaving.hits == (hit(2000),)


def test_a_new_folder_never_has_the_name_of_one_that_is_there(
    exporting: Exporting, tmp_path: Path
) -> None:
    first = exporting.beside(str(tmp_path))
    assert Path(first).parent == tmp_path
    assert Path(first).name.startswith("export-rue-2024")
    Path(first).mkdir()
    assert exporting.beside(str(tmp_path)) == f"{first}-1"


def test_a_camera_with_a_strange_name_makes_a_plain_folder(at: Office, tmp_path: Path) -> None:
    state = Exporting(at.session)
    state.offer(Leaving((hit(None, camera="../rue\u202e 1"),)))
    assert Path(state.beside(str(tmp_path))).name == "export----rue--1"


def test_on_leaving_the_export_stops_and_is_forgotten(
    qtbot: QtBot, at: Office, exporting: Exporting, tasks: Tasks
) -> None:
    at.exports.gate.clear()
    exporting.export(PAPER)
    qtbot.waitUntil(lambda: exporting.total == 10)
    at.session.leave()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (exporting.step, exporting.leaving) == (Step.CHOOSING, Leaving())


def test_a_real_export_verifies_and_a_stopped_one_leaves_nothing(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    at = street()
    with seated(qtbot, tasks, at) as session:
        (found,) = (
            one
            for batch in at.desks.queries.ask(session.who, session.where, crossing(), MOTIVE)
            for one in batch.hits
        )
        state = Exporting(session)
        state.offer(Leaving((found,)))
        folder = state.beside(str(tmp_path))
        state.export(Paper(SECOND, folder, "", "fr", "M04"))
        qtbot.waitUntil(lambda: state.step is Step.WRITTEN, timeout=60_000)
        assert state.exported is not None
        assert Path(state.exported.folder) == Path(folder)
        state.verify()
        qtbot.waitUntil(lambda: state.checked is not None, timeout=20_000)
        assert state.checked is not None
        assert state.checked.files == len(list(Path(folder).iterdir()))

        state.again()
        other, before = state.beside(str(tmp_path)), count(at)
        state.export(Paper(5 * SECOND, other, "", "fr", "M04"))
        qtbot.waitUntil(lambda: Act.EXPORT in acts(at, before), timeout=20_000)
        state.cancel()
        qtbot.waitUntil(lambda: state.step is Step.STOPPED, timeout=20_000)
        assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == [
            Path(folder).name
        ]
        assert [act for act in acts(at, before) if act is not Act.CONSULT] == [
            Act.EXPORT,
            Act.ABORTED,
        ]
        assert records(at.home)[-1]["about"]["code"] == "EXP-007"
