from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.app.desk_of_dpo import Watched
from tests.app.views.dpo.conftest import Desk
from tests.desk.records import records


def test_a_whole_journal_turns_the_light_green_and_shows_its_head(qtbot: QtBot, desk: Desk) -> None:
    light = desk.view.light
    assert light.accessibleName() == "The journal has not been checked yet"
    with qtbot.waitSignal(desk.audit.verified):
        qtbot.mouseClick(light.check, Qt.MouseButton.LeftButton)
    assert len(light.head.text().split(" : ")[1]) == 64
    assert light.state.text() == "The journal is whole"
    assert light.check.isEnabled()


def test_a_changed_journal_turns_it_red_at_the_exact_place(
    qtbot: QtBot, desk: Desk, at: Watched
) -> None:
    log = next((at.home / "audit").rglob("audit.jsonl"))
    lines = log.read_bytes().split(b"\n")
    place = next(n for n, line in enumerate(lines) if b'"act":"query"' in line)
    lines[place] = lines[place].replace(b'"M01"', b'"M03"', 1)
    log.write_bytes(b"\n".join(lines))
    with qtbot.waitSignal(desk.audit.broken):
        qtbot.mouseClick(desk.view.light.check, Qt.MouseButton.LeftButton)
    told = desk.view.light.place.text()
    assert f"no. {place} of volume {log.parent.name}" in told
    assert "audit.jsonl" in told
    assert desk.view.notice.isVisible()
    assert desk.view.light.check.isEnabled()


def test_what_is_no_printed_head_is_not_called_altered(qtbot: QtBot, desk: Desk) -> None:
    desk.view.light.printed.setText("three")
    with qtbot.waitSignal(desk.audit.failed):
        qtbot.keyClick(desk.view.light.printed, Qt.Key.Key_Return)
    assert desk.view.light.state.text() == "The journal could not be checked"


def test_the_check_is_recorded_as_hers(qtbot: QtBot, desk: Desk, at: Watched) -> None:
    with qtbot.waitSignal(desk.audit.verified):
        desk.view.light.verify()
    (check,) = [one for one in records(at.home) if one["act"] == "audit_verify"]
    assert (check["who"], check["role"]) == ("dan", "dpo")


def test_another_fault_leaves_the_light_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.audit.failed):
        desk.audit.remark("0", "")
    assert desk.view.light.state.text() == "The journal has not been checked yet"
