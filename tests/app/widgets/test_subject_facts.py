from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.copyable import CopyButton
from app.widgets.label import Label
from app.widgets.subject_facts import SubjectFacts
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import SUBJECT, assessment


def facts(qtbot: QtBot, words: Words, theme: Theme, **subject: object) -> SubjectFacts:
    """The subject of the made-up measurement, changed as told."""
    found = assessment(subject=replace(SUBJECT, **subject))  # type: ignore[arg-type]
    made = SubjectFacts(found, words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(shown: SubjectFacts) -> list[str]:
    """Everything that can be read."""
    return [label.text() for label in shown.findChildren(Label)]


def test_what_was_measured_is_told_and_its_digests_can_be_copied(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    shown = facts(qtbot, words, theme)
    told = texts(shown)
    for text in (
        "vérité-2024",
        "06/03/2024 08:26:40,000",
        "standard",
        "openvino vigie-1",
        "personne\u00a00,31, véhicule\u00a00,41",
        "twostage 1",
        "relecture/0.1.0",
    ):
        assert text in told
    copied = [button.whole for button in shown.findChildren(CopyButton)]
    assert copied == [SUBJECT.detector_digest, SUBJECT.settings]
    assert nameless(shown) == []


def test_motion_alone_is_said(qtbot: QtBot, words: Words, theme: Theme) -> None:
    told = texts(facts(qtbot, words, theme, named=False, thresholds=(), detector_digest=""))
    assert "Motion alone: nothing has a name." in told
    assert told.count("–") == 2
