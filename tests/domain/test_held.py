from dataclasses import FrozenInstanceError

import pytest

from tests.search.archive import footage, held, looked, pedigree


def test_what_was_held_at_an_instant_is_changed_by_nobody() -> None:
    file = footage("a")
    told = held("north", (file,), {file.digest: looked(file)}, {file.digest: pedigree("a")})
    assert told.recordings[0].files == told.files == (file,)
    with pytest.raises(FrozenInstanceError):
        told.files = ()  # type: ignore[misc]  # the point of the test
