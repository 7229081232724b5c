"""The words people read, by key and language, from resources/i18n."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.domain.spelling import spelled
from vsa_core.errors import Bug, Fault

DAYS = frozenset(
    {"expired", "first", "last", "latest", "limit", "begins", "ended", "closed", "decided", "due"}
)
"""Values of faults that are days where they look like one: 2024-11-21."""

I18N = Path(__file__).resolve().parent.parent / "resources" / "i18n"


@dataclass(frozen=True, slots=True)
class Words:
    """Every sentence of one language, keyed by "file.key.key"."""

    language: str
    sentences: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """The sentence of `key` with its placeholders filled; Bug (USE-001) when there is none."""
        sentence = self.sentences.get(key)
        if sentence is None:
            raise Bug("USE-001", key=key)
        return sentence.format_map(values)

    def knows(self, key: str) -> bool:
        """Whether the language has this key."""
        return key in self.sentences

    def name(self, room: str, key: str) -> str:
        """The people's name of a technical word, or the word itself when it has none."""
        return self.sentences.get(f"{room}.{key}", key)

    def explain(self, fault: Fault) -> tuple[str, str, str]:
        """Cause, consequence and next step of a fault, in this language."""
        return self.explain_code(fault.code, fault.values)

    def explain_code(self, code: str, values: Mapping[str, object]) -> tuple[str, str, str]:
        """Cause, consequence and next step behind a code; the bare code when it has no words."""
        key = f"{code.split('-')[0]}.{code}"
        if not self.knows(f"{key}.cause"):
            return (code, "", "")
        shown = {name: visible(self._written(name, str(value))) for name, value in values.items()}
        cause, consequence, following = (
            self.say(f"{key}.{part}", **shown) for part in ("cause", "consequence", "next")
        )
        return cause, consequence, following

    def _written(self, name: str, value: str) -> str:
        """A day the way the language writes it; any other value as it is."""
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value) if name in DAYS else None
        return "/".join(reversed(day.groups())) if day and self.language == "fr" else value


def spoken(environment: Mapping[str, str]) -> str:
    """RELECTURE_LANGUAGE when it is set, else English under an English locale, else French."""
    asked = environment.get("RELECTURE_LANGUAGE") or environment.get("LC_ALL")
    locale = asked or environment.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "fr"


def read_words(language: str, folder: Path = I18N) -> Words:
    """All sentences of a language ("fr" or "en")."""
    sentences: dict[str, str] = {}
    for path in sorted((folder / language).glob("*.toml")):
        with path.open("rb") as file:
            _gather(path.stem, tomllib.load(file), sentences)
    return Words(language, sentences)


def visible(text: str) -> str:
    """`text` with control, bidirectional and other invisible characters shown as ⟨U+XXXX⟩.

    A file name may hold a right-to-left override (U+202E) that makes
    "gpj.exe" read "exe.jpg": what people read must be what is there.
    """
    return spelled(text)


def _gather(prefix: str, table: Mapping[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        name = f"{prefix}.{key}"
        if isinstance(value, Mapping):
            _gather(name, value, into)
        else:
            into[name] = str(value)
