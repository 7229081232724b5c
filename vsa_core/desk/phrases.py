"""Questions in words: a text to a question and back; says nothing of any case."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from vsa_core.domain.phrase import Completion
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.phrases.completion import complete
from vsa_core.phrases.lexicon import Lexicon, read_lexicon
from vsa_core.phrases.reading import read
from vsa_core.phrases.writing import write


class Phrases:
    """What a text asks, how a question is written, and what may be typed next.

    `lexicons`: how to get the words of each language; read when first needed.
    """

    def __init__(self, lexicons: Mapping[str, Callable[[], Lexicon]]) -> None:
        self._lexicons = lexicons
        self._read: dict[str, Lexicon] = {}

    def read(self, text: str, language: str) -> Query:
        """The question that a text asks, with the settings that it says and no others.

        Raises WrongUsage: PHR-001 to PHR-019 or EVT-…, with `at` and `until`,
        character offsets of the word in the text; PHR-016 for another language.
        """
        return read(self._lexicon(language), text)

    def write(self, query: Query, language: str) -> str:
        """The canonical text of a question, its calibrations left out; `read` gives it back.

        Raises WrongUsage: PHR-016 for another language, PHR-017 for a
        question that no text says.
        """
        return write(self._lexicon(language), query)

    def complete(
        self, text: str, at: int, language: str, cameras: Sequence[str] = ()
    ) -> tuple[Completion, ...]:
        """What may be typed at offset `at`; `cameras`: those that may be named.

        Raises WrongUsage (PHR-016) for another language.
        """
        return complete(self._lexicon(language), text, at, cameras)

    def _lexicon(self, language: str) -> Lexicon:
        if language not in self._lexicons:
            known = ", ".join(self._lexicons)
            raise WrongUsage("PHR-016", language=language, known=known)
        if language not in self._read:
            self._read[language] = self._lexicons[language]()
        return self._read[language]


def phrases_in(folder: Path) -> Phrases:
    """The phrases of French and English, their words in `folder`/<language>/phrases.toml."""
    return Phrases({one: partial(read_lexicon, folder, one) for one in ("fr", "en")})
