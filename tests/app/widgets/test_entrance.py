from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.entrance import Entrance


@pytest.mark.parametrize(
    ("folder", "name"), [("/srv/relecture", "relecture"), ("/srv/bureau 4/", "bureau 4"), ("", "")]
)
def test_the_installation_is_named_by_its_folder(
    folder: str, name: str, qtbot: QtBot, theme: Theme
) -> None:
    entrance = Entrance(theme, folder, "relecture/0.1.0")
    qtbot.addWidget(entrance)
    assert entrance.place.text().endswith(name)
    assert entrance.program.text() == "relecture/0.1.0"


def test_a_name_is_shown_as_it_is(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    entrance = Entrance(theme, str(tmp_path / "a\u202eb<b>"), "relecture/0.1.0")
    qtbot.addWidget(entrance)
    assert "\u202e" not in entrance.place.text()
    assert "&lt;b&gt;" in entrance.place.toolTip()
