"""Films made once for the whole session."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.films import TIMED, UNTIMED, Film

Projector = Callable[[str], Film]


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Projector:
    """Films by their name in tests.films.TIMED or UNTIMED, each written once."""
    folder: Path = tmp_path_factory.mktemp("films")
    made: dict[str, Film] = {}

    def get(name: str) -> Film:
        if name not in made:
            made[name] = {**TIMED, **UNTIMED}[name](folder)
        return made[name]

    return get
