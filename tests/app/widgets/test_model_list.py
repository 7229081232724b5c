from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.state.known_models import Known, _known
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.model_list import ModelList
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import SHEETS

MODELS: tuple[Known, ...] = tuple(map(_known, SHEETS))


@pytest.fixture
def models(qtbot: QtBot, words: Words, theme: Theme) -> ModelList:
    """Nothing was read yet."""
    made = ModelList(words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def facts(models: ModelList) -> list[str]:
    """What is said of the one in use."""
    return [label.text() for label in models.chosen.findChildren(Label) if label.isVisible()]


def test_before_it_is_read_it_says_so_and_after_a_failure_too(models: ModelList) -> None:
    assert "Reading" in models.told.text()
    assert not models.table.isVisible()
    models.wait("It could not be read.")
    assert models.told.text() == "It could not be read."


def test_the_one_in_use_is_told_with_what_it_names_and_what_it_leaves_out(
    models: ModelList,
) -> None:
    models.show_models(MODELS)
    text = facts(models)
    assert "vigie-1" in text
    assert "personne, véhicule" in text
    assert "deux-roues, bagage (too uncertain: left out unless asked for)" in text
    assert "animal" in text
    assert not models.told.isVisible()


def test_every_model_has_its_line_and_what_is_absent_stands_back(
    models: ModelList, theme: Theme
) -> None:
    models.show_models(MODELS)
    lines = [models.table.topLevelItem(n) for n in range(models.table.topLevelItemCount())]
    told = [[line.text(c) for c in (0, 2, 3, 4)] for line in lines if line is not None]
    assert told == [
        ["vigie-1", "CC BY 4.0", "fourni", "in use"],
        ["yolo11n", "AGPL-3.0", "officiel", "present"],
        ["yolov8n", "AGPL-3.0", "inscrit", "absent"],
    ]
    absent = lines[-1]
    assert absent is not None
    assert absent.foreground(0).color() == theme.colour("muted")


def test_motion_alone_is_said(models: ModelList) -> None:
    models.show_models(tuple(replace(one, chosen=False) for one in MODELS))
    assert models.told.isVisible()
    assert "motion alone" in models.told.text()
    assert facts(models) == []
    models.show_models(())
    assert not models.table.isVisible()


def test_a_model_that_names_nothing_says_so(models: ModelList) -> None:
    bare = replace(MODELS[0], kept=(), experimental=(), unnamed=())
    models.show_models((bare,))
    assert "nothing" in facts(models)
    assert "Experimental" not in facts(models)


def test_the_command_that_adds_one_can_be_copied(models: ModelList) -> None:
    assert models.command.copyable.whole == "relecture models add FICHIER"


def test_everything_has_a_name(models: ModelList) -> None:
    models.show_models(MODELS)
    assert nameless(models) == []
