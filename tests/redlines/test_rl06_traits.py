"""RL6. No pose, gait, emotion, age, gender or origin: not a task, a class, a word on the screen."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.architecture.codes import sentences
from tests.architecture.house import ROOT, write
from tests.redlines.scan import words
from vsa_core.domain.objects import CLASSES, COLOURS
from vsa_core.errors import Fault
from vsa_core.events.registry import KINDS
from vsa_core.vision.weights import Entry

TRAITS = {
    "fr": re.compile(
        r"\bvisages?\b|émotion|démarche\b|\bposture|squelette|\bsexe\b|ethni|\bracia|\bâge\b"
        r"|\b(femme|homme|garçon|fillette|vieillard)s?\b|origine (supposée|géographique)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bfac(e|es|ial)\b|emotion|\bgait\b|\bposes?\b|posture|skeleton|keypoint|gender|ethnic"
        r"|\bracial\b|\bage\b|\b(wo)?m[ae]n\b|\b(boy|girl)s?\b",
        re.IGNORECASE,
    ),
}
SAYS_NO = (
    "capabilities.cannot.",
    "capabilities.module.",
    "MOD.MOD-004.",
    "validation.limits.identity",
)
"""Sentences that say that there is none."""

NAMED = frozenset(
    "face faces man woman boy girl child elder gait pose emotion age gender ethnicity suspect"
    " suspicious aggressive nervous".split()
)


def traits(root: Path) -> list[str]:
    """Sentences of the program and of its window that speak of a person's body or traits."""
    told = [
        (f"{language}: {key}", language, sentence)
        for language in TRAITS
        for key, sentence in sentences(root, language).items()
        if not key.startswith(SAYS_NO)
    ]
    told += [(f"window: {text}", language, text) for language, text in _window(root)]
    return [where for where, language, text in told if TRAITS[language].search(text)]


def _window(root: Path) -> list[tuple[str, str]]:
    """Every sentence of the window, in English and in French."""
    path = root / "resources" / "i18n" / "relecture_fr.ts"
    if not path.exists():
        return []
    said = []
    for message in ElementTree.parse(path).iter("message"):
        said.append(("en", message.findtext("source") or ""))
        said.append(("fr", "".join(message.find("translation").itertext())))  # type: ignore[union-attr]
    return said


def vocabulary(names: list[str]) -> list[str]:
    """Names of what can be found or asked that speak of a trait."""
    return sorted({word for name in names for word in words(name)} & NAMED)


def tasks() -> list[str]:
    """The tasks of ultralytics that a listed model may have."""
    allowed = []
    for task in ("detect", "segment", "pose", "classify", "obb", "reid"):
        try:
            Entry("a", "a.pt", "0" * 64, "MIT", "", task, ("person",), 640, False).checked()
        except Fault:
            continue
        allowed.append(task)
    return allowed


def ours() -> list[str]:
    """Everything that can be found, told or asked here, by its name."""
    kinds = [kind.KIND for kind in KINDS]
    sliders = [parameter.name for kind in KINDS for parameter in kind.PARAMETERS]
    return [*CLASSES, *COLOURS, *kinds, *sliders]


def test_no_sentence_speaks_of_a_trait() -> None:
    assert traits(ROOT) == []


def test_nothing_that_is_found_or_asked_is_a_trait() -> None:
    assert vocabulary(ours()) == []


def test_no_model_does_more_than_detect() -> None:
    assert tasks() == ["detect"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Femme, 30 ans environ"),
        ("fr", "Rechercher par âge et par sexe"),
        ("fr", "Émotion dominante"),
        ("en", "Gait signature"),
        ("en", "Estimated gender"),
        ("en", "Find this face"),
    ],
)
def test_a_sentence_that_speaks_of_a_trait_is_seen(
    language: str, sentence: str, tmp_path: Path
) -> None:
    write(tmp_path, f"resources/i18n/{language}/cli.toml", f'hit = "{sentence}"\n')
    assert len(traits(tmp_path)) == 1


def test_a_sentence_of_the_window_is_seen(tmp_path: Path) -> None:
    text = "<TS><context><message><source>{}</source><translation>{}</translation></message>"
    told = text.format("Find this face", "Trouver ce visage") + "</context></TS>"
    write(tmp_path, "resources/i18n/relecture_fr.ts", told)
    assert len(traits(tmp_path)) == 2


@pytest.mark.parametrize("name", ["woman", "suspicious_behaviour", "ageRange", "Emotion"])
def test_a_class_or_a_question_about_a_trait_is_seen(name: str) -> None:
    assert len(vocabulary([*ours(), name])) >= 1


def test_a_list_that_takes_other_tasks_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Entry, "checked", lambda self: self)
    assert "pose" in tasks()
