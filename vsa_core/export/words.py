"""The words that are burnt into a clip or printed beside it, in one language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.domain.objects import CLASSES
from vsa_core.errors import Bug

KEYS = (
    "case", "camera", "shown", "corrected", "unclaimed", "moment", "elapsed", "decimal",
    "unknown", "notice", "masked", "label", "matched", "unmatched", "gap", "cut", "not_looked",
    "person", "installation", "readme",
)  # fmt: skip
"""Every text a language must give, beside the name of each class."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of `export.toml` in one language, by key; `classes` by class number."""

    language: str
    texts: Mapping[str, str]
    classes: tuple[str, ...]

    def say(self, key: str, **values: object) -> str:
        """The text of that key, with its placeholders filled."""
        return self.texts[key].format(**values)


def read_words(folder: Path, language: str) -> Words:
    """The words of a language, from `<folder>/<language>/export.toml`.

    Raises Bug (EXP-012) when the file or one of its texts is absent.
    """
    try:
        table = tomllib.loads((folder / language / "export.toml").read_text(encoding="utf-8"))
        texts = {key: str(table[key]) for key in KEYS}
        classes = tuple(str(table["class"][name]) for name in CLASSES)
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise Bug("EXP-012", language=language, missing=str(error)) from error
    return Words(language, texts, classes)
