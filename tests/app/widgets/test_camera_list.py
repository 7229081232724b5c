from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from app.widgets.camera_list import ROWS, CameraList

CAMERAS = [("rue", ""), ("parking", "not indexed"), ("a\u202eb", "")]


def test_one_camera_is_chosen_by_radio_buttons_and_several_by_check_boxes(qtbot: QtBot) -> None:
    it = CameraList()
    qtbot.addWidget(it)
    it.show_cameras(CAMERAS, ["rue"], one=True)
    assert all(isinstance(button, QRadioButton) for button in it.buttons.values())
    assert it.names == ("rue",)
    with qtbot.waitSignal(it.ticked) as ticked:
        it.buttons["parking"].click()
    assert ticked.args == [("parking",)]
    it.show_cameras(CAMERAS, ["rue", "parking"], one=False)
    assert all(isinstance(button, QCheckBox) for button in it.buttons.values())
    with qtbot.waitSignal(it.ticked) as ticked:
        qtbot.keyClick(it.buttons["rue"], Qt.Key.Key_Space)
    assert ticked.args == [("parking",)]


def test_showing_tells_nothing_and_keeps_the_focus(qtbot: QtBot) -> None:
    it = CameraList()
    qtbot.addWidget(it)
    it.show_cameras(CAMERAS, ["rue"], one=True)
    button = it.buttons["rue"]
    with qtbot.assertNotEmitted(it.ticked):
        it.show_cameras([("rue", "no footage"), *CAMERAS[1:]], [], one=True)
    assert it.buttons["rue"] is button
    assert it.names == ()
    assert "no footage" in button.accessibleName()


def test_a_camera_that_hides_its_name_is_shown_to(qtbot: QtBot) -> None:
    it = CameraList()
    qtbot.addWidget(it)
    it.show_cameras(CAMERAS, [], one=True)
    assert it.buttons["a\u202eb"].accessibleName() == "a⟨U+202E⟩b"


def test_a_long_name_gives_up_its_middle_and_is_told_whole(qtbot: QtBot) -> None:
    it = CameraList()
    qtbot.addWidget(it)
    name = "Rue des Lilas, entrée nord, façade du numéro 14 bis & cour"
    it.show_cameras([(name, "")], [name], one=True)
    it.resize(200, 60)
    it.show()
    button = it.buttons[name]
    assert "…" in button.text()
    assert button.text().startswith("Rue")
    assert button.accessibleName() == name
    assert button.sizeHint().width() <= 200
    it.resize(900, 60)
    assert button.text() == name.replace("&", "&&")
    assert button.toolTip() == ""


def test_many_cameras_scroll(qtbot: QtBot) -> None:
    it = CameraList()
    qtbot.addWidget(it)
    it.show_cameras([(f"camera {number}", "") for number in range(30)], [], one=True)
    row = it.buttons["camera 0"].sizeHint().height()
    assert it.sizeHint().height() <= (ROWS + 1) * row
    it.show_cameras([("rue", "")], [], one=True)
    assert it.sizeHint().height() == row
