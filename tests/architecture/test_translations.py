"""Every sentence of the window is in the catalogues, in sound French, and compiled."""

import ast
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6
import pytest

from tests.architecture.house import ROOT, modules, parsed, write

TOOLS = Path(PySide6.__file__).resolve().parent
I18N = Path("resources", "i18n")
NBSP = "\u00a0\u202f"
ILL_SET = re.compile(rf"[^{NBSP}\s!?][;:?!](\s|$)| [:;?!»]|[^{NBSP}]»|«[^{NBSP}]|\w'")
PLACEHOLDER = re.compile(r"\{\w*\}")
FRENCH, ENGLISH = "relecture_fr", "relecture_en"


class Message(NamedTuple):
    """One sentence of a catalogue: its class, its English, its state and its forms."""

    context: str
    source: str
    state: str
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What the program asks it by."""
        return (self.context, self.source)


def catalogue(path: Path) -> list[Message]:
    """The messages of a .ts file."""
    contexts = ET.parse(path).getroot().iter("context")
    return [message for context in contexts for message in _messages(context)]


def _messages(context: ET.Element) -> Iterator[Message]:
    for element in context.iter("message"):
        said = element.find("translation")
        assert said is not None
        forms = tuple(form.text or "" for form in said.iter("numerusform")) or (said.text or "",)
        source = element.findtext("source") or ""
        yield Message(context.findtext("name") or "", source, said.get("type", ""), forms)


def gathered(root: Path, *options: str) -> list[Message]:
    """What lupdate finds in the window's files: all of `app` but the command line."""
    files = [path for path in modules(root, ("app",)) if path.parent.name != "cli"]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found.ts")
        command = [TOOLS / "lupdate", "-silent", *options, *files, "-ts", found]
        subprocess.run(command, check=True, capture_output=True)
        return catalogue(found)


def missing(root: Path) -> list[str]:
    """Sentences of the sources that a catalogue lacks, and sentences that no source says."""
    told = []
    for name, options in ((FRENCH, ()), (ENGLISH, ("-pluralonly",))):
        said = {message.key for message in gathered(root, *options)}
        kept = {message.key for message in catalogue(root / I18N / f"{name}.ts")}
        told.extend(f"{name}: {context}: {source}" for context, source in sorted(said ^ kept))
    return told


def unfinished(root: Path) -> list[str]:
    """Sentences without a translation, or with one that nobody has read."""
    return [
        f"{name}: {message.context}: {message.source}"
        for name in (FRENCH, ENGLISH)
        for message in catalogue(root / I18N / f"{name}.ts")
        if message.state or not all(message.forms)
    ]


def lopsided(root: Path) -> list[str]:
    """Translations that show other values than the English."""
    return [
        f"{message.context}: {message.source}"
        for name in (FRENCH, ENGLISH)
        for message in catalogue(root / I18N / f"{name}.ts")
        for form in filter(None, message.forms)
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(message.source))
    ]


def ill_set(root: Path) -> list[str]:
    """French without a no-break space where French wants one, or with a straight apostrophe."""
    return [
        f"{message.context}: {form}"
        for message in catalogue(root / I18N / f"{FRENCH}.ts")
        for form in message.forms
        if ILL_SET.search(form)
    ]


def stale(root: Path) -> list[str]:
    """Compiled catalogues that are not what lrelease makes of their sentences."""
    told = []
    for name in (FRENCH, ENGLISH):
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder, "made.qm")
            command = [TOOLS / "lrelease", "-silent", root / I18N / f"{name}.ts", "-qm", made]
            subprocess.run(command, check=True, capture_output=True)
            if made.read_bytes() != (root / I18N / f"{name}.qm").read_bytes():
                told.append(name)
    return told


def unseen(root: Path) -> list[str]:
    """Calls that lupdate misreads: `tr` of another name or object, and text that is not literal."""
    return [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in modules(root, ("app",))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and not _is_seen(node)
    ]


def _is_seen(call: ast.Call) -> bool:
    spoken = ast.unparse(call.func)
    if spoken == "tr" or spoken.endswith(".tr"):
        return spoken == "self.tr" and _literal(call.args[:1])
    if spoken in ("translate", "QCoreApplication.translate"):
        return _literal(call.args[:2])
    return True


def _literal(arguments: list[ast.expr]) -> bool:
    return bool(arguments) and all(isinstance(each, ast.Constant) for each in arguments)


CHECKS = [missing, unfinished, lopsided, ill_set, stale, unseen]

SOURCE = '''"""Full."""


class Full:
    def say(self):
        return self.tr("The file {name} is empty: no picture.")
'''
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Full</name>
    <message>
        <source>The file {name} is empty: no picture.</source>
        <translation>Le fichier {name} est vide\u00a0: pas d’image.</translation>
    </message>
</context>
</TS>
"""
NOTHING = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1"></TS>\n'


def _house(root: Path, source: str = SOURCE, french: str = TS) -> Path:
    """A small window with its catalogues, compiled from `french` and nothing."""
    write(root, "app/views/full.py", source)
    for name, text in ((FRENCH, french), (ENGLISH, NOTHING)):
        path = write(root, f"resources/i18n/{name}.ts", text)
        compiled = path.with_suffix(".qm")
        command = [TOOLS / "lrelease", "-silent", path, "-qm", compiled]
        subprocess.run(command, check=True, capture_output=True)
    return root


@pytest.mark.parametrize("check", CHECKS)
def test_the_window_is_translated(check: Callable[[Path], list[str]]) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_house_passes(check: Callable[[Path], list[str]], tmp_path: Path) -> None:
    assert check(_house(tmp_path)) == []


CALL = 'self.tr("The file {name} is empty: no picture.")'
DONE = "<translation>"


@pytest.mark.parametrize(
    ("check", "source", "french"),
    [
        (missing, SOURCE.replace("no picture", "nothing"), TS),
        (missing, SOURCE.replace("class Full", "class Other"), TS),
        (missing, SOURCE.replace(CALL, 'self.tr("{n} files", "", 2)'), TS),
        (missing, "", TS),
        (unfinished, SOURCE, TS.replace(DONE, '<translation type="unfinished">')),
        (unfinished, SOURCE, TS.replace(DONE, '<translation type="vanished">')),
        (unfinished, SOURCE, re.sub(r"<translation>.*<", "<translation><", TS)),
        (lopsided, SOURCE, TS.replace("fichier {name}", "fichier")),
        (lopsided, SOURCE, TS.replace("fichier {name}", "fichier {nom}")),
        (ill_set, SOURCE, TS.replace("\u00a0:", " :")),
        (ill_set, SOURCE, TS.replace("\u00a0:", ":")),
        (ill_set, SOURCE, TS.replace("d’image", "d'image")),
        (ill_set, SOURCE, TS.replace("vide", "« vide »")),
        (unseen, SOURCE.replace(CALL, 'self.tr(f"The file {name}")'), TS),
        (unseen, SOURCE.replace(CALL, "self.tr(text)"), TS),
        (unseen, SOURCE.replace("self.tr", "tr"), TS),
        (unseen, SOURCE.replace("self.tr", "label.tr"), TS),
        (unseen, SOURCE.replace(CALL, 'translate(context, "The file")'), TS),
    ],
)
def test_the_check_bites(
    check: Callable[[Path], list[str]], source: str, french: str, tmp_path: Path
) -> None:
    assert check(_house(tmp_path, source, french)) != []


def test_a_catalogue_that_was_not_compiled_again_is_seen(tmp_path: Path) -> None:
    house = _house(tmp_path)
    write(house, f"resources/i18n/{FRENCH}.ts", TS.replace("vide", "sans contenu"))
    assert stale(house) == [FRENCH]
