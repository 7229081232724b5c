"""Without a screen the window is drawn into files; what never comes is said."""

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import gallery
from app.front import Front
from app.gallery import Photographer, show_sample
from app.sample import Sample
from tests.app import opened
from vsa_core.domain.case import Act
from vsa_core.errors import Bug


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three looks, and no more."""
    monkeypatch.setattr(gallery, "LONGEST", 3 * gallery.TICK)


@pytest.mark.usefixtures("qapp", "impatient")
def test_what_never_comes_is_said_and_not_awaited_for_ever(tmp_path: Path) -> None:
    with pytest.raises(Bug) as raised:
        Photographer(tmp_path).until(lambda: False)
    assert raised.value.code == "USE-071"


@pytest.mark.usefixtures("impatient")
def test_what_fails_while_it_is_awaited_is_not_awaited_for_ever(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.captureExceptions() as failed, pytest.raises(Bug):
        Photographer(tmp_path).until(lambda: bool([][1]))
    assert len(failed) == 2


@pytest.mark.usefixtures("qapp", "impatient")
def test_what_comes_is_awaited(tmp_path: Path) -> None:
    seen = iter((False, True))
    Photographer(tmp_path).until(lambda: next(seen))
    assert list(seen) == []


def test_a_widget_is_drawn_into_a_file_of_that_name(qtbot: QtBot, tmp_path: Path) -> None:
    field = QLineEdit("Relecture")
    qtbot.addWidget(field)
    path = Photographer(tmp_path / "new" / "folder").shoot("field", field)
    assert path == tmp_path / "new" / "folder" / "field.png"
    assert QImage(str(path)).size() == field.size()


@pytest.mark.slow
def test_the_sample_is_drawn_page_by_page_and_left_in_order(
    qapp: QApplication, sample: Sample, tmp_path: Path
) -> None:
    before = threading.enumerate()
    with opened.undressed(qapp):
        show_sample(opened.means(tmp_path / "home"), sample, tmp_path / "screens")
        for front in qapp.findChildren(Front):
            front.deleteLater()
        opened.bury()
    names = ["1-footage.png", "2-question.png", "3-results.png"]
    drawn = [QImage(str(tmp_path / "screens" / name)) for name in names]
    assert sorted(path.name for path in (tmp_path / "screens").iterdir()) == names
    assert all(image.width() == 1440 and image.height() == 900 for image in drawn)
    assert len({image.constBits().tobytes() for image in drawn}) == 3
    assert threading.enumerate() == before
    assert opened.written(sample)[-1] is Act.SESSION_CLOSE
